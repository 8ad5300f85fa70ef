/**
 * What the book says of real, published records, against what is known of them: every number worked out anew from the bundle, and the shares of its
 * findings beside those that a count of the whole file gives. Where only a part of the file was sent, a share may lie as far away as chance allows.
 */
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { wilson } from '../../analysis/publication/statistics/share.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { parseJson } from '../../survey-schema/json.ts'
import type { Book } from '../../survey-schema/release/book.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import type { Sentence } from '../../survey-schema/release/sentence.ts'
import { bookOfBundle } from '../support/book-files.ts'
import { recomputed, releasedCells, tokensIn } from '../support/said-figures.ts'
import type { Checks } from './checks.ts'
import { type Golden, MEANS, TYPES } from './golden.ts'

/** The largest noise of a figure, in cases. */
const NOISE = 5
/** Wider than 95 %: several shares are compared, and none may fail by chance. */
const WIDER = 2

/** @param bundle the published file, as text @param sent records of the golden file that were sent */
export function checkFindings(to: Checks, golden: Golden, bundle: string, sent: number): void {
  const published = readBundle(parseJson(bundle), checksum)
  const book = bookOfBundle(published)
  const cellsOf = releasedCells([published])
  const said = sentencesOf(book)
  const wrong = said.filter((one) => tokensIn(one).some((token) => recomputed(token, cellsOf) !== token.figure))
  to.holds(
    'every number that the book says is worked out anew from the bundle',
    said.length > 10 && wrong.length === 0,
    `${said.length} sentences`,
  )
  for (const { sentence } of book.findings.mainPoints) to.note(`main point: ${sentence.en}`)
  const table = published.tables.find(({ id }) => id === 'exploitation_types@list')
  to.holds('forms of exploitation are published', table !== undefined)
  if (!table) return
  const place = (code: string) => table.axes[0].lines.findIndex((line) => line.code === code)
  const [found, base] = [figureOf(table.cells[place('sexual')]), figureOf(table.cells[place('answered')])]
  const share = golden.positive.isSexualExploit! / golden.exploitation_any_info
  const agrees = found !== null && base !== null && within(found / base, base, share, sent < golden.rows)
  const seen =
    found !== null && base !== null
      ? `${(100 * (found / base)).toFixed(1)} % of ${base}; of the file ${(100 * share).toFixed(1)} %`
      : 'withheld'
  to.holds('sexual exploitation, of cases with any information, as in the file', agrees, seen)
  counts(to, published, 'exploitation_types@list', codesOf(TYPES, golden.positive, ''), sent / golden.rows)
  counts(to, published, 'means_of_control@list', codesOf(MEANS, golden.means_positive, 'meansOfControl'), sent / golden.rows)
  const lead = book.findings.chapters.find(({ id }) => id === 'exploitation')?.finding
  const [largest] = lead ? tokensIn(lead.sentence).filter(({ kind }) => kind === 'count') : []
  const led = largest?.cells[0]
  to.holds(
    'the chapter on exploitation is led by the largest form',
    led?.table === table.id && led.place === place('sexual'),
    lead?.sentence.en ?? 'no finding',
  )
}

const sentencesOf = ({ findings, chapters }: Book): readonly Sentence[] => [
  ...findings.mainPoints.map(({ sentence }) => sentence),
  ...findings.chapters.flatMap(({ finding, sentences }) => [
    ...(finding ? [finding.headline, finding.sentence] : []),
    ...sentences.map(({ sentence }) => sentence),
  ]),
  ...chapters.flatMap(({ tables }) => tables.flatMap((table) => table.sentences)),
]

/** By our code what the whole file has of it. */
const codesOf = (codes: Readonly<Record<string, string>>, positive: Readonly<Record<string, number>>, prefix: string) =>
  Object.entries(codes).map(([column, code]) => [code, positive[`${prefix}${column}`] ?? 0] as const)

/** Shown figures against those of the whole file, where the part that was sent is a `share` of it. */
function counts(to: Checks, { tables }: Bundle, id: string, golden: readonly (readonly [code: string, cases: number])[], share: number) {
  const table = tables.find((one) => one.id === id)
  const compared = golden.flatMap(([code, cases]) => {
    const figure = figureOf(table?.cells[table.axes[0].lines.findIndex((line) => line.code === code)])
    return figure === null ? [] : [{ code, figure, expected: cases * share }]
  })
  const apart = compared.filter(({ figure, expected }) => Math.abs(figure - expected) > NOISE + (share < 1 ? 4 * Math.sqrt(expected) : 0))
  to.holds(
    `${id}: shown figures are those of the file`,
    compared.length > 0 && apart.length === 0,
    `${compared.length} compared${apart.map(({ code }) => `, ${code}`).join('')}`,
  )
}

const figureOf = (cell: ReleasedCell | undefined): number | null => (cell && 'figure' in cell ? cell.figure : null)

/** Of the whole file a share differs by noise and rounding alone. */
function within(found: number, base: number, share: number, sampled: boolean): boolean {
  const [low, high] = wilson(found, base)
  return sampled ? Math.abs(found - share) <= WIDER * Math.max(found - low, high - found) : Math.abs(found - share) < 0.005
}
