/** What stands in braces in a commentary: references to figures, and the three kinds of number that are no figure. */
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { SentencePart } from '../../../survey-schema/release/sentence.ts'
import { resolved } from './references.ts'
import type { CommentaryRule } from './trouble.ts'

/** Any brace that is no mark is a mistake, and is found too. */
const MARK = /\{\{(?<reference>[^{}\n]{1,80})\}\}|\{(?<kind>y|art|t):(?<number>[^{}\n]{1,8})\}|[{}]/gu

/** A year, an article of a treaty or a law, a table of this book. None of them counts anything. */
const NUMBERS: Readonly<Record<string, RegExp>> = { y: /^(?:19|20)\d\d$/, art: /^[1-9]\d{0,2}(?:\.\d{1,2})?$/, t: /^\d{1,2}\.\d{1,2}$/ }

/** What would make a count of a marked number. */
const COUNTED =
  /^(?:\s|[*_])*(?:人|件|名|事例|割|倍|団体|か所|か国|%|％|(?:reported |other |more )?(?:cases|people|persons|women|men|girls|boys|children|victims|survivors|reports|organisations|percent|per cent)\b)/iu

export interface Mark {
  readonly start: number
  readonly end: number
  readonly found: { readonly part: SentencePart } | { readonly rule: CommentaryRule }
}

export function marksIn(text: string, book: Pick<Book, 'chapters'>, policy: Policy): readonly Mark[] {
  return [...text.matchAll(MARK)].map(({ 0: mark, index, groups }) => {
    const { reference, kind, number } = groups ?? {}
    const [start, end] = [index, index + mark.length]
    if (reference !== undefined) {
      const one = resolved(reference.trim(), book, policy)
      return { start, end, found: 'token' in one ? { part: one.token } : one }
    }
    if (kind === undefined || number === undefined || !NUMBERS[kind]!.test(number)) return { start, end, found: { rule: 'reference' } }
    if (COUNTED.test(text.slice(end))) return { start, end, found: { rule: 'number' } }
    const known = kind !== 't' || book.chapters.some(({ tables }) => tables.some((table) => table.number === number))
    return { start, end, found: known ? { part: number } : { rule: 'reference' } }
  })
}
