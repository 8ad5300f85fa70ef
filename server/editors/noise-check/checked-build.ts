/** A build as the check of the noise takes it: what goes out, what editors keep, and the persons behind both. */
import type { EditorCell } from '../../../analysis/disclosure/editor-figures.ts'
import type { SnapshotRow } from '../../../analysis/exact/snapshot.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { ReportedPerson } from './persons-figures.ts'

export interface CheckedPerson extends ReportedPerson {
  readonly at: SnapshotRow
  /** The record key that the build used. */
  readonly key: number
}

export interface EditionToCheck {
  readonly id: string
  /** Made from the private key by `editionSecretOf`, not the build's own. */
  readonly secret: Uint8Array
  readonly persons: readonly CheckedPerson[]
  /** Single tables published before; none if this build makes them. */
  readonly published: readonly ReleasedTable[]
}

export interface CheckedBuild {
  readonly bundle: Bundle
  readonly cells: readonly EditorCell[]
  /** Those of the build, oldest first. */
  readonly editions: readonly EditionToCheck[]
  /** Ids of pairs of look-alikes that an editor decided to be two persons. */
  readonly apart: readonly (readonly [string, string])[]
}

/** The name of a cell of the editors. */
export const cellName = ({ slice, table, lines }: Pick<EditorCell, 'slice' | 'table' | 'lines'>) => `${slice} ${table} ${lines.join(' ')}`

/** The names of the cells of a table, row by row. */
export function namesOfCells({ slice, id, axes: [rows, columns] }: ReleasedTable): string[] {
  const name = (...lines: string[]) => cellName({ slice, table: id, lines })
  if (columns === undefined) return rows.lines.map(({ code }) => name(code))
  return rows.lines.flatMap((row) => columns.lines.map((column) => name(row.code, column.code)))
}
