/**
 * The attack that official figures of this field do not withstand: a published total less the published parts of its line gives back the one part that is
 * hidden. Tried on every table of two questions that was published, and, so that it is known to bite, on the same tables as such files
 * print them: exact, with 1 to 4 hidden.
 */
import { readFileSync } from 'node:fs'
import { readingOf } from '../../analysis/exact/readings.ts'
import { recordsOf } from '../../server/cli/files/records.ts'
import { type Estimate, estimatesOf } from '../../server/editors/attack/estimates.ts'
import { keyOf, type SeenCell, seenCells } from '../../server/editors/attack/meaning.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { ReleasedCell, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { VariableId } from '../../survey-schema/variables/index.ts'
import type { Checks } from './checks.ts'

const NOISE = 5
/** The least room that the bounds of a hidden cell of one to four must keep. */
const WIDTH = 5
/** Of what is guessed no more may be right than an attacker may be sure of any one number. */
const SURE = 0.5

/** @param sent every case that was counted, one a line */
export function checkSubtraction(to: Checks, bundleFile: string, sent: string): void {
  const { tables, manifest } = JSON.parse(readFileSync(bundleFile, 'utf8')) as Bundle
  const pairs = tables.filter(({ axes, cells }) => axes.length === 2 && cells.some(({ status }) => status === 'shown'))
  const count = counter(sent)
  const published = attack(seenCells(pairs, [manifest]), NOISE, count)
  to.holds(
    'subtraction on the published tables: the bounds of no withheld cell of 1 to 4 are less than 5 apart',
    published.narrow === 0 && published.alone > 0,
    `${pairs.length} tables, ${published.alone} withheld cells alone in a line, ${published.guesses} of them guessed at 1 to 4`,
  )
  to.holds(
    'subtraction on the published tables: what is guessed at 1 to 4 is not right more often than half the time',
    published.right <= SURE * published.guesses,
    `${published.right} of ${published.guesses}`,
  )
  const plain = seenCells(
    pairs.filter(({ id }) => EXACT.has(id)).map((table) => printedPlainly(table, count, manifest)),
    [manifest],
  )
  const bare = attack(plain, 0, count)
  to.holds(
    'the same attack on the same tables, exact and with 1 to 4 withheld, gives back every one that it finds',
    bare.guesses > 0 && bare.right === bare.guesses && bare.narrow === bare.guesses,
    `${bare.right} of ${bare.guesses}`,
  )
}

/** Tables that the published file fills. */
const EXACT = new Set([
  'citizenship@country,route_destination@country',
  'registration_year@period3,gender@list',
  'gender@list,age_band_registration@broad3',
])

interface Score {
  /** Withheld cells that stand alone in some line. */
  readonly alone: number
  /** Those of them whose remainder is 1 to 4, and how many of these hold just so many. */
  readonly guesses: number
  readonly right: number
  /** Withheld cells of 1 to 4 whose bounds are less than 5 apart. */
  readonly narrow: number
}

/** @param band how far a figure may lie from its count */
function attack(cells: readonly SeenCell[], band: number, count: (cell: SeenCell) => number): Score {
  let [alone, guesses, right, narrow] = [0, 0, 0, 0]
  for (const { seen, estimates } of estimatesOf(cells)) {
    if (seen.cell.status !== 'withheld' || estimates.length === 0) continue
    alone++
    const [best] = [...estimates].sort((one, other) => one.figures - other.figures) as [Estimate, ...Estimate[]]
    const guess = best.figure
    const room = Math.min(...estimates.map(({ figure, figures }) => figure + band * figures - Math.max(0, figure - band * figures)))
    if ((guess < 1 || guess > 4) && room >= WIDTH) continue
    const truth = count(seen)
    if (guess >= 1 && guess <= 4) {
      guesses++
      if (guess === truth) right++
    }
    if (truth >= 1 && truth <= 4 && room < WIDTH) narrow++
  }
  return { alone, guesses, right, narrow }
}

/** The table as official files print theirs. */
function printedPlainly(table: ReleasedTable, count: (cell: SeenCell) => number, manifest: Bundle['manifest']): ReleasedTable {
  const cells = seenCells([table], [manifest]).map((seen): ReleasedCell => {
    if (seen.cell.status === 'not_applicable') return seen.cell
    const figure = count(seen)
    return figure >= 1 && figure <= 4 ? { status: 'withheld' } : { status: 'shown', figure }
  })
  return { ...table, cells }
}

/** Counts those who meet the conditions of a cell, one by one. */
function counter(sent: string): (cell: SeenCell) => number {
  const records = [...recordsOf(sent, 'cases', new Date().getFullYear())]
  const columns = new Map<string, readonly ReturnType<typeof readingOf>[]>()
  const readings = (variable: string) => {
    const known = columns.get(variable) ?? records.map((record) => readingOf(record, variable as VariableId))
    columns.set(variable, known)
    return known
  }
  const counted = new Map<string, number>()
  return ({ conditions }) => {
    const name = keyOf(conditions)
    const known = counted.get(name)
    if (known !== undefined) return known
    const met = conditions.map(({ variable, role, codes, code }) =>
      readings(variable).map((reading) => {
        const open = isUnanswered(reading)
        if (role === 'answered') return !open
        if (role === 'applicable') return reading !== 'not_applicable'
        if (role === 'no_answer') return open && reading !== 'not_applicable'
        if (codes === null) return reading === code
        return !open && [reading].flat().some((one) => codes.has(one as string))
      }),
    )
    const found = records.reduce((sum, _record, at) => sum + (met.every((one) => one[at]) ? 1 : 0), 0)
    counted.set(name, found)
    return found
  }
}
