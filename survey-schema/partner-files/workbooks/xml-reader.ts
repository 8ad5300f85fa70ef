/**
 * The one reader of XML: under workbooks (XLSX, ODS) and submissions of the XForm. Text goes in piece by piece, elements come out as they
 * open and close, and time is linear in the text whatever its shape. Nothing beyond the document is looked up: a document type is
 * refused, and with it every entity of the document's own.
 */
import { SaxesParser } from 'saxes'
import { refuseFile } from '../file-reader.ts'

/** What one document may hold, about as exactly as the pieces are long. A sheet as large as Excel's largest readable here has some 20 million elements. */
export const XML_LIMITS = { depth: 64, elements: 30_000_000, charactersWithoutElement: 1 << 20 } as const

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlEvents {
  /** @param name without its prefix  @param depth 1 for the root  @param written the name with its prefix; attributes keep theirs */
  open(name: string, attributes: XmlAttributes, depth: number, written: string): void
  close(name: string, depth: number): void
  /** A text, or a part of one: a comment, an element or a CDATA section may stand within. */
  text(text: string): void
}

export interface XmlRules {
  /** The rule that a document breaks that is not well formed, too deep, or declares a document type. */
  readonly rule: 'broken_xml' | 'broken_archive'
  readonly depth?: number
  /** How many there may be. */
  readonly elements?: number
}

const OPTIONS = { position: false, xmlns: false } as const

/** Characters handed to the parser at once. */
const PIECE = 1 << 16
/** Different names whose local part is remembered; a document of ours or of a spreadsheet has some dozens. */
const MOST_NAMES = 1000

/**
 * Reads a document, and pauses after each piece so that a caller may hand on what has come out.
 * @throws ProblemError `invalid-file` with the rule given, or `too_large` for a document beyond the limits
 */
export function* readingXml(texts: Iterable<string>, events: XmlEvents, rules: XmlRules): Generator<void> {
  const { rule, depth: deepest, elements: most } = { ...XML_LIMITS, ...rules }
  const parser = new SaxesParser<typeof OPTIONS>(OPTIONS)
  const names = new Map<string, string>()
  const broken = () => refuseFile([{ pointer: '', rule }])
  const tooLarge = () => refuseFile([{ pointer: '', rule: 'too_large' }])
  let [depth, elements, waiting] = [0, 0, 0]
  const localName = (written: string): string => {
    const known = names.get(written)
    if (known !== undefined) return known
    if (names.size >= MOST_NAMES) names.clear()
    const local = written.slice(written.indexOf(':') + 1)
    names.set(written, local)
    return local
  }
  const refuse = () => {
    throw broken()
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    waiting = 0
    depth++
    if (depth > deepest) throw broken()
    if (++elements > most) throw tooLarge()
    events.open(localName(name), attributes, depth, name)
  })
  parser.on('closetag', ({ name }) => {
    waiting = 0
    events.close(localName(name), depth)
    depth--
  })
  parser.on('text', (text) => depth > 0 && events.text(text))
  parser.on('cdata', (text) => depth > 0 && events.text(text))
  for (const text of texts)
    for (let at = 0; at < text.length; at += PIECE) {
      const piece = text.length <= PIECE ? text : text.slice(at, at + PIECE)
      // An attribute, a comment or a text without end is refused here, before it fills the memory.
      waiting += piece.length
      if (waiting > XML_LIMITS.charactersWithoutElement) throw tooLarge()
      parser.write(piece)
      yield
    }
  parser.close()
}

/** Reads a document to its end. @throws ProblemError as `readingXml` */
export function readWholeXml(texts: Iterable<string>, events: XmlEvents, rules: XmlRules): void {
  for (const _ of readingXml(texts, events, rules)) void _
}
