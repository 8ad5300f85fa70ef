/** What a person reads in a file, whatever it is: the text of HTML, SVG, XLSX, DOCX and plain files, archives unpacked to the last. */
import { strFromU8, unzipSync } from 'fflate'

export interface FileText {
  readonly path: string
  readonly text: string
}

const entities = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** Text between tags; attributes are markup, except those that are read aloud or shown. */
const ofMarkup = (markup: string) =>
  entities(
    [
      markup.replaceAll(/<style>[\s\S]*?<\/style>/g, ' ').replaceAll(/<[^>]*>/g, '\n'),
      ...[...markup.matchAll(/ (?:alt|descr|title|w:val)="([^"]*[^\s\x21-\x7e][^"]*)"/g)].map(([, words]) => words!),
    ].join('\n'),
  )

const drawingsIn = (path: string, html: string): FileText[] =>
  [...html.matchAll(/data:image\/svg\+xml;base64,([^"]*)/g)].map(([, data], at) => ({
    path: `${path} drawing ${at + 1}`,
    text: ofMarkup(Buffer.from(data!, 'base64').toString()),
  }))

const SHEET_PARTS = /^xl\/worksheets\/|^word\/(document|header|footer)|^docProps/

/** @returns nothing for images and for parts of a document that hold no words */
export function textsIn(path: string, bytes: Uint8Array): FileText[] {
  if (/(^|\.)(xlsx|docx)$/.test(path))
    return Object.entries(unzipSync(bytes)).flatMap(([part, content]) =>
      SHEET_PARTS.test(part) ? [{ path: `${path}/${part}`, text: ofMarkup(strFromU8(content)) }] : [],
    )
  if (path.endsWith('.zip')) return Object.entries(unzipSync(bytes)).flatMap(([part, content]) => textsIn(`${path}/${part}`, content))
  if (/(^|\.)(html|svg)$/.test(path)) {
    const markup = strFromU8(bytes)
    return [{ path, text: ofMarkup(markup.replaceAll(/src="data:[^"]*"/g, '')) }, ...drawingsIn(path, markup)]
  }
  return /(^|\.)(csv|txt|md|tex|json|bib|ris)$/.test(path) ? [{ path, text: strFromU8(bytes) }] : []
}
