/** Styles of a Word document: one for each kind of paragraph. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import type { ParagraphStyle } from './word-content.ts'
import { languageOf, ROOT } from './word-text.ts'

const FONTS = { 'w:ascii': 'BIZ UDPGothic', 'w:hAnsi': 'BIZ UDPGothic', 'w:eastAsia': 'BIZ UDPGothic', 'w:cs': 'BIZ UDPGothic' }

interface StyleSettings {
  readonly name: string
  /** Half points. */
  readonly size: number
  readonly bold?: boolean
  readonly colour?: string
  readonly before?: number
  readonly after?: number
  readonly level?: number
  readonly indent?: number
}
const STYLES_BY_NAME: Readonly<Record<ParagraphStyle, StyleSettings>> = {
  Normal: { name: 'Normal', size: 20, after: 100 },
  Title: { name: 'Title', size: 44, bold: true, before: 2400, after: 160 },
  Subtitle: { name: 'Subtitle', size: 26, colour: '4F5A62', after: 160 },
  Heading1: { name: 'heading 1', size: 30, bold: true, before: 240, after: 160, level: 0 },
  Heading2: { name: 'heading 2', size: 24, bold: true, before: 360, after: 80, level: 1 },
  Heading3: { name: 'heading 3', size: 21, bold: true, before: 200, after: 60, level: 2 },
  Lead: { name: 'Lead', size: 26, before: 120, after: 80 },
  Caption: { name: 'caption', size: 20, bold: true, before: 200, after: 60 },
  TableBase: { name: 'Table base', size: 17, colour: '4F5A62', after: 40 },
  TableNote: { name: 'Table note', size: 16, colour: '4F5A62', after: 20 },
  TableText: { name: 'Table text', size: 17, before: 20, after: 20 },
  TableHead: { name: 'Table head', size: 17, before: 20, after: 20, bold: true },
  TOC1: { name: 'toc 1', size: 20, bold: true, before: 120, after: 20 },
  TOC2: { name: 'toc 2', size: 18, indent: 300, after: 0 },
}

const STYLES = Object.entries(STYLES_BY_NAME) as readonly (readonly [ParagraphStyle, StyleSettings])[]

/** Left out of a document that has no such paragraph. */
const RARE: ReadonlySet<ParagraphStyle> = new Set(['Lead'])

/** @param used by the document */
export const styleSheet = (language: Language, used: ReadonlySet<ParagraphStyle>): Xml =>
  element(
    'w:styles',
    ROOT,
    element(
      'w:docDefaults',
      {},
      element('w:rPrDefault', {}, element('w:rPr', {}, element('w:rFonts', FONTS), element('w:sz', { 'w:val': 20 }), languageOf(language))),
      element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 0 }))),
    ),
    STYLES.filter(([id]) => used.has(id) || !RARE.has(id)).map(([id, { name, size, bold, colour, before = 0, after = 0, level, indent }]) =>
      element(
        'w:style',
        { 'w:type': 'paragraph', 'w:styleId': id, ...(id === 'Normal' ? { 'w:default': 1 } : {}) },
        element('w:name', { 'w:val': name }),
        ...(id === 'Normal' ? [] : [element('w:basedOn', { 'w:val': 'Normal' })]),
        element('w:qFormat', {}),
        element(
          'w:pPr',
          {},
          ...(level === undefined ? [] : [element('w:keepNext', {})]),
          element('w:spacing', { 'w:before': before, 'w:after': after }),
          ...(indent === undefined ? [] : [element('w:ind', { 'w:left': indent })]),
          ...(level === undefined ? [] : [element('w:outlineLvl', { 'w:val': level })]),
        ),
        element(
          'w:rPr',
          {},
          ...(bold ? [element('w:b', {})] : []),
          ...(colour ? [element('w:color', { 'w:val': colour })] : []),
          element('w:sz', { 'w:val': size }),
        ),
      ),
    ),
  )
