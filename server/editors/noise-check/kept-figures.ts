/**
 * The check of the noise once more, long after the build and without the cases: editors keep the exact count and the cell key of each shown figure,
 * and two shares of an edition give its secret.
 */
import { plainNumber } from '../../../analysis/exact/exact-count.ts'
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'
import type { EditorFile } from '../editor-file.ts'
import { cellName, namesOfCells } from './checked-build.ts'
import { distinctFaults, type Fault } from './noise-fault.ts'
import { ownNoise } from './own-noise.ts'
import { caseSetSecretOf } from './own-secrets.ts'
import { reusedSecrets } from './reused-secrets.ts'
import { type Draw, unchangedShare } from './unchanged-share.ts'

export interface KeptFiguresChecked {
  /** Figures that were made again. */
  readonly recomputed: number
  readonly faults: readonly Fault[]
  /** Editions and volumes whose figures could not be made again: no editors' figures, no cell keys in them, or no two shares of an edition. */
  readonly left: readonly string[]
}

/**
 * @param editors cells by edition or volume  @param secrets by edition, made by `editionSecretOf`
 */
export function checkKeptFigures(
  bundles: readonly Bundle[],
  editors: ReadonlyMap<string, EditorFile['cells']>,
  secrets: ReadonlyMap<string, Uint8Array>,
): KeptFiguresChecked {
  const faults = reusedSecrets([...secrets].map(([id, secret]) => ({ id, secret })))
  const left: string[] = []
  let recomputed = 0
  for (const { manifest, tables } of bundles) {
    const noiseTable = perturbationTable(manifest.policy.noise)
    if (noiseTable === null) continue
    const draws: Draw[] = []
    const { volume } = manifest
    for (const { id, editions } of [
      ...manifest.editions.map((edition) => ({ id: edition.id, editions: [edition.id] })),
      ...(volume ? [volume] : []),
    ]) {
      const own = editions.flatMap((edition) => secrets.get(edition) ?? [])
      const kept = keptCells(editors.get(id) ?? [])
      if (own.length < editions.length || kept.size === 0) {
        left.push(id)
        continue
      }
      const noise = ownNoise(noiseTable, caseSetSecretOf(own))
      for (const [name, figure, table] of shownCells(tables.filter(({ slice }) => slice === id))) {
        const cell = kept.get(name)
        if (cell === undefined) continue
        recomputed++
        draws.push({ ...cell, figure })
        if (figure !== cell.cases + noise(cell.cases, cell.key)) faults.push({ rule: 'figure-otherwise', place: `${id} ${table}` })
      }
    }
    if (!unchangedShare(draws, noiseTable).believable)
      faults.push({ rule: 'share-unchanged', place: manifest.counted.map(({ id }) => id).join(' ') })
  }
  return { recomputed, faults: distinctFaults(faults), left }
}

/** Of the editors' cells those with a cell key. */
const keptCells = (cells: EditorFile['cells']): ReadonlyMap<string, { readonly cases: number; readonly key: number }> =>
  new Map(
    cells.flatMap((cell) => (cell.key === null ? [] : [[cellName(cell), { cases: plainNumber(cell.cases), key: cell.key }] as const])),
  )

/** Name, figure and table of every shown cell. */
const shownCells = (tables: readonly ReleasedTable[]): (readonly [string, number, string])[] =>
  tables.flatMap((table) => {
    const names = namesOfCells(table)
    return table.cells.flatMap((cell, at) => (cell.status === 'shown' ? [[names[at]!, cell.figure, table.id] as const] : []))
  })
