/**
 * The commentary of a book from the texts of two editors: laid out as it may be, its numbers resolved to released cells, or refused with
 * every place that is wrong.
 */
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Commentary, CommentaryParagraph, CommentaryPart, CommentaryPlace } from '../../../survey-schema/release/commentary.ts'
import { LANGUAGE_IDS, type Language } from '../../../survey-schema/text.ts'
import type { Checksum } from '../../disclosure/released/release.ts'
import { TOPICS } from '../book/fact-sheets/topics.ts'
import { strangeIn } from './numbers.ts'
import { type ReadingContext, readText } from './read-text.ts'
import type { CommentaryRule, CommentaryTrouble } from './trouble.ts'

/** Two names, each on a line of its own. */
export const EDITORS_FILE = 'editors.txt'
const LONGEST_NAME = 80
/** Of a fact sheet, which is one page, in characters. */
const LONGEST_ON_SHEET = { ja: 160, en: 320 } as const

export interface CommentaryContext extends ReadingContext {
  readonly checksum: Checksum
}

export type CommentaryFound = { readonly commentary: Commentary } | { readonly troubles: readonly CommentaryTrouble[] }

/** @param files the texts of a folder by name: `editors.txt`, `front.ja.md`, `chapter-7.en.md`, `fact-sheet-debt.ja.md` */
export function commentaryOf(files: ReadonlyMap<string, string>, context: CommentaryContext): CommentaryFound {
  const troubles: CommentaryTrouble[] = []
  const refuse = (file: string, rule: CommentaryRule) => troubles.push({ file, line: 1, column: 1, rule })
  const editors = editorsOf(files.get(EDITORS_FILE) ?? '')
  if (!editors) refuse(EDITORS_FILE, 'editors')
  const parts = new Map<string, { readonly place: CommentaryPlace; readonly texts: Map<Language, readonly CommentaryParagraph[]> }>()
  for (const [file, markdown] of [...files].filter(([name]) => name !== EDITORS_FILE).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = placeOf(file, context.book)
    if (!at) {
      refuse(file, 'place')
      continue
    }
    const text = readText(file, markdown, context)
    troubles.push(...text.troubles)
    if (text.paragraphs.length === 0 && text.troubles.length === 0) refuse(file, 'language')
    if (at.place.kind === 'fact-sheet' && markdown.trim().length > LONGEST_ON_SHEET[at.language]) refuse(file, 'length')
    const part = parts.get(at.name) ?? { place: at.place, texts: new Map() }
    parts.set(at.name, part)
    part.texts.set(at.language, text.paragraphs)
  }
  for (const [name, { texts }] of parts)
    for (const language of LANGUAGE_IDS) if (!texts.has(language)) refuse(`${name}.${language}.md`, 'language')
  if (troubles.length > 0 || !editors) return { troubles }
  const made = [...parts.values()].map(
    ({ place, texts }): CommentaryPart => ({ place, paragraphs: { ja: texts.get('ja')!, en: texts.get('en')! } }),
  )
  return { commentary: { editors, parts: made, checksum: context.checksum({ editors, parts: made }) } }
}

function editorsOf(text: string): readonly [string, string] | null {
  const names = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [one, other] = names
  const fit = names.every((name) => name.length <= LONGEST_NAME && strangeIn(name).length === 0)
  return one && other && names.length === 2 && one !== other && fit ? [one, other] : null
}

const FILE = /^(?<name>front|chapter-(?<chapter>\d{1,2})|fact-sheet-(?<sheet>[a-z-]+))\.(?<language>ja|en)\.md$/

function placeOf(file: string, { chapters }: Pick<Book, 'chapters'>) {
  const { name, chapter, sheet, language } = FILE.exec(file)?.groups ?? {}
  if (!name) return null
  const found = chapters.find(({ number }) => String(number) === chapter)
  const topic = TOPICS.find(({ id }) => id === sheet)
  const place: CommentaryPlace | null = found
    ? { kind: 'chapter', id: found.id }
    : topic
      ? { kind: 'fact-sheet', id: topic.id }
      : name === 'front'
        ? { kind: 'front' }
        : null
  return place && { name, place, language: language as Language }
}
