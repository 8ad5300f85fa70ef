/**
 * Writes a Stata dataset of format 118 (Stata 14 and later): UTF-8, little-endian, without a time of writing, so that the same data give the same
 * bytes. A number may be one of the extended missing values `.a` to `.z`, which every computation of Stata leaves out.
 * @see https://www.stata.com/help.cgi?dta
 */
import { ByteBuffer } from './byte-buffer.ts'
import { cutToBytes } from './short-labels.ts'

/** A letter stands for an extended missing value: `a` is `.a`. */
export type DtaNumber = number | 'a' | 'b' | 'c'

export type DtaVariable =
  | {
      readonly kind: 'number'
      readonly name: string
      readonly label: string
      readonly labels: readonly (readonly [value: DtaNumber, label: string])[]
      /** Whole numbers. */
      readonly values: readonly DtaNumber[]
    }
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly values: readonly string[] }

interface DtaContent {
  readonly label: string
  readonly notes: readonly string[]
  /** Each holds one value for every observation. */
  readonly variables: readonly DtaVariable[]
}

/** Stata's `long`: four bytes, the highest values of which are the missing ones, `.` and then `.a`. */
const LONG = 65_528
const MISSING = 0x7fff_ffe5
const LARGEST = MISSING - 1
/** Longest string of a fixed width, in bytes. */
const TEXT_BYTES = 2_045
/** Characters of a label, of a file or a variable. */
const LABEL_CHARACTERS = 80
const NAME = /^[a-z_][a-z0-9_]{0,31}$/i
/** Widths of fields in bytes, with the zero that ends them. */
const WIDTH = { name: 129, format: 57, label: 321 } as const

const firstOf = (text: string) => [...text].slice(0, LABEL_CHARACTERS).join('')
const code = (value: DtaNumber): number => (typeof value === 'number' ? value : MISSING + value.charCodeAt(0) - 96)

/** @throws RangeError for a name or a number that Stata does not take */
export function dtaFile({ label, notes, variables }: DtaContent): Uint8Array {
  const columns = variables.map((variable) => columnOf(variable))
  const observations = variables[0]?.values.length ?? 0
  const out = new ByteBuffer(0)
  const places: number[] = [0]
  /** One part of the file; its place goes into the map. */
  const part = (name: string, write: () => void) => {
    places.push(out.length)
    out.text(`<${name}>`)
    write()
    out.text(`</${name}>`)
  }
  const fields = (name: string, width: number, values: readonly string[]) =>
    part(name, () => {
      for (const value of values) out.text(value, width)
    })

  const title = new TextEncoder().encode(firstOf(label))
  out.text('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>').short(variables.length)
  out.text('</K><N>').long(observations).text('</N><label>').short(title.length).bytes(title)
  out.text('</label><timestamp>').byte(0).text('</timestamp></header>')
  part('map', () => out.zeros(8 * 14))
  const map = places.at(-1)! + '<map>'.length
  part('variable_types', () => {
    for (const { type } of columns) out.short(type)
  })
  const names = variables.map(({ name }) => name)
  fields('varnames', WIDTH.name, names)
  part('sortlist', () => out.zeros(2 * (variables.length + 1)))
  fields(
    'formats',
    WIDTH.format,
    columns.map(({ type }) => (type === LONG ? '%12.0g' : `%-${type}s`)),
  )
  const labelled = variables.flatMap((variable) => (variable.kind === 'number' && variable.labels.length > 0 ? [variable] : []))
  fields(
    'value_label_names',
    WIDTH.name,
    variables.map((variable) => (labelled.some(({ name }) => name === variable.name) ? variable.name : '')),
  )
  fields(
    'variable_labels',
    WIDTH.label,
    variables.map((variable) => firstOf(variable.label)),
  )
  part('characteristics', () => {
    // Stata's own way of keeping notes: how many, then each.
    ;[String(notes.length), ...notes].forEach((note, at) => {
      const content = new TextEncoder().encode(note)
      out.text('<ch>').int(2 * WIDTH.name + content.length + 1)
      out.text('_dta', WIDTH.name).text(`note${at}`, WIDTH.name).bytes(content).byte(0).text('</ch>')
    })
  })
  part('data', () => {
    for (let at = 0; at < observations; at++) for (const { write } of columns) write(out, at)
  })
  part('strls', () => {})
  part('value_labels', () => {
    for (const { name, labels } of labelled) valueLabels(out, name, labels)
  })
  places.push(out.length)
  out.text('</stata_dta>')
  places.push(out.length)
  return out.overwriteLongs(map, places).whole()
}

interface Column {
  readonly type: number
  readonly write: (out: ByteBuffer, at: number) => void
}

function columnOf(variable: DtaVariable): Column {
  if (!NAME.test(variable.name)) throw new RangeError('a name has up to 32 letters, digits and _')
  if (variable.kind === 'text') {
    const texts = variable.values.map((value) => cutToBytes(value, TEXT_BYTES))
    const type = texts.reduce((most, { length }) => Math.max(most, length), 1)
    return { type, write: (out, at) => out.bytes(texts[at]!, type) }
  }
  const { values } = variable
  if (values.some((value) => typeof value === 'number' && !(Number.isInteger(value) && Math.abs(value) <= LARGEST)))
    throw new RangeError('a whole number of four bytes')
  return { type: LONG, write: (out, at) => out.int(code(values[at]!)) }
}

/** Places of the texts, then the values in ascending order, then the texts, each ended by a zero. */
function valueLabels(out: ByteBuffer, name: string, labels: readonly (readonly [value: DtaNumber, label: string])[]) {
  const sorted = [...labels].sort(([one], [other]) => code(one) - code(other))
  const texts = sorted.map(([, label]) => new TextEncoder().encode(label))
  const size = texts.reduce((sum, { length }) => sum + length + 1, 0)
  out.text('<lbl>').int(8 + 8 * sorted.length + size)
  out.text(name, WIDTH.name).zeros(3).int(sorted.length).int(size)
  let place = 0
  for (const { length } of texts) {
    out.int(place)
    place += length + 1
  }
  for (const [value] of sorted) out.int(code(value))
  for (const text of texts) out.bytes(text).byte(0)
  out.text('</lbl>')
}
