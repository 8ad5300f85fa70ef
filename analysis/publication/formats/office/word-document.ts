/** Paragraphs and tables as a Word document (ECMA-376): styles, running head and page numbers, no author, no clock; the same content gives the same bytes. */

import { element, type Xml, xmlDocument } from '../../../../survey-schema/forms/xml.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { archive } from '../archive.ts'
import { coreProperties, printable, relationships } from './spreadsheet.ts'

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Heading2'
  | 'Heading3'
  | 'Caption'
  | 'Normal'
  | 'TableBase'
  | 'TableNote'
  | 'TableText'
  | 'TableHead'
  | 'TOC1'
  | 'TOC2'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly text: string
  /** The text in pieces, each with its look; in place of `text` where they are given. */
  readonly runs?: readonly TextRun[]
  /** Of a list. Entries of one list share its number, and a list of numbers begins with 1. */
  readonly entry?: { readonly list: number; readonly ordered: boolean; readonly depth: number }
  readonly language: Language
  /** Stays on the page of what follows. */
  readonly together?: boolean
  readonly bookmark?: string
  /** Name of a bookmark to jump to. */
  readonly link?: string
  readonly newPage?: boolean
}

export interface TextRun {
  readonly text: string
  readonly strong?: boolean
  readonly emphasis?: boolean
  /** Where a link leads; the caller has looked at it. */
  readonly address?: string
}

export interface WordTable {
  readonly kind: 'table'
  /** Of the columns, in twentieths of a point. */
  readonly widths: readonly number[]
  /** Rows repeated on each page. */
  readonly head: readonly (readonly WordCell[])[]
  readonly rows: readonly (readonly WordCell[])[]
  readonly language: Language
  /** Read aloud in place of the table. */
  readonly description: string
}

export interface WordCell {
  readonly text: string
  readonly right?: boolean
  readonly indent?: number
  readonly span?: number
  readonly bold?: boolean
}

export interface WordPicture {
  readonly kind: 'picture'
  readonly png: Uint8Array
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
  readonly description: string
}

export type WordPart = Paragraph | WordTable | WordPicture

interface WordContent {
  readonly title: string
  readonly running: string
  readonly language: Language
  readonly parts: readonly WordPart[]
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const FONTS = { 'w:ascii': 'BIZ UDPGothic', 'w:hAnsi': 'BIZ UDPGothic', 'w:eastAsia': 'BIZ UDPGothic', 'w:cs': 'BIZ UDPGothic' }
const ROOT = { 'xmlns:w': MAIN, 'xmlns:r': OFFICE }
/** A4, 20 mm around, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 }
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin
const EMU_A_PIXEL = 9525

export function wordDocument(content: WordContent): Uint8Array {
  const pictures = content.parts.filter((part) => part.kind === 'picture')
  const addresses = [...new Set(paragraphsOf(content.parts).flatMap(({ runs = [] }) => runs.flatMap(({ address }) => address ?? [])))]
  const lists = listsOf(content.parts)
  const parts: readonly (readonly [string, Xml])[] = [
    ['[Content_Types].xml', contentTypes(lists.length > 0)],
    [
      '_rels/.rels',
      relationships([
        ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(printable(content.title))],
    ['word/document.xml', documentPart(content, addresses)],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ['rId1', `${OFFICE}/styles`, 'styles.xml'],
        ['rId2', `${OFFICE}/settings`, 'settings.xml'],
        ['rId3', `${OFFICE}/header`, 'header1.xml'],
        ['rId4', `${OFFICE}/footer`, 'footer1.xml'],
        ...pictures.map((_, at) => [`rIdP${at + 1}`, `${OFFICE}/image`, `media/figure${at + 1}.png`] as const),
        ...(lists.length > 0 ? [['rIdN', `${OFFICE}/numbering`, 'numbering.xml'] as const] : []),
        ...addresses.map((address, at) => [`rIdL${at + 1}`, `${OFFICE}/hyperlink`, address, 'External'] as const),
      ]),
    ],
    ...(lists.length > 0 ? [['word/numbering.xml', numbering(lists)] as const] : []),
    ['word/styles.xml', styleSheet(content.language)],
    [
      'word/settings.xml',
      element(
        'w:settings',
        ROOT,
        element(
          'w:compat',
          {},
          element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }),
        ),
      ),
    ],
    ['word/header1.xml', element('w:hdr', ROOT, small(content.running, content.language, 'left'))],
    ['word/footer1.xml', element('w:ftr', ROOT, pageNumber)],
  ]
  return archive(
    new Map<string, Uint8Array | string>([
      ...parts.map(([path, xml]) => [path, xmlDocument(xml)] as const),
      ...pictures.map(({ png }, at) => [`word/media/figure${at + 1}.png`, png] as const),
    ]),
  )
}

const paragraphsOf = (parts: readonly WordPart[]) => parts.filter((part) => part.kind === 'paragraph')

/** Every list once, in the order in which they stand. */
const listsOf = (parts: readonly WordPart[]) => [
  ...new Map(paragraphsOf(parts).flatMap(({ entry }) => (entry ? [[entry.list, entry] as const] : []))).values(),
]

const DEPTHS = [0, 1, 2] as const
const BULLETS = ['•', '◦', '▪'] as const

function numbering(lists: readonly NonNullable<Paragraph['entry']>[]): Xml {
  const levels = (id: number, format: string, mark: (depth: number) => string) =>
    element(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
      DEPTHS.map((depth) =>
        element(
          'w:lvl',
          { 'w:ilvl': depth },
          element('w:start', { 'w:val': 1 }),
          element('w:numFmt', { 'w:val': format }),
          element('w:lvlText', { 'w:val': mark(depth) }),
          element('w:lvlJc', { 'w:val': 'left' }),
          element('w:pPr', {}, element('w:ind', { 'w:left': 420 * (depth + 1), 'w:hanging': 320 })),
        ),
      ),
    )
  return element(
    'w:numbering',
    ROOT,
    levels(0, 'bullet', (depth) => BULLETS[depth] ?? BULLETS[0]),
    levels(1, 'decimal', (depth) => `%${depth + 1}.`),
    lists.map(({ list, ordered }) =>
      element(
        'w:num',
        { 'w:numId': list },
        element('w:abstractNumId', { 'w:val': ordered ? 1 : 0 }),
        ...(ordered ? DEPTHS : []).map((depth) =>
          element('w:lvlOverride', { 'w:ilvl': depth }, element('w:startOverride', { 'w:val': 1 })),
        ),
      ),
    ),
  )
}

function documentPart({ parts }: WordContent, addresses: readonly string[]): Xml {
  let [bookmark, picture] = [0, 0]
  const body = parts.flatMap((part): Xml[] => {
    if (part.kind === 'paragraph') return [paragraph(part, part.bookmark === undefined ? null : ++bookmark, addresses)]
    if (part.kind === 'picture') return [pictureParagraph(part, ++picture)]
    // Two tables that touch would be one.
    return [
      table(part),
      element(
        'w:p',
        {},
        element('w:pPr', {}, element('w:pStyle', { 'w:val': 'TableNote' }), element('w:spacing', { 'w:line': 60, 'w:lineRule': 'exact' })),
      ),
    ]
  })
  return element(
    'w:document',
    { ...ROOT, 'xmlns:wp': `${DRAWING}/wordprocessingDrawing`, 'xmlns:a': `${DRAWING}/main`, 'xmlns:pic': `${DRAWING}/picture` },
    element(
      'w:body',
      {},
      body,
      element(
        'w:sectPr',
        {},
        element('w:headerReference', { 'w:type': 'default', 'r:id': 'rId3' }),
        element('w:footerReference', { 'w:type': 'default', 'r:id': 'rId4' }),
        element('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height }),
        element('w:pgMar', {
          'w:top': PAGE.margin,
          'w:right': PAGE.margin,
          'w:bottom': PAGE.margin,
          'w:left': PAGE.margin,
          'w:header': 567,
          'w:footer': 567,
          'w:gutter': 0,
        }),
      ),
    ),
  )
}

const languageOf = (language: Language) =>
  element('w:lang', language === 'ja' ? { 'w:val': 'en-US', 'w:eastAsia': 'ja-JP' } : { 'w:val': 'en-GB', 'w:eastAsia': 'ja-JP' })
const run = (text: string, language: Language, ...properties: readonly Xml[]) =>
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

function paragraph(
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

function table({ widths, head, rows, language, description }: WordTable): Xml {
  const border = (name: string, size: number, color: string) =>
    element(`w:${name}`, { 'w:val': size === 0 ? 'nil' : 'single', 'w:sz': size, 'w:space': 0, 'w:color': color })
  const row = (cells: readonly WordCell[], isHead: boolean) => {
    let column = 0
    return element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit', {}), ...(isHead ? [element('w:tblHeader', {})] : [])),
      cells.map(({ text, right = false, indent = 0, span = 1, bold = isHead }) => {
        const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
        column += span
        return element(
          'w:tc',
          {},
          element(
            'w:tcPr',
            {},
            element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
            ...(span > 1 ? [element('w:gridSpan', { 'w:val': span })] : []),
            ...(isHead ? [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'EEF1F3' })] : []),
          ),
          ...text
            .split('\n')
            .map((line) =>
              element(
                'w:p',
                {},
                element(
                  'w:pPr',
                  {},
                  element('w:pStyle', { 'w:val': isHead ? 'TableHead' : 'TableText' }),
                  ...(isHead ? [element('w:keepNext', {})] : []),
                  ...(indent > 0 ? [element('w:ind', { 'w:left': indent * 220 })] : []),
                  ...(right ? [element('w:jc', { 'w:val': 'right' })] : []),
                ),
                run(line, language, ...(bold ? [element('w:b', {})] : [])),
              ),
            ),
        )
      }),
    )
  }
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': widths.reduce((sum, one) => sum + one, 0), 'w:type': 'dxa' }),
      element('w:tblBorders', {}, border('top', 8, '1D2327'), border('bottom', 8, '1D2327'), border('insideH', 4, 'B5BEC4')),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      element('w:tblCellMar', {}, element('w:left', { 'w:w': 60, 'w:type': 'dxa' }), element('w:right', { 'w:w': 60, 'w:type': 'dxa' })),
      element('w:tblLook', {
        'w:val': '0020',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 0,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
      element('w:tblDescription', { 'w:val': printable(description) }),
    ),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    head.map((cells) => row(cells, true)),
    rows.map((cells) => row(cells, false)),
  )
}

function pictureParagraph({ width, height, description }: WordPicture, number: number): Xml {
  const most = (TEXT_WIDTH / 20 / 72) * 96
  const scale = Math.min(1, most / width)
  const size = { cx: Math.round(width * scale * EMU_A_PIXEL), cy: Math.round(height * scale * EMU_A_PIXEL) }
  const name = `figure${number}`
  return element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:pStyle', { 'w:val': 'Normal' }), element('w:keepNext', {})),
    element(
      'w:r',
      {},
      element(
        'w:drawing',
        {},
        element(
          'wp:inline',
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          element('wp:extent', size),
          element('wp:docPr', { id: number, name, descr: printable(description) }),
          element(
            'a:graphic',
            {},
            element(
              'a:graphicData',
              { uri: `${DRAWING}/picture` },
              element(
                'pic:pic',
                {},
                element('pic:nvPicPr', {}, element('pic:cNvPr', { id: number, name }), element('pic:cNvPicPr', {})),
                element(
                  'pic:blipFill',
                  {},
                  element('a:blip', { 'r:embed': `rIdP${number}` }),
                  element('a:stretch', {}, element('a:fillRect', {})),
                ),
                element(
                  'pic:spPr',
                  {},
                  element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
                  element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  )
}

const small = (text: string, language: Language, align: string) =>
  element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:pStyle', { 'w:val': 'TableNote' }), element('w:jc', { 'w:val': align })),
    run(text, language),
  )
const field = (code: string) => element('w:fldSimple', { 'w:instr': code }, element('w:r', {}, element('w:t', {}, '1')))
const pageNumber = element(
  'w:p',
  {},
  element('w:pPr', {}, element('w:pStyle', { 'w:val': 'TableNote' }), element('w:jc', { 'w:val': 'center' })),
  field('PAGE'),
  element('w:r', {}, element('w:t', { 'xml:space': 'preserve' }, ' / ')),
  field('NUMPAGES'),
)

const override = (PartName: string, ContentType: string) => element('Override', { PartName, ContentType })
const contentTypes = (numbered: boolean): Xml =>
  element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Default', { Extension: 'png', ContentType: 'image/png' }),
    override('/word/document.xml', `${PART}.document.main+xml`),
    override('/word/styles.xml', `${PART}.styles+xml`),
    override('/word/settings.xml', `${PART}.settings+xml`),
    ...(numbered ? [override('/word/numbering.xml', `${PART}.numbering+xml`)] : []),
    override('/word/header1.xml', `${PART}.header+xml`),
    override('/word/footer1.xml', `${PART}.footer+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )

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
  Caption: { name: 'caption', size: 20, bold: true, before: 200, after: 60 },
  TableBase: { name: 'Table base', size: 17, colour: '4F5A62', after: 40 },
  TableNote: { name: 'Table note', size: 16, colour: '4F5A62', after: 20 },
  TableText: { name: 'Table text', size: 17, before: 20, after: 20 },
  TableHead: { name: 'Table head', size: 17, before: 20, after: 20, bold: true },
  TOC1: { name: 'toc 1', size: 20, bold: true, before: 120, after: 20 },
  TOC2: { name: 'toc 2', size: 18, indent: 300, after: 0 },
}

const styleSheet = (language: Language): Xml =>
  element(
    'w:styles',
    ROOT,
    element(
      'w:docDefaults',
      {},
      element('w:rPrDefault', {}, element('w:rPr', {}, element('w:rFonts', FONTS), element('w:sz', { 'w:val': 20 }), languageOf(language))),
      element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 0 }))),
    ),
    Object.entries(STYLES_BY_NAME).map(([id, { name, size, bold, colour, before = 0, after = 0, level, indent }]) =>
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
