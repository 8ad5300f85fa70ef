/** Finds variables by their names and answers, and tables of the book by their titles. Loaded when somebody begins to type. */
import MiniSearch from 'minisearch'
import type { BookContents } from '../../survey-schema/release/book.ts'
import type { Text } from '../../survey-schema/text.ts'
import { VARIABLES } from '../../survey-schema/variables/index.ts'

export type Find =
  | {
      readonly kind: 'variable'
      readonly id: string
      readonly name: Text /** The answer by which it was found. */
      readonly answer: Text | null
    }
  | { readonly kind: 'table'; readonly chapter: string; readonly number: string; readonly name: Text }

interface Entry {
  readonly id: string
  readonly name: string
  readonly answer: string
}

/** At most; whoever needs more types another letter. */
const MOST = 8
const KANA_AND_KANJI = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu
const WORD = /[\p{L}\p{N}]+/gu

/**
 * Words as they are written, and Japanese, which leaves no spaces between them, in pairs of characters.
 * @example wordsOf('在留資格 visa') // ['在留', '留資', '資格', 'visa']
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const pairs = [...plain.matchAll(KANA_AND_KANJI)].flatMap(([run]) => {
    const signs = [...run]
    return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
  })
  return [...pairs, ...(plain.replaceAll(KANA_AND_KANJI, ' ').match(WORD) ?? [])]
}

/** @param contents of the book; null where there is none @param offered whether the edition holds a table of the variable */
export function searchIn(contents: BookContents | null, offered: (variable: string) => boolean): (typed: string) => readonly Find[] {
  const index = new MiniSearch<Entry>({ fields: ['name', 'answer'], tokenize: wordsOf, processTerm: (term) => term })
  const found = new Map<string, Find>()
  const add = (id: string, find: Find, name: string, answer: string) => {
    if (found.has(id)) return
    found.set(id, find)
    index.add({ id, name, answer })
  }
  for (const variable of VARIABLES.filter(({ id }) => offered(id))) {
    const { id, ja, en } = variable
    add(id, { kind: 'variable', id, name: { ja, en }, answer: null }, `${ja} ${en}`, '')
    for (const { categories } of variable.levels)
      for (const { code, ja: answerJa, en: answerEn } of categories)
        add(
          `${id} ${code}`,
          { kind: 'variable', id, name: { ja, en }, answer: { ja: answerJa, en: answerEn } },
          '',
          `${answerJa} ${answerEn}`,
        )
  }
  for (const { id: chapter, tables } of contents?.chapters ?? [])
    for (const { number, title } of tables)
      add(`table ${number}`, { kind: 'table', chapter, number, name: title }, `${title.ja} ${title.en}`, '')
  return (typed) => {
    const seen = new Set<string>()
    const hits: Find[] = []
    const options = {
      prefix: (term: string) => term.length > 1,
      fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
      boost: { name: 2 },
    }
    for (const { id } of index.search(typed, { ...options, combineWith: 'AND' })) {
      const find = found.get(String(id))
      const name = find?.kind === 'variable' ? find.id : String(id)
      // Many answers of one variable lead to one table.
      if (!find || seen.has(name)) continue
      seen.add(name)
      hits.push(find)
      if (hits.length === MOST) break
    }
    return hits
  }
}
