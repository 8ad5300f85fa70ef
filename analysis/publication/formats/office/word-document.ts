/** Paragraphs and tables as a Word document (ECMA-376): styles, running head and page numbers, no author, no clock; the same content gives the same bytes. */

import { element, type Xml, xmlDocument } from '../../../../survey-schema/forms/xml.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { archive } from '../archive.ts'
import { coreProperties, override, PACKAGE, relationships } from './package-parts.ts'
import type { WordPart } from './word-content.ts'
import { listsOf, numbering } from './word-numbering.ts'
import { paragraph, paragraphsOf } from './word-paragraph.ts'
import { pictureParagraph } from './word-picture.ts'
import { styleSheet } from './word-styles.ts'
import { table } from './word-table.ts'
import { DRAWING, OFFICE, PAGE, ROOT, run } from './word-text.ts'
import { printable } from './xml-text.ts'

export const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface WordContent {
  readonly title: string
  readonly running: string
  readonly language: Language
  readonly parts: readonly WordPart[]
}

const PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

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
        ...pictures.flatMap((_, at) =>
          ['png', 'svg'].map(
            (ending) => [`rId${ending === 'png' ? 'P' : 'S'}${at + 1}`, `${OFFICE}/image`, `media/figure${at + 1}.${ending}`] as const,
          ),
        ),
        ...(lists.length > 0 ? [['rIdN', `${OFFICE}/numbering`, 'numbering.xml'] as const] : []),
        ...addresses.map((address, at) => [`rIdL${at + 1}`, `${OFFICE}/hyperlink`, address, 'External'] as const),
      ]),
    ],
    ...(lists.length > 0 ? [['word/numbering.xml', numbering(lists)] as const] : []),
    ['word/styles.xml', styleSheet(content.language, new Set(paragraphsOf(content.parts).map(({ style }) => style)))],
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
      ...pictures.flatMap(({ png, svg }, at) => [
        [`word/media/figure${at + 1}.png`, png] as const,
        [`word/media/figure${at + 1}.svg`, svg] as const,
      ]),
    ]),
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

const contentTypes = (numbered: boolean): Xml =>
  element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    element('Default', { Extension: 'png', ContentType: 'image/png' }),
    element('Default', { Extension: 'svg', ContentType: 'image/svg+xml' }),
    override('/word/document.xml', `${PART}.document.main+xml`),
    override('/word/styles.xml', `${PART}.styles+xml`),
    override('/word/settings.xml', `${PART}.settings+xml`),
    ...(numbered ? [override('/word/numbering.xml', `${PART}.numbering+xml`)] : []),
    override('/word/header1.xml', `${PART}.header+xml`),
    override('/word/footer1.xml', `${PART}.footer+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  )
