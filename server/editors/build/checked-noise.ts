/** What was built, handed to the check of the noise with the ids of its cases; the editors keep the cell keys that it found. */
import type { buildRelease } from '../../../analysis/disclosure/build-release.ts'
import type { EditorCell, EditorFigures } from '../../../analysis/disclosure/editor-figures.ts'
import type { Joined, Report } from '../../../analysis/disclosure/rules/duplicate-reports.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import { type CheckedPerson, cellName } from '../noise-check/checked-build.ts'
import { checkNoise } from '../noise-check/noise-check.ts'

/** What editors keep of a cell: where a figure is shown, also its cell key, so that an audit can repeat the check of the noise. */
export interface KeyedCell extends EditorCell {
  readonly key: number | null
}

export interface KeyedFigures extends EditorFigures {
  readonly cells: readonly KeyedCell[]
}

interface CountedEdition {
  readonly id: string
  /** By the check's own derivation. */
  readonly ownSecret: Uint8Array
  /** Single tables published before, unless they are made again. */
  readonly published: readonly ReleasedTable[]
}

/**
 * The cells of the editors with their cell keys.
 * @param apart record keys of pairs that an editor decided to be two persons
 * @throws NoiseFault unless every figure is its count with the noise of the policy
 */
export function withCheckedNoise(
  { bundle, editor }: ReturnType<typeof buildRelease>,
  editions: readonly CountedEdition[],
  { reports, joined }: { readonly reports: readonly Report[]; readonly joined: readonly Joined[] },
  apart: readonly (readonly [number, number])[],
): KeyedFigures {
  const persons = joined.map(({ kept, others }): CheckedPerson & { readonly edition: number } => {
    const { id, reading, organisation, key, edition } = reports[kept]!
    const reportedBy = [organisation, ...others.map((at) => reports[at]!.organisation)]
    return { id, at: reading.at, codes: reading.codes, reportedBy, key, edition }
  })
  const idOf = new Map(reports.map(({ key, id }) => [key, id]))
  const keys = checkNoise({
    bundle,
    cells: editor.cells,
    editions: editions.map(({ id, ownSecret, published }, place) => ({
      id,
      secret: ownSecret,
      published,
      persons: persons.filter(({ edition }) => edition === place),
    })),
    apart: apart.map(([one, other]) => [idOf.get(one)!, idOf.get(other)!] as const),
  })
  return { cells: editor.cells.map((cell) => ({ ...cell, key: keys.get(cellName(cell)) ?? null })) }
}
