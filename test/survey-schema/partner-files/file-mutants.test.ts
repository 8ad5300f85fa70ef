/** No list, however it was changed, loses or invents a cell: the report adds up to what the list holds, or the file is refused. */
import { describe, expect, it } from 'vitest'
import { chooseSheet, kindOfFile } from '../../../survey-schema/partner-files/file-kind.ts'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import type { ImportReport } from '../../../survey-schema/partner-files/judge.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../../survey-schema/partner-files/own-columns/group-files.ts'
import { readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { CONTEXT } from '../../support/records.ts'
import { drawnNumbers } from '../../support/seed.ts'
import { SHELTER } from '../office-sheets.ts'
import { CONSENT, detector } from '../read-file.ts'
import { cellsOf, changedList, type MutantFile, textMutant } from '../table-mutants.ts'
import { workbook } from '../workbook.ts'

/** In CI some 16,500, beside 9,000 of workbooks alone (`workbook-mutants.test.ts`); a million in the soak. */
const MUTANTS = process.env.SOAK ? 250_000 : 5000
const FEWER = process.env.SOAK ? 250_000 : 1500

const OFFICE = SHELTER.rows.slice(0, 5).map((row) => row.map((cell) => String(cell ?? '')))
const OWN_NAMES = ['partner_case_key', 'registration_year', 'consent_basis', 'consent_uses', 'source_type', 'information_basis', 'gender', 'age_band_registration', 'minor_when_exploited', 'citizenship', 'recruitment_mode', 'exploitation_types', 'means_of_control', 'exit_mode', 'state_recognition', 'return_status', 'org_judgement'] // biome-ignore format: a list to be read across
const ownRow = (key: string) => [key, '2019', 'person_informed', 'aggregate_tables', 'ngo_shelter', 'case_file', 'woman', '24', 'no', 'TH;PH', 'not_asked', 'sexual', 'none', 'unknown', 'no_contact', 'in_japan', 'possible'] // biome-ignore format: a list to be read across
const OWN = [OWN_NAMES, ownRow('A-1'), ownRow('A-2'), ownRow('A-3')]
const FORM = [
  ['start', ...OWN_NAMES.map((name) => `part_admin/${name}`), '_id', '_uuid', '_index'],
  ['2026-01-02T10:00:00.000+09:00', ...ownRow('A-1').map((cell) => cell.replace(';', ' ')), '1001', '0b5e2f7a', '1'],
  ['2026-01-02T10:00:00.000+09:00', ...ownRow('A-2').map((cell) => cell.replace(';', ' ')), '1002', '0b5e2f7b', '2'],
]

/** Reads with a yes to all that is proposed. @returns null for a file that is refused */
async function reported(
  { bytes, name }: Pick<MutantFile, 'bytes' | 'name'>,
  rest: string | undefined,
): Promise<(ImportReport & { readonly kind: string }) | null> {
  try {
    const file = await openFile(bytes, name)
    const { sheet } = chooseSheet(file)
    const kind = kindOfFile(file, sheet)
    const decisions = { ...groupsOfFile(file, kind, sheet), ...(sheet === undefined ? {} : { sheet }) }
    if (kind === 'table' || kind === 'htcds') {
      const { proposal, wholeFile } = planFile(file, detector, decisions)
      const whole = Object.fromEntries(Object.entries(CONSENT).filter(([id]) => wholeFile.some((one) => one === id)))
      Object.assign(decisions, { mapping: readMapping({ ...proposal, yes: true, whole, ...(rest === undefined ? {} : { rest }) }) })
    }
    const { outcomes, report } = importFile(file, kind, CONTEXT, detector, decisions)
    for (const _ of outcomes);
    return { ...report(), kind }
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, count) => all + count, 0)

/** Cells that the report has no word about; null where it adds up. */
function lost({ cells }: ImportReport, held: number): string | null {
  const ends = cells.answers + cells.gaps + sum(cells.dropped) + cells.leftOut + sum(cells.refused)
  return ends === cells.read && cells.read + cells.outside === held
    ? null
    : `${held} held, ${cells.read} read, ${ends} by what became of them, ${cells.outside} outside`
}

async function tryAll(make: (chance: () => number) => MutantFile, purpose: string, count: number) {
  const chance = drawnNumbers(purpose)
  let [read, accepted] = [0, 0]
  const kinds = new Set<string>()
  for (let n = 0; n < count; n++) {
    const file = make(chance)
    const report = await reported(file, chance() < 0.5 ? 'not_asked' : undefined)
    if (!report) continue
    read++
    kinds.add(report.kind)
    accepted += report.accepted
    const wrong = lost(report, file.cells)
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
