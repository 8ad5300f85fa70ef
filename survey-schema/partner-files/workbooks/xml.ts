/** Small XML documents as trees: elements, attributes and text. Anything that could refer beyond the document is refused. */
import { readWholeXml, type XmlAttributes } from './xml-reader.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** By names without prefixes. */
  readonly attributes: XmlAttributes
  readonly children: readonly XmlElement[]
  /** Text directly inside, its pieces joined. */
  readonly text: string
}

interface Open extends XmlElement {
  readonly children: XmlElement[]
  text: string
}

/** Deeper than any form of ours. */
const DEEPEST = 20
/** A tree is kept whole: many times the memory of its text. */
const MOST_ELEMENTS = 3_000_000

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** The root element. @throws ProblemError `invalid-file` for what is not well formed, too deep, or declares a document type */
export function readXml(text: string): XmlElement {
  const top: XmlElement[] = []
  const stack: Open[] = []
  readWholeXml(
    [text],
    {
      open(name, attributes) {
        const named = Object.fromEntries(Object.entries(attributes).map(([written, value]) => [local(written), value]))
        const element: Open = { name, attributes: named, children: [], text: '' }
        ;(stack.at(-1)?.children ?? top).push(element)
        stack.push(element)
      },
      close: () => void stack.pop(),
      text(piece) {
        const open = stack.at(-1)
        if (open) open.text += piece
      },
    },
    { rule: 'broken_xml', depth: DEEPEST, elements: MOST_ELEMENTS },
  )
  // A document without a root is not well formed, and is refused above.
  return top[0] as XmlElement
}
