/** Paragraphs of a Word document: style, place in a list, bookmark and links. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import type { Paragraph, TextRun, WordPart } from './word-content.ts'
import { run } from './word-text.ts'

export const paragraphsOf = (parts: readonly WordPart[]) => parts.filter((part) => part.kind === 'paragraph')

/** @param id of its bookmark, null without one @param addresses of all links of the document, whose places number its relationships */
export function paragraph(
  { style, text, runs, entry, language, together, bookmark, link, newPage }: Paragraph,
  id: number | null,
  addresses: readonly string[],
): Xml {
  const words = runs === undefined ? [run(text, language)] : runs.map((piece) => marked(piece, language, addresses))
  return element(
    'w:p',
    {},
    element(
      'w:pPr',
      {},
      element('w:pStyle', { 'w:val': style }),
      ...(together ? [element('w:keepNext', {})] : []),
      ...(newPage ? [element('w:pageBreakBefore', {})] : []),
      ...(entry
        ? [element('w:numPr', {}, element('w:ilvl', { 'w:val': Math.min(entry.depth, 2) }), element('w:numId', { 'w:val': entry.list }))]
        : []),
    ),
    ...(id === null ? [] : [element('w:bookmarkStart', { 'w:id': id, 'w:name': bookmark! })]),
    ...(link === undefined ? words : [element('w:hyperlink', { 'w:anchor': link }, words)]),
    ...(id === null ? [] : [element('w:bookmarkEnd', { 'w:id': id })]),
  )
}

function marked({ text, strong, emphasis, address }: TextRun, language: Language, addresses: readonly string[]): Xml {
  const words = run(
    text,
    language,
    ...(strong ? [element('w:b', {})] : []),
    ...(emphasis ? [element('w:i', {})] : []),
    ...(address === undefined ? [] : [element('w:color', { 'w:val': '1F4E79' }), element('w:u', { 'w:val': 'single' })]),
  )
  return address === undefined ? words : element('w:hyperlink', { 'r:id': `rIdL${addresses.indexOf(address) + 1}` }, words)
}
