/**
 * Citations in comments, test titles and documents, written in one way: "questionnaire, section 5.2", "release model, section 3",
 * "table plan, chapter 7", "table 5.4", "decision 11", and R05 for a check. Several are joined by commas, "and" or "to".
 */
import { piecesOf } from './text-zones.ts'

/** What a citation points at, and where it stands. */
export interface Citation {
  readonly place: string
  /** A name of `TARGETS`. */
  readonly target: string
  readonly number: string
}

interface Form {
  readonly target: string
  readonly pattern: RegExp
}

const SECTION = String.raw`(?:\d+(?:\.\d+)?|[A-P])(?![\w.]?\w)`
const list = (one: string) => String.raw`(${one}(?:(?:, | and | to |–)${one})*)`

/** In the order in which they are looked for; what one form takes, the next does not see. */
const FORMS: readonly Form[] = [
  { target: 'questionnaire', pattern: new RegExp(String.raw`questionnaire, sections? ${list(SECTION)}`, 'gi') },
  { target: 'release model', pattern: new RegExp(String.raw`release model, sections? ${list(SECTION)}`, 'gi') },
  { target: 'table plan', pattern: new RegExp(String.raw`table plan, sections? ${list(SECTION)}`, 'gi') },
  { target: 'chapter', pattern: new RegExp(String.raw`table plan, chapters? ${list(String.raw`\d+`)}`, 'gi') },
  { target: 'table', pattern: new RegExp(String.raw`\btables? ${list(String.raw`\d+\.\d+`)}`, 'gi') },
  { target: 'decision', pattern: new RegExp(String.raw`\bdecisions? ${list(String.raw`\d+`)}(?! or)`, 'gi') },
  { target: 'check', pattern: new RegExp(String.raw`\b${list(String.raw`R[0-2]\d`)}\b`, 'g') },
]

/** A document named without its section, or a section without its document. Links and works of others are neither. */
const LOOSE = [
  /(?<!\[)\b(?:release model|table plan)\b(?!\]|,? (?:section|chapter))/i,
  /(?<!RFC \d+, |FIPS \d+, )\b[Ss]ections? \d/,
  /\b[Ss]ections? [A-P]\b/,
]

const OWN: Readonly<Record<string, string>> = {
  'docs/questionnaire.md': 'questionnaire',
  'docs/release-model.md': 'release model',
  'docs/table-plan.md': 'table plan',
}

/** Comments run over several lines: lines that follow one another are read as one. */
function paragraphs(path: string, text: string): readonly { readonly line: number; readonly text: string }[] {
  const found: { line: number; last: number; text: string }[] = []
  for (const { zone, line, text: piece } of piecesOf(path, text)) {
    if (zone !== 'comment' && zone !== 'title' && zone !== 'document') continue
    const plain = piece.replace(/^\s*(?:\/\*\*|\*\/|\*|\/\/)?\s?/, '')
    const last = found.at(-1)
    if (zone === 'comment' && last && last.last === line - 1) {
      last.text += ` ${plain.trim()}`
      last.last = line
    } else found.push({ line, last: line, text: plain })
  }
  return found
}

export interface Cited {
  readonly citations: readonly Citation[]
  /** Places that name a document or a section in no form that can be followed. */
  readonly loose: readonly string[]
}

/**
 * Every citation of a file.
 * @example citationsIn('a.ts', '// see table plan, section 8').citations // [{ place: 'a.ts:1', target: 'table plan', number: '8' }]
 */
export function citationsIn(path: string, text: string): Cited {
  const citations: Citation[] = []
  const loose: string[] = []
  const own = OWN[path]
  for (const paragraph of paragraphs(path, text)) {
    const place = `${path}:${paragraph.line}`
    let rest = paragraph.text
    const take = ({ target, pattern }: Form) => {
      rest = rest.replace(pattern, (_, numbers: string) => {
        citations.push(...numbers.split(/, | and | to |–/).map((number) => ({ place, target, number: number.toUpperCase() })))
        return '…'
      })
    }
    FORMS.forEach(take)
    // A document speaks of its own sections without its name.
    if (own) take({ target: own, pattern: new RegExp(String.raw`\bsections? ${list(SECTION)}`, 'g') })
    if (!own && LOOSE.some((pattern) => pattern.test(rest))) loose.push(place)
  }
  return { citations, loose }
}
