/**
 * A small reader of SQLite's file format: the pages of each table and index, and where in its page each cell stands. After the public
 * description at https://www.sqlite.org/fileformat2.html: the header, the pages of b-trees, the schema table.
 */
import { readFileSync } from 'node:fs'

export interface Cell {
  /** Of its first byte, in the page. */
  readonly offset: number
  /** Its bytes, as long as they stand in this page. */
  readonly bytes: Buffer
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly leaf: boolean
  /** In the order of their keys. */
  readonly cells: readonly Cell[]
}

export interface DatabaseFile {
  readonly bytes: Buffer
  readonly freePages: number
  /** Pages of a table or an index in the order of their keys, by its name. */
  readonly trees: ReadonlyMap<string, readonly Page[]>
}

const LEAF_INDEX = 0x0a
const LEAF_TABLE = 0x0d
const INNER_INDEX = 0x02
const INNER_TABLE = 0x05

/** The file without its log. @throws RangeError for what it cannot read */
export function readDatabase(path: string): DatabaseFile {
  const bytes = readFileSync(path)
  const size = bytes.readUInt16BE(16)
  const pageAt = (number: number) => bytes.subarray((number - 1) * size, number * size)
  const tree = (root: number): Page[] => {
    const { page, children } = readPage(pageAt(root), root)
    return [page, ...children.flatMap(tree)]
  }
  const trees = new Map<string, Page[]>([['sqlite_schema', tree(1)]])
  for (const { leaf, cells } of trees.get('sqlite_schema') as Page[])
    for (const { bytes: cell } of leaf ? cells : []) {
      const { name, root } = schemaRow(cell)
      if (root > 0) trees.set(name, tree(root))
    }
  return { bytes, freePages: bytes.readUInt32BE(36), trees }
}

function readPage(page: Buffer, number: number): { readonly page: Page; readonly children: number[] } {
  const at = number === 1 ? 100 : 0
  const kind = page[at]
  if (kind !== LEAF_INDEX && kind !== LEAF_TABLE && kind !== INNER_INDEX && kind !== INNER_TABLE) throw new RangeError('no b-tree page')
  const leaf = kind === LEAF_INDEX || kind === LEAF_TABLE
  const count = page.readUInt16BE(at + 3)
  const pointers = at + (leaf ? 8 : 12)
  const offsets = Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + 2 * index))
  const starts = [...offsets].sort((a, b) => a - b)
  const cells = offsets.map((offset) => ({ offset, bytes: page.subarray(offset, starts[starts.indexOf(offset) + 1] ?? page.length) }))
  const children = leaf ? [] : [...cells.map(({ bytes }) => bytes.readUInt32BE(0)), page.readUInt32BE(at + 8)]
  return { page: { number, leaf, cells }, children }
}

/** A row of the schema table: type, name, tbl_name, rootpage, sql. */
function schemaRow(cell: Buffer): { readonly name: string; readonly root: number } {
  let at = 0
  const varint = () => {
    for (let value = 0; ; ) {
      const byte = cell[at++] as number
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  varint() // bytes of the row
  varint() // its number
  const header = at
  const end = header + varint()
  const kinds: number[] = []
  while (at < end) kinds.push(varint())
  const length = (kind: number) => (kind >= 12 ? Math.floor((kind - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8, 0, 0][kind] as number))
  const starts = kinds.map((_, index) => end + kinds.slice(0, index).reduce((sum, kind) => sum + length(kind), 0))
  const [, name, , root] = starts as [number, number, number, number]
  const ownKind = kinds[3] as number
  return {
    name: cell.toString('utf8', name, name + length(kinds[1] as number)),
    root: ownKind === 9 ? 1 : length(ownKind) === 0 ? 0 : cell.readUIntBE(root, length(ownKind)),
  }
}
