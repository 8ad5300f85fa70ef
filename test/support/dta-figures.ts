/** A Stata dataset of format 118 as somebody else would read it: by its map, with no help of the writer. */

export interface DtaRead {
  readonly names: readonly string[]
  readonly labels: readonly string[]
  readonly notes: readonly string[]
  /** By variable: labels of numbers, a missing value by its letter. */
  readonly valueLabels: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Row by row; numbers, `.a` to `.z`, or text. */
  readonly rows: readonly (readonly (number | string)[])[]
}

const LONG = 65_528
const MISSING = 2_147_483_621

export function readDta(bytes: Uint8Array): DtaRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number) => new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to))
  const upToZero = (from: number, width: number) => {
    const end = bytes.subarray(from, from + width).indexOf(0)
    return text(from, from + (end < 0 ? width : end))
  }
  const head = '<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>'
  if (text(0, head.length) !== head) throw new Error('no Stata dataset of format 118')
  const count = view.getUint16(head.length, true)
  const observations = Number(view.getBigUint64(head.length + 2 + '</K><N>'.length, true))
  const map = Buffer.from(bytes).indexOf('<map>') + '<map>'.length
  const places = Array.from({ length: 14 }, (_, at) => Number(view.getBigUint64(map + 8 * at, true)))
  /** Where the content of a part begins. */
  const within = (at: number, name: string) => {
    if (text(places[at]!, places[at]! + name.length + 2) !== `<${name}>`) throw new Error(`no ${name} where the map says`)
    return places[at]! + name.length + 2
  }
  if (text(places[12]!, bytes.length) !== '</stata_dta>' || places[13] !== bytes.length || places[0] !== 0)
    throw new Error('it ends elsewhere')
  const each = <Value>(at: number, name: string, width: number, read: (place: number) => Value) =>
    Array.from({ length: count }, (_, column) => read(within(at, name) + width * column))
  const types = each(2, 'variable_types', 2, (place) => view.getUint16(place, true))
  const names = each(3, 'varnames', 129, (place) => upToZero(place, 129))
  within(4, 'sortlist')
  within(10, 'strls')
  const number = (place: number) => {
    const value = view.getInt32(place, true)
    return value >= MISSING ? `.${value === MISSING ? '' : String.fromCharCode(96 + value - MISSING)}` : value
  }
  let place = within(9, 'data')
  const rows = Array.from({ length: observations }, () =>
    types.map((type) => {
      const from = place
      place += type === LONG ? 4 : type
      return type === LONG ? number(from) : upToZero(from, type)
    }),
  )
  const valueLabels: Record<string, Record<string, string>> = {}
  for (let at = within(11, 'value_labels'); text(at, at + 5) === '<lbl>'; ) {
    const [name, table] = [upToZero(at + 9, 129), at + 9 + 132]
    const entries = view.getInt32(table, true)
    const texts = table + 8 + 8 * entries
    valueLabels[name] = Object.fromEntries(
      Array.from({ length: entries }, (_, entry) => [
        String(number(table + 8 + 4 * entries + 4 * entry)),
        upToZero(texts + view.getInt32(table + 8 + 4 * entry, true), bytes.length),
      ]),
    )
    at = table + view.getInt32(at + 5, true) + '</lbl>'.length
  }
  const notes: string[] = []
  for (let at = within(8, 'characteristics'); text(at, at + 4) === '<ch>'; ) {
    const length = view.getInt32(at + 4, true)
    notes.push(upToZero(at + 8 + 258, length))
    at += 8 + length + '</ch>'.length
  }
  return { names, labels: each(7, 'variable_labels', 321, (from) => upToZero(from, 321)), notes, valueLabels, rows }
}
