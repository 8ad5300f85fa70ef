/** No workbook, however it was changed, is read in part: what its XML holds is read, marked as unreadable, or the file is refused. */
import { describe, expect, it } from 'vitest'
import type { FileRow } from '../../../survey-schema/partner-files/texts/delimited.ts'
import { openWorkbook } from '../../../survey-schema/partner-files/workbooks/workbook.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { drawnNumbers } from '../../support/seed.ts'
import { rawCounts } from '../raw-cells.ts'
import { mutant } from '../workbook-mutants.ts'
import { type PartTexts, WORKBOOKS, zipped } from '../workbook-parts.ts'

const MUTANTS = process.env.SOAK ? 400_000 : 1200

const held = (rows: Iterable<FileRow>) => {
  let cells = 0
  for (const row of rows) cells += row.cells.filter((cell) => cell.trim() !== '').length + (row.faults?.size ?? 0)
  return cells
}

/** Cells of each sheet as the reader gives them; "refused" for a sheet, or for the file as a whole. */
function read(bytes: Uint8Array): (number | 'refused')[] | 'refused' {
  const refused = <T>(act: () => T): T | 'refused' => {
    try {
      return act()
    } catch (error) {
      if (error instanceof ProblemError) return 'refused'
      throw error
    }
  }
  return refused(() => {
    const book = openWorkbook(bytes)
    return book.sheets.map(({ position }) => refused(() => held(book.rows(position))))
  })
}

/** Sheets whose cells the reader lost or invented; null where it refused the file. */
function wrong(parts: PartTexts): string[] | null {
  const found = read(zipped(parts))
  if (found === 'refused') return null
  const raw = rawCounts(parts)
  if (raw.length !== found.length) return [`${raw.length} sheets, ${found.length} read`]
  return raw.flatMap((count, at) =>
    found[at] === 'refused' || found[at] === count ? [] : [`sheet ${at + 1}: ${count} cells, ${found[at]} read`],
  )
}

describe.each(Object.entries(WORKBOOKS))('workbooks in the way of %s', (name, parts) => {
  it('are counted alike from the XML and by the reader', () => {
    const found = read(zipped(parts))
    expect(found).not.toBe('refused')
    expect(found).toEqual(rawCounts(parts))
  })

  it(`${MUTANTS} of them, changed, lose no cell in silence`, () => {
    const chance = drawnNumbers(`workbooks of ${name}`)
    let accepted = 0
    for (let n = 0; n < MUTANTS; n++) {
      const { parts: changed, changes } = mutant(parts, chance)
      const lost = wrong(changed)
      if (lost !== null) accepted++
      if (lost !== null && lost.length > 0) expect({ changes, parts: changed, lost }).toEqual({ changes, parts: changed, lost: [] })
    }
    expect(accepted).toBeGreaterThan(MUTANTS / 4)
    expect(accepted).toBeLessThan(MUTANTS)
  })

  it('cut off or with other bytes they are refused by a rule, or read', () => {
    const chance = drawnNumbers(`bytes of ${name}`)
    const good = zipped(parts)
    for (let n = 0; n < MUTANTS / 4; n++) {
      const bytes = good.slice(0, chance() < 0.3 ? Math.floor(chance() * good.length) : good.length)
      for (let left = 0; left < 3 && bytes.length > 0; left++) bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256)
      read(bytes)
    }
  })
})
