/** Cell formats of a workbook: fonts, fills, borders and formats of numbers. */
import { element, type Xml } from '../../../../survey-schema/forms/xml.ts'

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Cell formats by place in the style sheet. */
export const STYLES = {
  text: 0,
  heading: 1,
  title: 2,
  head: 3,
  label: 4,
  figure: 5,
  atLeast: 6,
  token: 7,
  percent: 8,
  small: 9,
  plain: 10,
} as const
export type SheetStyle = keyof typeof STYLES

const font = (size: number, bold = false, colour?: string) =>
  element(
    'font',
    {},
    ...(bold ? [element('b', {})] : []),
    element('sz', { val: size }),
    ...(colour ? [element('color', { rgb: colour })] : []),
    element('name', { val: 'BIZ UDPGothic' }),
    element('family', { val: 2 }),
  )
const solid = (rgb: string) =>
  element('fill', {}, element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb }), element('bgColor', { indexed: 64 })))
const edge = (name: string, style: string) => element(name, { style }, element('color', { rgb: 'FF6F7880' }))
const none = (name: string) => element(name, {})
const format = (numFmtId: number, fontId: number, fillId: number, borderId: number, alignment: Record<string, string | number>) =>
  element(
    'xf',
    { numFmtId, fontId, fillId, borderId, xfId: 0, applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 },
    element('alignment', alignment),
  )
const TOP = { vertical: 'top', wrapText: 1 }
const RIGHT = { vertical: 'top', horizontal: 'right' }

/** 164: a sum of which a part is withheld reads `≥34` and is the number 34. 9: a share is the number 0.29 and reads `29%`. */
export const STYLE_SHEET: Xml = element(
  'styleSheet',
  { xmlns: SPREADSHEET },
  element('numFmts', { count: 1 }, element('numFmt', { numFmtId: 164, formatCode: '"≥"#,##0' })),
  element('fonts', { count: 4 }, font(11), font(11, true), font(14, true), font(9, false, 'FF4F5A62')),
  element(
    'fills',
    { count: 3 },
    element('fill', {}, element('patternFill', { patternType: 'none' })),
    element('fill', {}, element('patternFill', { patternType: 'gray125' })),
    solid('FFEEF1F3'),
  ),
  element(
    'borders',
    { count: 3 },
    element('border', {}, none('left'), none('right'), none('top'), none('bottom'), none('diagonal')),
    element('border', {}, none('left'), none('right'), edge('top', 'medium'), edge('bottom', 'thin'), none('diagonal')),
    element('border', {}, none('left'), none('right'), none('top'), edge('bottom', 'hair'), none('diagonal')),
  ),
  element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
  element(
    'cellXfs',
    { count: Object.keys(STYLES).length },
    format(0, 0, 0, 0, TOP),
    format(0, 1, 0, 0, { vertical: 'top' }),
    format(0, 2, 0, 0, { vertical: 'top' }),
    format(0, 1, 2, 1, TOP),
    format(0, 0, 0, 2, TOP),
    format(3, 0, 0, 2, RIGHT),
    format(164, 0, 0, 2, RIGHT),
    format(0, 0, 0, 2, { ...RIGHT, wrapText: 1 }),
    format(9, 0, 0, 2, RIGHT),
    format(0, 3, 0, 0, { vertical: 'top' }),
    format(0, 0, 0, 0, { vertical: 'top' }),
  ),
)
