/** Why a planned table is not printed. The reason is printed in its place. */
import { type Text, text } from '../../../survey-schema/text.ts'
import type { PlannedTable } from './plan/planned.ts'
import { newestOf, type PublishedEditions, volumesOf } from './published-editions.ts'

const ESTIMATE = text(
  '推計は行わない。名簿どうしの照合結果が編集部から提供されておらず、推計に必要な条件（3つ以上の名簿、50人以上、どの名簿もほかと5人以上重なること）を確かめられない。',
  'No estimate is made. No linked lists were brought by the editors, so the conditions (three lists or more, 50 persons or more, each list sharing five or more with the others) cannot be met.',
)
const NOT_HERE = text('この版の公表データには、この表が含まれていない。', 'This edition does not hold the table.')

export function whyNotPrinted(published: PublishedEditions, table: PlannedTable): Text {
  if (table.later) return table.later
  if (table.blocks.some((block) => block.kind === 'derived' && block.from === 'estimate')) return ESTIMATE
  const crosstabs = table.blocks.some(
    (block) => block.kind === 'routes' || (block.kind === 'table' && block.columns !== null) || block.kind === 'derived',
  )
  if (crosstabs && volumesOf(published).length === 0) {
    const { smallestVolume } = newestOf(published).policy
    return text(
      `組み合わせた表は、${smallestVolume}事例以上がまとまるまで公表しない。`,
      `Tables of several questions wait until ${smallestVolume} cases stand together.`,
    )
  }
  const routes = table.blocks.some((block) => block.kind === 'routes' || (block.kind === 'derived' && block.from === 'journey-flows'))
  if (routes && published.journeys(volumesOf(published).at(-1) ?? '')) {
    const { minimumCases } = newestOf(published).policy.threeWay
    return text(
      `${minimumCases}人以上に共通する経路がないため、示さない。`,
      `No route is shown, because none is shared by ${minimumCases} people or more.`,
    )
  }
  return NOT_HERE
}
