/** Cells that hold something, counted from the raw bytes of a file by nothing that reads partner files. */
import { strFromU8, unzipSync } from 'fflate'

const holds = (text: string): boolean => text.normalize('NFKC').trim() !== ''

/** Delimited text with commas: quoted cells may hold commas, marks and ends of lines. */
export function cellsOfText(bytes: Uint8Array): number {
  let count = 0
  for (const [, cell = ''] of strFromU8(bytes).matchAll(/("(?:[^"]|"")*"|[^,\n"]*)(?:,|\n|$)/g))
    if (holds(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)) count++
  return count
}

const textIn = (xml: string): string =>
  [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join('')

/** One sheet of a workbook: cells with a value, a text of the shared list or a text of their own. */
export function cellsOfSheet(bytes: Uint8Array, sheet = 1): number {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] as Uint8Array)
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, text = '']) => textIn(text))
  let count = 0
  for (const [, attributes = '', inner = ''] of part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<c ([^>]*)>([\s\S]*?)<\/c>/g)) {
    const value = /<v>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? textIn(inner)
    if (holds(/t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : value)) count++
  }
  return count
}

/** Leaves of the answers of submissions, one JSON text a line; every other leaf is of the envelope. */
export function leavesOfLines(bytes: Uint8Array): number {
  let count = 0
  for (const line of strFromU8(bytes).split('\n'))
    JSON.parse(line, (_, value: unknown) => {
      if (value !== null && typeof value !== 'object' && holds(String(value))) count++
      return value
    })
  return count
}
