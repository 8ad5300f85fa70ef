/** Sentences about tables that are computed from published figures, and about the tree of journeys. Every number is read from released cells. */
import { phrasesOf } from '../../../survey-schema/phrases/index.ts'
import type { DerivedBlock, DerivedCell, JourneysBlock } from '../../../survey-schema/release/book.ts'
import type { ReleasedJourneyNode } from '../../../survey-schema/release/released-table.ts'
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { whole } from '../statistics/share.ts'
import { mostInOrder } from './of-single.ts'
import { baseToken, countToken, type ReadFigure } from './read-figures.ts'
import { enumerated, firstThatFits, said, sentence } from './sentence.ts'

/** @param number of the table in the plan @returns null where a figure that the sentence needs is withheld, or the table has no sentence */
export function sentenceOfDerived(number: string, block: DerivedBlock): Sentence | null {
  if (number === '12.3') return threeCounts(block)
  if (number === '8.3') return imageShift(block)
  return null
}

/** The published figures that the cell adds up, whole or not; null where none is published, or where it does not say which cells they are. */
function read({ cell, places }: DerivedCell): (ReadFigure & { readonly least: boolean }) | null {
  if (!('figure' in cell) || !places) return null
  return { cells: places, figure: cell.figure, least: whole(cell) === null }
}

/** How often trafficking was found: under the definition, by the organisation, by an authority. */
function threeCounts({ rows }: DerivedBlock): Sentence | null {
  const counts = ['meets', 'actual', 'recognised'].map((code) => {
    const [count, base] =
      rows
        .find(({ line }) => line.code === code)
        ?.cells.slice(0, 2)
        .map(read) ?? []
    return count && base && !count.least && !base.least ? { count: countToken(count), base: baseToken(base) } : null
  })
  const [definition, organisation, authority] = counts
  if (!definition || !organisation || !authority) return null
  const en = ({ count, base }: typeof definition) => said`${count} of ${base}`
  const ja = ({ count, base }: typeof definition) => said`${base}件中${count}件`
  return firstThatFits([
    sentence({
      en: said`The definition was met in ${en(definition)} cases; the reporting organisation found trafficking in ${en(organisation)}, an authority in ${en(authority)}. The three overlap.`,
      ja: said`人身取引の事例は、定義で${ja(definition)}、団体の判断で${ja(organisation)}、公的機関の認定で${ja(authority)}だった。三つは互いに重なる。`,
    }),
    sentence({
      en: said`The definition of trafficking was met in ${en(definition)} cases. The reporting organisation found it in ${en(organisation)}, an authority in ${en(authority)}.`,
      ja: said`人身取引の定義の要件を満たす事例は、${ja(definition)}だった。団体の判断では${ja(organisation)}、公的機関の認定では${ja(authority)}だった。`,
    }),
  ])
}

function imageShift({ rows }: DerivedBlock): Sentence | null {
  const row = (code: string) => rows.find(({ line }) => line.code === code)
  const [cell, baseCell] = [row('fell')?.cells[0], (row('answered') ?? row('all'))?.cells[0]]
  const [fell, base] = [cell && read(cell), baseCell && read(baseCell)]
  if (!fell || !base || base.least || fell.figure > base.figure) return null
  const known = row('answered')
    ? { en: ' whose image of Japan is known before and after', ja: '来日前後の印象がともに分かる' }
    : { en: '', ja: '' }
  return firstThatFits([
    sentence({
      en: said`Of the ${baseToken(base)} reported cases${known.en}, ${fell.least ? 'at least ' : ''}${countToken(fell)} concerned people whose image of Japan grew worse.`,
      ja: said`${known.ja}報告事例${baseToken(base)}件のうち${fell.least ? '少なくとも' : ''}${countToken(fell)}件で、日本の印象が来日前より悪くなった。`,
    }),
  ])
}

/** Origins of which routes are shown: the largest, in the order of the tree. */
export function sentenceOfJourneys({ routes }: JourneysBlock): Sentence | null {
  const places = new Map(inReadingOrder(routes.origins).map((node, place) => [node, place]))
  const origins = routes.origins.flatMap((node, place) => {
    const [figure, phrases] = [whole(node.cell), phrasesOf('route_origin', 'country', node.code)]
    if (node.role !== 'value' || !figure || !phrases) return []
    const cells = [{ slice: routes.slice, table: routes.id, place: places.get(node)! }]
    return [{ place, phrases, count: { cells, figure: figure.figure } }]
  })
  if (origins.length === 0) return null
  const listed = mostInOrder(origins).map(({ phrases: { modifier }, count }) => ({ modifier, token: countToken(count) }))
  return firstThatFits([
    sentence({
      en: said`Reported cases whose routes can be shown include ${enumerated(listed.map(({ modifier, token }) => said`${token} ${modifier.en}`))}.`,
      ja: said`移動経路を示せる報告事例には、${listed.flatMap(({ modifier, token }, at) => said`${at > 0 ? '、' : ''}${modifier.ja}${token}件`)}が含まれる。`,
    }),
  ])
}

/** Each step of the tree before the steps that follow it: the order in which `CellPlace` counts them. */
export const inReadingOrder = (nodes: readonly ReleasedJourneyNode[]): readonly ReleasedJourneyNode[] =>
  nodes.flatMap((node) => [node, ...inReadingOrder(node.children)])
