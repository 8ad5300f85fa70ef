/** Reads small XML documents: elements, attributes and text. Anything that could refer beyond the document is refused. */
import { refuseFile } from './file-reader.ts'
import { textOf } from './xlsx-cells.ts'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Text directly inside, its pieces joined. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** Deeper than any form of ours. */
const DEEPEST = 20

/** Comment, CDATA, instruction; closing tag; opening tag; text. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy
const ATTRIBUTE = /(?<![^\s=<>/])([^\s=<>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const broken = () => refuseFile([{ pointer: '', rule: 'broken_xml' }])

/** The root element. @throws ProblemError `invalid-file` for what is not well formed, too deep, or declares a document type */
export function readXml(text: string): XmlElement {
  const stack: Open[] = []
  let root: XmlElement | null = null
  let at = 0
  TOKEN.lastIndex = 0
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    at = TOKEN.lastIndex
    const [, cdata, closing, opening, attributes, empty, plain] = found
    const top = stack.at(-1)
    if (opening !== undefined) {
      if (root || stack.length >= DEEPEST) throw broken()
      stack.push({ tag: opening, name: local(opening), attributes: attributesIn(attributes ?? ''), children: [], text: '' })
      if (empty !== '/') continue
    } else if (closing === undefined) {
      const content = cdata ?? (plain === undefined ? '' : textOf(plain))
      if (top) top.text += content
      else if (content.replace('\uFEFF', '').trim() !== '') throw broken()
      continue
    } else if (top?.tag !== closing) throw broken()
    const { name, attributes: held, children, text: inside } = stack.pop() as Open
    const element = { name, attributes: held, children, text: inside }
    const parent = stack.at(-1)
    if (parent) parent.children.push(element)
    else root = element
  }
  if (!root || stack.length > 0 || at !== text.length) throw broken()
  return root
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE)) found.set(local(name), textOf(double ?? single ?? ''))
  return Object.fromEntries(found)
}
