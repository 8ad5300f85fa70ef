/** Text of a Word document: runs in one language, and the names and sizes that all its parts share. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { printable } from './xml-text.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
export const ROOT = { 'xmlns:w': MAIN, 'xmlns:r': OFFICE }
/** A4, 20 mm around, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: 1134 }
/** Between the margins, in twentieths of a point. */
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin

export const languageOf = (language: Language) =>
  element('w:lang', language === 'ja' ? { 'w:val': 'en-US', 'w:eastAsia': 'ja-JP' } : { 'w:val': 'en-GB', 'w:eastAsia': 'ja-JP' })

export const run = (text: string, language: Language, ...properties: readonly Xml[]) =>
  element(
    'w:r',
    {},
    element(
      'w:rPr',
      {},
      ...(language === 'ja' ? [element('w:rFonts', { 'w:hint': 'eastAsia' })] : []),
      ...properties,
      languageOf(language),
    ),
    ...text
      .split('\n')
      .flatMap((line, at) => [...(at > 0 ? [element('w:br', {})] : []), element('w:t', { 'xml:space': 'preserve' }, printable(line))]),
  )
