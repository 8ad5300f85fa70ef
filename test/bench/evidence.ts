/**
 * What the methods page says of the evidence audit, measured on fictional networks that nobody tuned it to: how often somebody is there at each
 * strength of evidence, and how strong the evidence is under other laws than the stated one.
 */
import { attackerUnder, attackerWith } from '../../analysis/disclosure/audit/evidence/attacker.ts'
import { readersEvidence } from '../../analysis/disclosure/audit/evidence/audit-evidence.ts'
import { type Law, lawOf } from '../../analysis/disclosure/audit/evidence/law.ts'
import { publishedTable, unprintedIn } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { linkedTablesOf } from '../../analysis/disclosure/audit/linked-tables/linked-tables.ts'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { NOBODY } from '../../analysis/exact/exact-count.ts'
import { type AuditSettings, settingsOf } from '../../analysis/policy/audit-settings.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import {
  HELD_OUT_CASES,
  HELD_OUT_POPULATIONS,
  HELD_OUT_SEEDS,
  LAWS_TRIED,
} from '../../analysis/publication/book/methods/measured-evidence.ts'
import type { PopulationKind } from '../../server/demo/population/index.ts'
import { auditsFor } from '../../server/editors/audit/audits.ts'
import { editionInput } from '../support/edition.ts'

/** Bayes factors up to these, and above the last. */
const BINS = [1, 3, 10, 19] as const

export interface CalibrationRow {
  readonly upTo: number
  readonly cells: number
  readonly withSomebody: number
}

/** Cells withheld by the rules alone, before any audit: by the strength of evidence how many there are, and in how many somebody is. */
export function calibration(kind: PopulationKind, seeds: readonly number[] = HELD_OUT_SEEDS, cases = HELD_OUT_CASES): CalibrationRow[] {
  const settings = settingsOf(POLICY_V2)
  const attacker = attackerUnder(settings)!
  const found = [...BINS, Number.POSITIVE_INFINITY].map((upTo) => ({ upTo, cells: 0, withSomebody: 0 }))
  for (const seed of seeds) {
    const input = editionInput({ kind, cases, seed, policy: POLICY_V2 })
    for (const linked of groupsOf(buildRelease(input))) {
      for (const { cell, evidence } of readersEvidence(linked, attacker, settings.evidence)) {
        const row = found.find(({ upTo }) => evidence.factor <= upTo)!
        row.cells++
        if (cell.truth! > NOBODY) row.withSomebody++
      }
    }
  }
  return found
}

/** Under each law: the largest factor and the largest single probability about cells of a release that all audits have passed, and how many are above the limits. */
export async function underOtherLaws(kind: PopulationKind, seed: number, cases = HELD_OUT_CASES) {
  const settings = settingsOf(POLICY_V2)
  const input = editionInput({ kind, cases, seed, policy: POLICY_V2 })
  const { audits, close } = await auditsFor(POLICY_V2)
  const groups = groupsOf(buildRelease({ ...input, audits }))
  await close()
  return Object.entries(laws(settings)).map(([law, weights]) => {
    const { noise: table, ...knowledge } = settings
    const attacker = attackerWith({ table: table!, ...knowledge }, weights)
    const factors = groups.flatMap((linked) => readersEvidence(linked, attacker, settings.evidence).map(({ evidence }) => evidence))
    const above = factors.filter(({ factor }) => factor > settings.evidence.factor).length
    const single = factors.filter((one) => one.single > settings.evidence.single).length
    const most = (of: (evidence: (typeof factors)[number]) => number) => factors.reduce((found, one) => Math.max(found, of(one)), 0)
    return { law, cells: factors.length, factor: most(({ factor }) => factor), largest: most(({ largest }) => largest), above, single }
  })
}

function laws(settings: AuditSettings): Readonly<Record<string, Law>> {
  return {
    stated: attackerUnder(settings)!.law,
    flat: lawOf(LAWS_TRIED.flat, settings),
    'zero-heavy': lawOf(LAWS_TRIED['zero-heavy'], settings),
    geometric: lawOf(LAWS_TRIED.geometric, settings),
  }
}

function groupsOf({ bundle, editor }: ReturnType<typeof buildRelease>) {
  const exact = new Map(editor.cells.map((cell) => [`${cell.slice}/${cell.table} ${cell.lines.join(' ')}`, cell.cases]))
  return linkedTablesOf(
    bundle.tables.map((table) => {
      const [rows, columns] = table.axes
      const names = rows.lines.flatMap((row) => (columns ? columns.lines.map((column) => `${row.code} ${column.code}`) : [row.code]))
      return publishedTable(
        table,
        bundle.manifest.volume,
        [...names, ...unprintedIn(table).map(({ code }) => code)].map((name) => exact.get(`${table.slice}/${table.id} ${name}`)!),
      )
    }),
  )
}

export async function benchEvidence(print: (line: string) => void): Promise<void> {
  for (const kind of HELD_OUT_POPULATIONS) {
    print(`evidence: ${kind}, ${HELD_OUT_CASES} cases, seeds ${HELD_OUT_SEEDS.join(' ')}: cells withheld by the rules, with somebody`)
    for (const { upTo, cells, withSomebody } of calibration(kind))
      print(`  factor up to ${upTo}: ${cells} cells, ${withSomebody} with somebody`)
    for (const one of await underOtherLaws(kind, HELD_OUT_SEEDS[0]))
      print(
        `  law ${one.law}: largest factor ${one.factor.toFixed(1)}, for one number ${one.largest.toFixed(1)}, ${one.above} of ${one.cells} above 19, ${one.single} single`,
      )
  }
}
