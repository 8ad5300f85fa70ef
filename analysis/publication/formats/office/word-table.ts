/** Tables of a Word document: head repeated on each page, no row cut in two, read aloud by their description. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'
import type { WordCell, WordTable } from './word-content.ts'
import { run } from './word-text.ts'
import { printable } from './xml-text.ts'

export function table({ widths, head, rows, language, description }: WordTable): Xml {
  const border = (name: string, size: number, color: string) =>
    element(`w:${name}`, { 'w:val': size === 0 ? 'nil' : 'single', 'w:sz': size, 'w:space': 0, 'w:color': color })
  const row = (cells: readonly WordCell[], isHead: boolean) => {
    let column = 0
    return element(
      'w:tr',
      {},
      element('w:trPr', {}, element('w:cantSplit', {}), ...(isHead ? [element('w:tblHeader', {})] : [])),
      cells.map(({ text, right = false, indent = 0, span = 1, bold = isHead, shade }) => {
        const fill = isHead ? 'EEF1F3' : shade?.fill.slice(1).toUpperCase()
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
            ...(fill ? [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill })] : []),
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
                run(
                  line,
                  language,
                  ...(bold ? [element('w:b', {})] : []),
                  ...(shade?.dark ? [element('w:color', { 'w:val': 'FFFFFF' })] : []),
                ),
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
