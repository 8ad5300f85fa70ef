/** `tabulate`: exact tables of a file that its holder has, on his own machine. */

import Papa from 'papaparse'
import { plainNumber } from '../../../analysis/exact/exact-count.ts'
import type { ExactTable } from '../../../analysis/exact/exact-table.ts'
import { tabulate, type VariableAt } from '../../../analysis/exact/tabulate.ts'
import { isUnanswered } from '../../../survey-schema/questionnaire/question.ts'
import { levelOf, variableById } from '../../../survey-schema/variables/index.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { packed } from '../files/packed-records.ts'
import { kindOf, partnerRecords } from '../files/partner-file.ts'
import { recordsOf } from '../files/records.ts'

interface TabulateOptions {
  readonly rows: string
  readonly columns?: string
  readonly where: readonly string[]
  readonly from?: string
  readonly exact?: boolean
  readonly format: string
}

export const register: CommandFile['register'] = (command) => {
  defineCommand<TabulateOptions>(command, {
    options: (one) =>
      one
        .requiredOption('--rows <variable>', 'VARIABLE or VARIABLE@LEVEL')
        .option('--columns <variable>', 'VARIABLE or VARIABLE@LEVEL')
        .option(
          '--where <variable=code>',
          'only cases with this answer; may be repeated',
          (given: string, before: readonly string[]) => [...before, given],
          [],
        )
        .option('--from <kind>', 'kind of a partner file, as for convert; without it the file holds one JSON case a line')
        .option('--exact', 'exact counts: they name single persons')
        .option('--format <format>', 'csv or json', 'csv'),
    async run({ terminal, options, args }) {
      if (!options.exact)
        throw new Refusal(
          'exact-only',
          'This command counts exactly, and an exact table of few cases points at persons. Say --exact if the file is yours and the table stays with you.',
        )
      if (options.format !== 'csv' && options.format !== 'json') throw new Misuse('--format must be csv or json')
      const request = {
        rows: variableAt(options.rows, '--rows'),
        columns: options.columns === undefined ? null : variableAt(options.columns, '--columns'),
        where: options.where.map(filter),
      }
      const path = args[0] as string
      const records = packed(
        options.from === undefined ? recordsOf(path, 'cases', new Date().getFullYear()) : await partnerRecords(path, kindOf(options.from)),
      )
      const table = tabulate(records, request)
      terminal.result(
        { rows: table.rows, columns: table.columns, base: table.base, total: table.total, lines: table.lines },
        options.format === 'csv' ? csv(table) : JSON.stringify(table, null, 2),
      )
    },
  })
}

/** @throws Misuse for anything but a variable of the questionnaire and a level of its hierarchy */
function variableAt(given: string, option: string): VariableAt {
  const [id = '', levelId, ...more] = given.split('@')
  const variable = variableById(id)
  if (!variable || more.length > 0) throw new Misuse(`${option}: there is no such variable`)
  if (levelId === undefined) return { variable: id, level: null }
  if (!levelOf(variable, levelId))
    throw new Misuse(`${option}: ${id} has the levels ${variable.levels.map((level) => level.id).join(', ')}`)
  return { variable: id, level: levelId }
}

function filter(given: string) {
  const at = given.indexOf('=')
  if (at < 1) throw new Misuse('--where takes VARIABLE=CODE or VARIABLE@LEVEL=CODE')
  const where = variableAt(given.slice(0, at), '--where')
  const code = given.slice(at + 1)
  const variable = variableById(where.variable)
  const categories = variable && levelOf(variable, where.level ?? variable.levels[0]?.id ?? '')?.categories
  if (!isUnanswered(code) && !categories?.some((category) => category.code === code))
    throw new Misuse(`--where: ${where.variable} has no such code at this level`)
  return { ...where, code }
}

/** Codes as stored, headed by the variables without their levels. */
function csv({ rows, columns, lines }: ExactTable): string {
  const heading = columns === null ? [rows, 'cases'] : [rows, columns, 'cases']
  const data = lines.map(({ row, column, cases }) => [row, ...(column === null ? [] : [column]), plainNumber(cases)])
  return Papa.unparse({ fields: heading, data }, { newline: '\n', escapeFormulae: true })
}
