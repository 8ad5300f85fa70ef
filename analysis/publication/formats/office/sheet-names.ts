/** Names of sheets, as Excel allows them: at most 31 characters, without those that it forbids. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'

const LONGEST = 31

export const sheetName = (text: string): string => text.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST)

/** By id of the block, unique in the workbook. */
export function sheetNames(blocks: readonly PrintedBlock[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    blocks.map(({ id }) => {
      let name = sheetName(id.replace(/^table-/, '').replace(/^(\d+)-(\d+)/, '$1.$2'))
      for (let again = 2; taken.has(name); again++) name = `${name.slice(0, LONGEST - 4)}~${again}`
      taken.add(name)
      return [id, name] as const
    }),
  )
}
