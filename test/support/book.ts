/** Books of a fictional network, built once a test file, with the bundles that they were made from. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { bookOf } from '../../analysis/publication/book/book.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { cellAt } from '../../analysis/publication/released-cells.ts'
import type { BookTable, DerivedBlock, PrintedBlock, TableBlock } from '../../survey-schema/release/book.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell } from '../../survey-schema/release/released-table.ts'
import { builtOnce } from './built-once.ts'
import { editionInput, type Shape, whatDecides } from './edition.ts'

export const sha256 = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')

/** @param id of the edition @param previous checksum of the bundle before */
export function bundleOf(shape: Shape, id = 'fictional-1', previous: string | null = null): Bundle {
  const inputOf = () => {
    const input = editionInput(shape)
    return { ...input, previous, editions: input.editions.map((edition) => ({ ...edition, id })) }
  }
  return builtOnce('edition', whatDecides(shape, inputOf()), () => buildRelease(inputOf())).bundle
}

/** 480 cases, then 400 more in a second edition and volume. */
export function twoBundles(): readonly [Bundle, Bundle] {
  const first = bundleOf({ cases: 480, seed: 1 })
  return [first, bundleOf({ cases: 400, seed: 2 }, 'fictional-2', first.manifest.checksum)]
}

export const bookFor = (newest: Bundle, before: readonly Bundle[] = []) => bookOf(newest, before, PLAN, sha256)

/** The bundle with every cell withheld but those that `keep` names. */
export function withheldIn(bundle: Bundle, keep: (id: string) => boolean = () => false): Bundle {
  const cells = (all: readonly ReleasedCell[]) => all.map((cell) => ('figure' in cell ? ({ status: 'withheld' } as const) : cell))
  return {
    ...bundle,
    tables: bundle.tables.map((table) => (keep(table.id) ? table : { ...table, cells: cells(table.cells), checksum: sha256(table.id) })),
    routes: bundle.routes && {
      ...bundle.routes,
      origins: bundle.routes.origins.map((origin) => ({ ...origin, cell: { status: 'withheld' }, children: [] })),
    },
  }
}

export const tableIn = (book: ReturnType<typeof bookFor>, number: string): BookTable =>
  book.chapters.flatMap(({ tables }) => tables).find((table) => table.number === number)!

export const isTable = (block: PrintedBlock): block is TableBlock => block.kind === 'table'
export const isDerived = (block: PrintedBlock): block is DerivedBlock => block.kind === 'derived'

export const printedCells = ({ table, rowAxis, rows, columns }: TableBlock): readonly ReleasedCell[] =>
  rows.flatMap((row) => (columns.length === 0 ? [0] : columns).map((column) => cellAt(table, rowAxis, row, column)))
