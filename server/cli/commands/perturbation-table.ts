/** `perturbation-table`: the noise of a policy, row by row, in the columns in which such tables are published. */
import {
  InfeasibleNoise,
  type NoiseSettings,
  type PerturbationTable,
  perturbationTable,
} from '../../../analysis/policy/perturbation-table.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { decimal, wholeNumber } from '../options.ts'

interface Options {
  readonly d: number
  readonly v: number
  readonly js: number
  readonly pstay: number
  readonly mono: boolean
  readonly format: string
}

const COLUMNS = ['i', 'j', 'p', 'v', 'p_int_lb', 'p_int_ub'] as const
type PerturbationLine = Readonly<Record<(typeof COLUMNS)[number], number>>

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .requiredOption('--d <cases>', 'largest noise in either direction', wholeNumber('--d', 1, 50))
        .requiredOption('--v <variance>', 'variance that the noise may have', decimal('--v', 0, 1e6))
        .requiredOption('--js <cases>', 'no figure from 1 to this is ever published', wholeNumber('--js', 0, 49))
        .option('--pstay <share>', 'least probability of leaving a count as it is', decimal('--pstay', 0, 1), 0)
        .option('--mono', 'probabilities do not decrease towards 0 from the left', true)
        .option('--no-mono', 'without that condition')
        .option('--format <format>', 'csv or json', 'csv'),
    run({ terminal, options: { format, ...settings } }) {
      if (format !== 'csv' && format !== 'json') throw new Misuse('--format must be csv or json')
      const lines = laidOut(made(settings))
      const csv = [COLUMNS.join(','), ...lines.map((line) => COLUMNS.map((column) => line[column]).join(','))].join('\n')
      terminal.result({ settings, rows: lines }, format === 'csv' ? csv : JSON.stringify(lines, null, 2))
    },
  })
}

function made(settings: NoiseSettings): PerturbationTable {
  try {
    return perturbationTable(settings)
  } catch (error) {
    if (error instanceof InfeasibleNoise) throw new Refusal('infeasible-noise', error.message)
    if (error instanceof RangeError) throw new Misuse(error.message)
    throw error
  }
}

/** Rows by true count and figure shown; the intervals of a row follow one another from 0 to 1. */
function laidOut(table: PerturbationTable): PerturbationLine[] {
  return table.flatMap((row, i) => {
    let upTo = 0
    return row.map(({ v, p }, index) => {
      const from = upTo
      upTo = index === row.length - 1 ? 1 : upTo + p
      return { i, j: i + v, p, v, p_int_lb: from, p_int_ub: upTo }
    })
  })
}
