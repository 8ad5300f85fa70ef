/** Cells that are not blank, counted from the raw XML of a workbook without any code of the readers: by patterns, sheet by sheet. */
import type { PartTexts } from './workbook-parts.ts'

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string) =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name = '') =>
      hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (ENTITIES[name] ?? ''),
    )
/** Comments go, CDATA becomes text. */
const simple = (xml: string) =>
  xml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'))
const isBlank = (text: string) => text.trim() === ''

interface RawElement {
  readonly attributes: string
  readonly inside: string
}

/** Elements of a name, those within others of the same name left out. */
function elements(xml: string, name: string): RawElement[] {
  const pattern = new RegExp(
    String.raw`<(?:\w+:)?(?:${name})(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:/>|>([\s\S]*?)</(?:\w+:)?(?:${name})\s*>)`,
    'g',
  )
  return [...xml.matchAll(pattern)].map(([, attributes = '', inside = '']) => ({ attributes, inside }))
}

const attribute = (text: string, name: string): string | undefined => {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(text)
  return found ? plain(found[1] ?? found[2] ?? '') : undefined
}

/** The part of each sheet, in order; null where it is not found. */
function sheetParts(parts: PartTexts): (string | null)[] {
  const lower = new Map(Object.entries(parts).map(([name, text]) => [name.toLowerCase().replaceAll('\\', '/'), text]))
  const part = (name: string) => lower.get(name.toLowerCase())
  const targets = new Map(
    elements(simple(part('xl/_rels/workbook.xml.rels') ?? ''), 'Relationship').map(({ attributes }) => [
      attribute(attributes, 'Id'),
      attribute(attributes, 'Target') ?? '',
    ]),
  )
  return elements(simple(part('xl/workbook.xml') ?? ''), 'sheet').map(({ attributes }) => {
    const target = (targets.get(attribute(attributes, 'r:id')) ?? '').replaceAll('\\', '/')
    const name = decodeURI(new URL(target, 'file:///xl/').pathname).replace(/^\/+/, '')
    return part(name) ?? null
  })
}

function xlsxCounts(parts: PartTexts): (number | null)[] {
  const shared = Object.entries(parts).filter(([name]) => /sharedstrings/i.test(name))
  const texts = shared.length === 1 ? elements(simple(shared[0]?.[1] ?? ''), 'si').map(({ inside }) => stringOf(inside)) : null
  return sheetParts(parts).map((sheet) => {
    if (sheet === null) return null
    const data = elements(simple(sheet), 'sheetData')[0]?.inside ?? ''
    return elements(data, 'c').filter(({ attributes, inside }) => holdsSomething(attributes, inside, texts)).length
  })
}

const stringOf = (inside: string) =>
  elements(inside.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, ''), 't')
    .map((text) => plain(text.inside))
    .join('')
    .replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function holdsSomething(attributes: string, inside: string, texts: readonly string[] | null): boolean {
  const type = attribute(attributes, 't') ?? 'n'
  const value = elements(inside, 'v')[0]
  const written = value ? plain(value.inside) : ''
  const inline = elements(inside, 'is')[0]
  if (elements(inside, 'f').length > 0 && !inline && (!value || (written === '' && type !== 'str'))) return true
  if (written === '') return inline !== undefined && !isBlank(stringOf(inline.inside))
  if (type === 's') return !/^\s*\d+\s*$/.test(written) || !isBlank(texts?.[Number(written)] ?? 'not there')
  return type === 'e' || !isBlank(written) || (type === 'inlineStr' && inline !== undefined && !isBlank(stringOf(inline.inside)))
}

function odsCounts(content: string): number[] {
  const body = simple(content).replace(/<office:annotation\b[\s\S]*?<\/office:annotation>/g, '')
  return elements(body, 'table').map(({ inside }) => {
    let cells = 0
    for (const row of elements(inside, 'table-row')) {
      const held = elements(row.inside, 'table-cell|covered-table-cell')
        .filter(({ attributes, inside: text }) => odsHolds(attributes, text))
        .reduce((sum, { attributes }) => sum + times(attributes, 'table:number-columns-repeated'), 0)
      cells += held === 0 ? 0 : held * times(row.attributes, 'table:number-rows-repeated')
    }
    return cells
  })
}

function odsHolds(attributes: string, inside: string): boolean {
  const given = (name: string) => attribute(attributes, name)
  if (given('calcext:value-type') === 'error') return true
  const type = given('office:value-type')
  const seen = elements(inside, 'p').map((text) => plain(text.inside.replace(/<text:s\b[^>]*>/g, ' ')))
  const value = {
    float: 'office:value',
    percentage: 'office:value',
    currency: 'office:value',
    date: 'office:date-value',
    boolean: 'office:boolean-value',
    time: 'office:time-value',
    string: 'office:string-value',
  }[type ?? '']
  if (type === undefined && given('table:formula') !== undefined && !/<text:p\b/.test(inside)) return true
  return (
    !isBlank(value ? (given(value) ?? '') : '') ||
    !isBlank(seen.join('')) ||
    (given('table:formula') !== undefined && /^(?:float|percentage|currency)$/.test(type ?? ''))
  )
}

const times = (attributes: string, name: string) => {
  const count = Number(attribute(attributes, name) ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/** Of each sheet that the workbook lists, in order: cells that hold anything. Null where the sheet has no part. */
export const rawCounts = (parts: PartTexts): readonly (number | null)[] =>
  'content.xml' in parts ? odsCounts(parts['content.xml'] as string) : xlsxCounts(parts)
