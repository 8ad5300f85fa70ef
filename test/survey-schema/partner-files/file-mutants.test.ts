/** No list, however it was changed, loses or invents a cell: the report adds up to what the list holds, or the file is refused. */

import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { drawnNumbers } from '../../support/seed.ts'
import { SHELTER } from '../office-sheets.ts'
import { OWN_COLUMNS } from '../own-columns.ts'
import { lostCells, reported } from '../reported.ts'
import { cellsOf, changedList, type MutantFile, textMutant } from '../table-mutants.ts'
import { workbook } from '../workbook.ts'

/** In CI some 16,500, beside 9,000 of workbooks alone (`workbook-mutants.test.ts`); a million in the soak. */
const MUTANTS = process.env.SOAK ? 250_000 : 1000
const FEWER = process.env.SOAK ? 250_000 : 300

const OFFICE = SHELTER.rows.slice(0, 5).map((row) => row.map((cell) => String(cell ?? '')))
const ownRow = (key: string) => [key, '2019', 'person_informed', 'aggregate_tables', 'ngo_shelter', 'case_file', 'woman', '24', 'no', 'TH;PH', 'not_asked', 'sexual', 'none', 'unknown', 'no_contact', 'in_japan', 'possible'] // biome-ignore format: a list to be read across
const OWN = [OWN_COLUMNS, ownRow('A-1'), ownRow('A-2'), ownRow('A-3')]
const FORM = [
  ['start', ...OWN_COLUMNS.map((name) => `part_admin/${name}`), '_id', '_uuid', '_index'],
  ['2026-01-02T10:00:00.000+09:00', ...ownRow('A-1').map((cell) => cell.replace(';', ' ')), '1001', '0b5e2f7a', '1'],
  ['2026-01-02T10:00:00.000+09:00', ...ownRow('A-2').map((cell) => cell.replace(';', ' ')), '1002', '0b5e2f7b', '2'],
]

/** @returns null for a file that is refused */
async function reportOf({ bytes, name }: MutantFile, rest: string | undefined) {
  try {
    return await reported(bytes, name, rest)
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

async function tryAll(make: (chance: () => number) => MutantFile, purpose: string, count: number) {
  const chance = drawnNumbers(purpose)
  let [read, accepted] = [0, 0]
  const kinds = new Set<string>()
  for (let n = 0; n < count; n++) {
    const file = make(chance)
    const report = await reportOf(file, chance() < 0.5 ? 'not_asked' : undefined)
    if (!report) continue
    read++
    kinds.add(report.kind)
    accepted += report.accepted
    const wrong = lostCells(report, file.cells)
    if (wrong !== null)
      expect({
        wrong,
        changes: file.changes,
        text: new TextDecoder(file.changes.includes('utf-16le') ? 'utf-16le' : 'utf-8').decode(file.bytes),
      }).toBeNull()
  }
  return { read, accepted, kinds }
}

describe('changed lists', () => {
  it.each([
    ['of an office, as text', OFFICE, 'table', MUTANTS],
    ['of our own columns, as text', OWN, 'cases', MUTANTS],
    ['of our form, as text', FORM, 'form', MUTANTS],
  ] as const)(
    '%s: each adds up, or is refused',
    async (what, list, kind, count) => {
      const { read, accepted, kinds } = await tryAll((chance) => textMutant(list, chance), what, count)
      expect([read > count / 10, kind === 'table' ? accepted > count / 10 : true, kinds.has(kind)]).toEqual([true, true, true])
    },
    1_800_000,
  )

  it('of an office, as workbook: each adds up, or is refused', async () => {
    const make = (chance: () => number): MutantFile => {
      const { list, changes } = changedList(OFFICE, chance)
      return { bytes: workbook([{ name: 'list', rows: list }]), name: 'list.xlsx', cells: cellsOf(list), changes }
    }
    const { read } = await tryAll(make, 'of an office, as workbook', FEWER)
    expect(read).toBeGreaterThan(FEWER / 10)
  }, 1_800_000)
})
