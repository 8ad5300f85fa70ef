/**
 * The audit of figures: what the published figures give away by being equal, whatever the noise. Cells that hold the same persons
 * by their meaning must say the same; under exact figures, sums and differences must not leave one value for a withheld cell.
 */
import type { PerturbationTable } from '../../policy/perturbation-table.ts'
import { determined } from './bounds/linear.ts'
import { cheapestFirst, type Finding, nameOf } from './findings.ts'
import { cellFamiliesOf } from './linked-tables/cell-relations.ts'
import { gridsOf, type Reading } from './linked-tables/constraint-systems.ts'
import type { Block, BlockCell } from './linked-tables/linked-tables.ts'
import { strandsOf } from './linked-tables/partitions.ts'
import { companionsIn, interiorOf, togetherOf } from './suppression/swap-moves.ts'

interface Placed {
  readonly block: Block
  readonly cell: BlockCell
}

/** Withheld cells whose persons stand under a figure elsewhere, and figures of the same persons that differ. */
export function auditSamePersons(blocks: readonly Block[]): Finding[] {
  return sameByMeaning(blocks).flatMap((group) => {
    const shown = group.filter(({ cell }) => cell.status === 'shown')
    const first = shown[0]
    if (!first) return []
    const wrong = group.filter(({ cell }) => cell.status === 'withheld' || (cell.status === 'shown' && cell.figure !== first.cell.figure))
    return wrong.map(({ block, cell }) => finding(block, cell, first.cell.figure!, [nameOf(first.block, first.cell)]))
  })
}

/** Beyond this many standard errors a share is no accident. */
const NO_ACCIDENT = 6

/** Figures left as they were more often, or less, than the noise table says: it was off, or another table was used. Needs the truth. */
export function auditNoise(blocks: readonly Block[], table: PerturbationTable): Finding[] {
  const row = table.at(-1)!
  const stays = row.find(({ v }) => v === 0)?.p ?? 0
  // Each set of persons once. Smaller counts are shown or not by their figure, so that their noise says less.
  const seen = sameByMeaning(blocks).flatMap((group) => {
    const placed = group.find(
      ({ cell }) =>
        cell.figure !== null && cell.parts === 1 && cell.missing === 0 && cell.truth !== null && cell.truth >= table.length + SELECTED,
    )
    return placed ? [placed] : []
  })
  const left = seen.filter(({ cell }) => cell.figure === cell.truth)
  const error = Math.sqrt((stays * (1 - stays)) / Math.max(1, seen.length))
  const share = left.length / Math.max(1, seen.length)
  if (seen.length < 30 || Math.abs(share - stays) <= NO_ACCIDENT * error) return []
  const { block, cell } = (left[0] ?? seen[0])!
  return [{ ...finding(block, cell, cell.figure!, [nameOf(block, cell)]), probability: null }]
}

/** A count this far above the rows of its own is shown whatever its noise. */
const SELECTED = 5

/** Withheld cells that exact figures determine. Only for exact figures: a band determines nothing. */
export function auditEqualities(block: Block, reading: Reading): Finding[] {
  const beyond = interiorOf(block)
  if (beyond.length === 0) return []
  return gridsOf(block, reading).flatMap((grid) => {
    if (grid.judged.length === 0) return []
    const values = determined(grid.system)
    const known = grid.judged.filter((index) => (values.get(index) ?? 0) > (grid.printed[index]!.figure ?? 0))
    const companions = known.length > 0 ? companionsIn(block, grid, reading, 1) : null
    return known.map((index) => {
      const cell = grid.printed[index]!
      const first = companions?.(index)
      const shown = grid.printed.filter((one) => one.status === 'shown' && (one.row === cell.row || one.column === cell.column))
      const evidence = [...new Set([...(first ?? []), ...cheapestFirst(block, shown), ...beyond])].map((one) => nameOf(block, one))
      return { ...finding(block, cell, values.get(index)!, evidence), ...togetherOf(first) }
    })
  })
}

function finding(block: Block, cell: BlockCell, value: number, evidence: Finding['evidence']): Finding {
  return { cell: nameOf(block, cell), reason: 'audit', audit: 'figures', lower: value, upper: value, probability: 1, evidence }
}

const grouped = new WeakMap<readonly Block[], readonly (readonly Placed[])[]>()

/** Cells of all blocks by the persons they hold. A line with one possible part holds whom that part holds. */
function sameByMeaning(blocks: readonly Block[]): readonly (readonly Placed[])[] {
  const known = grouped.get(blocks)
  if (known !== undefined) return known
  const groups = new Groups<string>()
  const placed = new Map<string, Placed[]>()
  for (const block of blocks) {
    const names = [meanings(block, 0), meanings(block, 1)] as const
    const nameOfCell = ({ row, column }: BlockCell) => {
      const parts = [names[0][row]!, names[1][column]!].filter((part) => part !== '')
      return `${block.counted} ${parts.length === 0 ? 'everybody' : parts.sort().join(' & ')}`
    }
    for (const cell of block.cells.values()) {
      // A cell across two questions is compared only with cells of the same two: elsewhere it does not stand.
      const name = nameOfCell(cell)
      const same = placed.get(name)
      if (same) same.push({ block, cell })
      else placed.set(name, [{ block, cell }])
    }
    for (const { whole, parts } of cellFamiliesOf(block)) if (parts.length === 1) groups.join(nameOfCell(whole), nameOfCell(parts[0]!))
  }
  const joined = new Map<string, Placed[]>()
  for (const [name, cells] of placed) joined.set(groups.of(name), [...(joined.get(groups.of(name)) ?? []), ...cells])
  const found = [...joined.values()]
  grouped.set(blocks, found)
  return found
}

/** For each line of an axis whom it holds, in words that are the same in every table; '' for everybody. */
function meanings(block: Block, side: 0 | 1): string[] {
  const axis = block.axes[side]
  const held = strandsOf(axis)[0]!.held
  return axis.lines.map((line, index) => {
    if (line.role === 'total') return ''
    const atoms = held[index] ?? null
    // Where one category holds every answer, it is "answered" under another name.
    const general = axis.lines.find((other, at) => other.codes === null && atoms !== null && `${held[at]}` === `${atoms}`)
    return `${axis.column}:${(general ?? line).key}`
  })
}

/** Names that mean the same, joined as they are found out. */
class Groups<Name> {
  readonly #parent = new Map<Name, Name>()

  of(name: Name): Name {
    const parent = this.#parent.get(name)
    if (parent === undefined || parent === name) return name
    const top = this.of(parent)
    this.#parent.set(name, top)
    return top
  }

  join(one: Name, other: Name): void {
    const [a, b] = [this.of(one), this.of(other)]
    if (a !== b) this.#parent.set(a, b)
  }
}
