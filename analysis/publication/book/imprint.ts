/** The title page, and the lines under each table that a figure must not be cited without: policy, period, source, citation. */

import type { Imprint } from '../../../survey-schema/release/book.ts'
import { policyNote } from '../../../survey-schema/release/policy-note.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { editionsIn, editionsOf, newestOf, type PublishedEditions } from './published-editions.ts'

export const TITLE = text('JNATIPデータブック', 'JNATIP Data Book')
const FICTIONAL = text('架空のデータ：団体も事例も実在しない。', 'Fictional: these partners and cases are invented.')

export function imprintOf(published: PublishedEditions): Imprint {
  const manifest = newestOf(published)
  return {
    title: TITLE,
    edition: editionsOf(published).at(-1)!,
    editions: editionsOf(published),
    volume: manifest.volume?.id ?? null,
    questionnaire: manifest.counted.at(-1)?.questionnaire ?? manifest.editions.at(-1)!.questionnaire,
    policy: manifest.policy.id,
    policyLine: policyLine(manifest.policy.id),
    fictional: manifest.fictional,
    checksum: manifest.checksum,
    ...(published.records ? { records: published.records } : {}),
  }
}

/** The line under every table that says whether its figures are adjusted or exact, and what withheld means. @param policy name of the policy */
export function policyLine(policy: string): Text {
  const note = policyNote(policy)
  return text(
    `秘匿規則${policy}：${note.ja}5未満は示さない。x＝秘匿（理由や大きさは示さない）。`,
    `Policy ${policy}. ${note.en} Nothing under 5 is shown; x = withheld, whatever the reason.`,
  )
}

/** Notes that stand under every table and in every chapter. */
export const notesOfEveryTable = (published: PublishedEditions): readonly Text[] => [
  ...(newestOf(published).fictional ? [FICTIONAL] : []),
  text('報告された事例の集計であり、被害全体を代表するものではない。', 'Reported cases, not a sample of all victims.'),
]

/** Registration years and editions whose cases a table counts. @param caseSets names of editions, or of volumes */
export function periodOf(published: PublishedEditions, caseSets: readonly string[]): Text {
  const editions = [...new Set(caseSets.flatMap((caseSet) => editionsIn(published, caseSet)))]
  const years = yearsOf(editions.flatMap((edition) => published.table(edition, 'registration_year@period3') ?? []))
  const span = years && text(`${years[0]}～${years[1]}年受付・`, `registered ${years[0]}–${years[1]}; `)
  const which =
    editions.length === 1
      ? text(`${editions[0]}版`, `edition ${editions[0]}`)
      : text(`${editions.join('、')}の${editions.length}版の合計`, `${editions.length} editions together: ${editions.join(', ')}`)
  return text(`${span?.ja ?? ''}${which.ja}`, sentence(`${span?.en ?? ''}${which.en}`))
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** First and last registration year of those periods that show cases; null where none does. */
function yearsOf(tables: readonly ReleasedTable[]): readonly [string, string] | null {
  const periods = tables.flatMap(({ axes, cells }) =>
    axes[0].lines.flatMap(({ code, role }, place) => (role === 'value' && 'figure' in cells[place]! ? [code.split('_')] : [])),
  )
  const [from, to] = [
    periods.map((years) => years[0]!).sort()[0],
    periods
      .map((years) => years[1]!)
      .sort()
      .at(-1),
  ]
  return from === undefined || to === undefined ? null : [from, to]
}

/** Data book, editions, questionnaire, and the kinds of body that reported, as far as they are shown. */
export function sourceOf(published: PublishedEditions, caseSets: readonly string[]): Text {
  const editions = [...new Set(caseSets.flatMap((caseSet) => editionsIn(published, caseSet)))]
  const lines = editions.flatMap((edition) => {
    const table = published.table(edition, 'source_type@group5')
    return table ? table.axes[0].lines.filter(({ role }, place) => role === 'value' && 'figure' in table.cells[place]!) : []
  })
  const bodies = [...new Map(lines.map((line) => [line.code, line])).values()]
  const { questionnaire } = imprintOf(published)
  const named = editions.join('、')
  const { records } = published
  return text(
    [
      `出典：${TITLE.ja} ${named}、調査票${questionnaire}版`,
      ...(bodies.length > 0 ? [`報告：${bodies.map(({ ja }) => ja).join('、')}`] : []),
      ...(records ? [`元の記録：${records.citation.ja}`] : []),
    ].join('。'),
    [
      `Source: ${TITLE.en}, ${editions.join(', ')}, questionnaire ${questionnaire}`,
      ...(bodies.length > 0 ? [`Reported by: ${bodies.map(({ en }) => en).join(', ')}`] : []),
      ...(records ? [`Records: ${records.citation.en}`] : []),
    ].join('. '),
  )
}

/** The citation of a table or chapter, as printed under it. @param part such as `表5.3` and `Table 5.3`; null for the book */
export function citationOf(published: PublishedEditions, part: Text | null, checksum: string): Text {
  const { edition, policy } = imprintOf(published)
  const first = checksum.slice(0, 16)
  return text(
    [`JNATIP『データブック ${edition}』`, ...(part ? [part.ja] : []), `秘匿規則${policy}`, `照合値 ${first}`].join('、'),
    [`JNATIP, Data Book ${edition}`, ...(part ? [part.en] : []), `policy ${policy}`, `checksum ${first}`].join(', '),
  )
}
