/** References of a commentary to figures of the book: `{{5.3 TH×kanto}}` is the published figure where these lines meet in table 5.3. */
import type { Book, TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedAxis } from '../../../survey-schema/release/released-table.ts'
import type { FigureToken } from '../../../survey-schema/release/sentence.ts'
import { countToken, type SharesRead, sharesRead, shareToken } from '../findings/read-figures.ts'
import type { CommentaryRule } from './trouble.ts'

/** What a reference says: table, lines, and whether the share is meant. */
const REFERENCE = /^(?<table>\d{1,2}\.\d{1,2})(?:@(?<slice>[\w.-]+))? (?<lines>[\w:]+(?:(?: ?× ?| x )[\w:]+)?)(?<share> %)?$/

type ResolvedReference = { readonly token: FigureToken } | { readonly rule: CommentaryRule }

/**
 * The figure of a reference, as it is printed. Without `@` of an edition or volume the first block that has the lines is meant, which is that of all
 * editions together.
 * @param words without its braces: `7.1 sexual`, `7.1 sexual %`, `5.3 TH×kanto`, `2.4 education:university`, `5.3@2026-1 TH×total`
 */
export function resolved(words: string, { chapters }: Pick<Book, 'chapters'>, policy: Policy): ResolvedReference {
  const { table: number, slice, lines: named, share } = REFERENCE.exec(words)?.groups ?? {}
  const table = chapters.flatMap(({ tables }) => tables).find((one) => one.number === number)
  if (!table || !named) return { rule: 'reference' }
  const lines = named.split(/ ?× ?| x /).map((line) => line.split(':') as unknown as LineNamed)
  const blocks = table.blocks.filter((block): block is TableBlock => block.kind === 'table' && (!slice || block.table.slice === slice))
  const found = blocks.flatMap((block) => {
    const read = sharesRead(block, policy)
    const at = placesOf(read, lines)
    return at ? [{ caption: block.caption.en, read, at }] : []
  })
  const [first] = found
  if (!first) return { rule: 'reference' }
  if (found.some(({ caption }) => caption !== first.caption)) return { rule: 'ambiguous' }
  if (share) {
    const shown = first.read.share(...first.at)
    return shown ? { token: shareToken(shown) } : { rule: 'withheld' }
  }
  const shown = first.read.figure(...first.at)
  return shown ? { token: countToken(shown) } : { rule: 'withheld' }
}

type LineNamed = readonly [first: string, second?: string]

/** The places of the lines, whichever is named first; null where the table has not exactly these. */
function placesOf(
  { lines: { axis: down }, groups }: SharesRead,
  named: readonly LineNamed[],
): readonly [line: number, group: number] | null {
  const [one, other] = named
  if (!one || named.length !== (groups ? 2 : 1)) return null
  if (!groups || !other) return withGroup(placeOf(down, one), 0)
  return withGroup(placeOf(down, one), placeOf(groups.axis, other)) ?? withGroup(placeOf(down, other), placeOf(groups.axis, one))
}

/** @param named `code`, or `variable:code` */
function placeOf({ variable, lines }: ReleasedAxis, [first, second]: LineNamed): number {
  if (second !== undefined && first !== variable) return -1
  return lines.findIndex(({ code }) => code === (second ?? first))
}

const withGroup = (line: number, group: number) => (line < 0 || group < 0 ? null : ([line, group] as const))
