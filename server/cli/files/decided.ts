/** A partner's file and what its holder decided about it, for every command that reads one. */
import type { Command } from 'commander'
import { cellsSentence } from '../../../survey-schema/partner-files/cell-fates.ts'
import { fileRuleText } from '../../../survey-schema/partner-files/file-rules.ts'
import { planFile } from '../../../survey-schema/partner-files/import-file.ts'
import type { ImportReport } from '../../../survey-schema/partner-files/judge.ts'
import type { ColumnPlan } from '../../../survey-schema/partner-files/plan/planned-columns.ts'
import type { Issue } from '../../../survey-schema/problem.ts'
import { atomicFile } from '../../runtime/atomic-file.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { explained } from './explain.ts'
import { KINDS, kindOf, mappingFrom, openPartnerFile, type PartnerFile } from './partner-file.ts'
import { type EncodingOption, encodingOption, saidEncoding } from './said-encoding.ts'

export interface DecisionOptions extends EncodingOption {
  readonly from: string
  readonly mapping?: string
  readonly propose?: string
  readonly sheet?: string
  readonly routeLegs?: string
  readonly contactSteps?: string
  readonly leaveOut?: string
}

export const decisionOptions = (command: Command): Command =>
  encodingOption(command)
    .option('--from <kind>', KINDS.join(', '), 'auto')
    .option('--mapping <file>', 'decisions about columns and words, as --propose writes them')
    .option('--propose <file>', 'where the decisions that the file needs are written; set "yes" to true, and give it as --mapping')
    .option('--sheet <position>', 'which sheet of a workbook, from 1')
    .option('--route-legs <file>', 'legs of journeys, for cases-csv and form-export')
    .option('--contact-steps <file>', 'steps to help, for cases-csv and form-export')
    .option('--leave-out <positions>', 'positions of unknown columns to leave out, such as 3,7')

const positions = (given: string | undefined): number[] => {
  const numbers = (given ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Misuse('--leave-out takes positions of columns, from 1, joined by commas')
  return numbers
}

function sheetOf(given: string | undefined): { readonly sheet?: number } {
  if (given === undefined) return {}
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Misuse('--sheet takes the position of a sheet, from 1')
  return { sheet: Number(given) }
}

/** @throws Refusal or Misuse when it cannot be read as that */
export async function openDecided(path: string, options: DecisionOptions): Promise<PartnerFile> {
  const { routeLegs, contactSteps } = options
  const kind = kindOf(options.from)
  const leaveOut = positions(options.leaveOut)
  const mapping = options.mapping === undefined ? {} : { mapping: mappingFrom(options.mapping) }
  try {
    return await openPartnerFile(path, {
      kind,
      leaveOut,
      ...mapping,
      ...sheetOf(options.sheet),
      ...saidEncoding(options.encoding),
      ...(routeLegs ? { routeLegs } : {}),
      ...(contactSteps ? { contactSteps } : {}),
    })
  } catch (error) {
    throw explained(error, path)
  }
}

/** Tables that are planned at all: our own columns and those of CTDC have nothing to decide. */
export function planned(path: string, { opened: file, kind, detector, decisions }: PartnerFile): ColumnPlan | null {
  if (kind !== 'table' && kind !== 'htcds' && kind !== 'form') return null
  try {
    return planFile(file, detector, decisions)
  } catch (error) {
    throw explained(error, path)
  }
}

export function writeWhole(path: string, value: object): void {
  const file = atomicFile(path)
  try {
    file.write(`${JSON.stringify(value, null, 2)}\n`)
    file.commit()
  } finally {
    file.discard()
  }
}

/** Our own name of the question, and what is wrong: never the value. */
export const sentence = ({ pointer, rule, kind }: Issue): string => {
  const place = pointer.split('/').slice(2).join('/')
  const words = fileRuleText(rule)?.en ?? rule
  return `${place === '' ? '' : `${place}: `}${words}${kind ? ` (${kind})` : ''}`
}

/** Words of a column that are told one by one. */
const SOME = 5

/** What a person has to decide, by position: a heading may itself be a name, and so may a word on no list, which stands in the file of --propose alone. */
export function waiting(path: string, file: PartnerFile, plan: ColumnPlan, propose: string | undefined, done: string): string {
  const lines = plan.columns.flatMap((column) => {
    const { position, fate, target, kind, words, keys } = column
    if (fate === 'unknown') return [`  column ${position}: not one of our questions${kind ? `, looks like ${kind}` : ''}; leave it out?`]
    const unlisted = plan.unlistedWords.filter((one) => one.position === position)
    if (!target || (fate !== 'proposed' && words.length + unlisted.length === 0)) return []
    const asked = [
      ...some(words, ({ word, codes, cells }) => `${word} (${cells}) → ${codes.map((code) => code || '(leave out)').join(' or ')}?`),
      ...(column.unlisted.cells > 0 ? [`${unlisted.length} words on no list (${column.unlisted.cells} cells)`] : []),
      ...(keys && keys.names > 0 ? [`${keys.names} of ${keys.keys} references look like names: "keys" is keep or number`] : []),
    ]
    return [`  column ${position}: ${target.question}?${asked.length > 0 ? ` ${asked.join(', ')}` : ''}`]
  })
  return [
    `${path} waits for decisions; ${done}`,
    // How it was read is part of what is decided: under another encoding these would be other words.
    `  ${file.description.join('; ')}`,
    ...lines,
    ...plan.wholeFile.map((id) => `  the whole file: ${id}`),
    ...plan.mayHold.map((id) => `  the whole file, if it holds for every row: ${id}`),
    `  ${propose === undefined ? '--propose FILE writes them down' : `they stand in ${propose}`}: set "yes" to true where you agree, or once at the top for all that is written there;`,
    '  a word whose meaning begins with ? waits for one; "rest": "not_asked" says it of all words that wait; give the file as --mapping',
  ].join('\n')
}

function some<One>(all: readonly One[], told: (one: One) => string): readonly string[] {
  return [...all.slice(0, SOME).map(told), ...(all.length > SOME ? ['…'] : [])]
}

/** What the report says of rows and cells, after its counts of rows. */
export function cellLines({ cells, lines, notTaken }: ImportReport): readonly string[] {
  const byName = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')
  return [
    cellsSentence(cells).en,
    ...(Object.keys(cells.dropped).length > 0 ? [`dropped by kind: ${byName(cells.dropped)}`] : []),
    ...(Object.keys(cells.refused).length > 0 ? [`refused by rule: ${byName(cells.refused)}`] : []),
    ...(lines.length > 0
      ? [
          `lines that are no cases: ${lines
            .slice(0, TOLD)
            .map(({ row }) => `row ${row}`)
            .join(', ')}${lines.length > TOLD ? ', …' : ''}`,
        ]
      : []),
    ...notTaken.slice(0, TOLD).map(({ row, errors }) => `row ${row}, taken without one answer or more: ${errors.map(sentence).join('; ')}`),
    ...(notTaken.length > TOLD ? ['and more such rows'] : []),
  ]
}

/** Rows told one by one. */
const TOLD = 20
