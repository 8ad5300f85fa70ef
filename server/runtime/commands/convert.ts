/** `convert`: a partner's file becomes cases as intake takes them, and a report of what was left behind. Nothing leaves the machine. */
import { statSync } from 'node:fs'
import type { Issue } from '../../../survey-schema/problem.ts'
import { planFile, waitsForDecisions } from '../../../survey-schema/reading/import-file.ts'
import type { ImportReport } from '../../../survey-schema/reading/judge.ts'
import type { Plan } from '../../../survey-schema/reading/plan.ts'
import { RULES } from '../../../survey-schema/rules.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { type AtomicFile, atomicFile } from '../files/atomic.ts'
import { explained } from '../files/explain.ts'
import { importPartnerFile, KINDS, kindOf, mappingFrom, openPartnerFile, type PartnerFile } from '../files/partner-file.ts'
import { Misuse, Refusal, type Terminal } from '../terminal.ts'

interface ConvertOptions {
  readonly from: string
  readonly to?: string
  readonly report?: string
  readonly mapping?: string
  readonly propose?: string
  readonly dryRun?: boolean
  readonly sheet?: string
  readonly routeLegs?: string
  readonly contactSteps?: string
  readonly leaveOut?: string
}

/** A guess for the bar alone: bytes of a row of a partner file. */
const ROW_BYTES = 156
const EVERY = 500
/** Refused rows told one by one; beyond, they are counted. */
const TOLD = 20

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

export const register: CommandFile['register'] = (program) => {
  defineCommand<ConvertOptions>(program, {
    usage: 'convert <file>',
    summary: "turn a partner's file into cases that intake accepts, on this machine alone; identifiers are left behind",
    options: (one) =>
      one
        .option('--from <kind>', KINDS.join(', '), 'auto')
        .option('--to <file>', 'where the cases are written, one JSON line each')
        .option('--report <file>', 'where the report of what was dropped, coarsened or refused is written')
        .option('--mapping <file>', 'decisions about columns and words, as --propose writes them')
        .option('--propose <file>', 'where the decisions that the file needs are written; set "yes" to true and give it as --mapping')
        .option('--dry-run', 'read and judge everything, write no cases')
        .option('--sheet <position>', 'which sheet of a workbook, from 1')
        .option('--route-legs <file>', 'legs of journeys, for cases-csv')
        .option('--contact-steps <file>', 'steps to help, for cases-csv')
        .option('--leave-out <positions>', 'positions of unknown columns to leave out, such as 3,7'),
    async run({ terminal, options, args }) {
      if (options.to === undefined && !options.dryRun && options.propose === undefined)
        throw new Misuse('--to says where the cases are written; --dry-run writes none')
      const path = args[0] as string
      const file = await opened(path, options)
      const plan = planned(path, file)
      if (options.propose !== undefined && plan) writeWhole(options.propose, plan.proposal)
      try {
        convert(path, file, options, terminal)
      } catch (error) {
        if (!waitsForDecisions(error) || !plan) throw explained(error, path)
        if (options.report !== undefined) writeWhole(options.report, { said: file.said, planned: plan.columns, whole_file: plan.wholeFile })
        throw new Refusal('decisions-needed', waiting(path, plan, options.propose))
      }
    },
  })
}

async function opened(path: string, options: ConvertOptions): Promise<PartnerFile> {
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
      ...(routeLegs ? { routeLegs } : {}),
      ...(contactSteps ? { contactSteps } : {}),
    })
  } catch (error) {
    throw explained(error, path)
  }
}

/** Tables that are planned at all: ours and CTDC's have nothing to decide. */
function planned(path: string, { opened: file, kind, tripwire, decisions }: PartnerFile): Plan | null {
  if (kind !== 'table' && kind !== 'htcds') return null
  try {
    return planFile(file, tripwire, decisions)
  } catch (error) {
    throw explained(error, path)
  }
}

/** Whole or not at all: a refusal of the file leaves neither cases nor report. */
function convert(path: string, file: PartnerFile, options: ConvertOptions, terminal: Terminal): void {
  const { outcomes, report } = importPartnerFile(file)
  const bar = terminal.progress('convert', Math.ceil(statSync(path).size / ROW_BYTES))
  const written: AtomicFile[] = []
  const open = (to: string) => {
    const one = atomicFile(to)
    written.push(one)
    return one
  }
  const cases = options.to === undefined || options.dryRun ? null : open(options.to)
  const said = options.report === undefined ? null : open(options.report)
  try {
    let rows = 0
    for (const outcome of outcomes) {
      if (outcome.outcome !== 'refused') cases?.write(`${JSON.stringify(outcome.submission)}\n`)
      if (++rows % EVERY === 0) bar.to(rows)
    }
    bar.to(rows, rows)
    said?.write(`${JSON.stringify({ ...report(), said: file.said }, null, 2)}\n`)
    for (const one of written) one.commit()
  } finally {
    bar.stop()
    for (const one of written) one.discard()
  }
  tell({ ...report(), said: file.said }, options, terminal)
}

function writeWhole(path: string, value: object): void {
  const file = atomicFile(path)
  try {
    file.write(`${JSON.stringify(value, null, 2)}\n`)
    file.commit()
  } finally {
    file.discard()
  }
}

function tell(report: ImportReport, { to, report: path, dryRun }: ConvertOptions, terminal: Terminal): void {
  const { rows, accepted, flagged, refused, columns, unmapped, notes, refusals, said } = report
  terminal.result(
    { rows, accepted, flagged, refused, ...(to && !dryRun ? { to } : {}), ...(path ? { report: path } : {}) },
    [
      ...said,
      `${rows} rows: ${accepted} accepted${flagged > 0 ? ` (${flagged} with something to confirm)` : ''}, ${refused} refused`,
      to && !dryRun ? `cases written to ${to}` : 'no cases were written',
      `columns: ${columns.mapped.length} read, ${columns.generalised.length} coarsened, ${columns.dropped.length} dropped by kind, ${columns.unknown.length} left out`,
      `cells without a code of ours: ${Object.values(unmapped).reduce((sum, cells) => sum + cells, 0)}`,
      ...notes.map((note) => `note: ${note}`),
      ...refusals.slice(0, TOLD).map(({ row, errors }) => `row ${row}: ${errors.map(sentence).join('; ')}`),
      ...(refused > TOLD ? [`and ${refused - TOLD} rows more`] : []),
    ].join('\n'),
  )
  if (rows > 0 && accepted === 0) process.exitCode = 1
}

/** Our own name of the question, and what is wrong: never the value. */
const sentence = ({ pointer, rule, kind }: Issue): string => {
  const place = pointer.split('/').slice(2).join('/')
  const words = Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES].en : (OWN_RULES[rule] ?? rule)
  return `${place === '' ? '' : `${place}: `}${words}${kind ? ` (${kind})` : ''}`
}

const OWN_RULES: Readonly<Record<string, string>> = {
  undecided_word: 'A word here could be one of our answers; say yes to it in the mapping.',
  duplicate_key: 'The code word stands in the file twice.',
  ragged_row: 'The row has more or fewer cells than the heading.',
  not_utf8: 'Bytes that are not of the encoding of the file.',
  invalid_json: 'The line is not JSON as we read it.',
}

/** What a person has to decide, by position: a heading may itself be a name. */
function waiting(path: string, plan: Plan, propose: string | undefined): string {
  const lines = plan.columns.flatMap(({ position, fate, target, kind, words, unlisted }) => {
    if (fate === 'unknown') return [`  column ${position}: not one of our questions${kind ? `, looks like ${kind}` : ''}; leave it out?`]
    if (!target || (fate !== 'proposed' && words.length === 0)) return []
    const some = words.slice(0, 5).map(({ word, codes }) => `${word} → ${codes.join(' or ')}?`)
    return [
      `  column ${position}: ${target.question}?${some.length > 0 ? ` ${some.join(', ')}${words.length > 5 ? ', …' : ''}` : ''}${unlisted.cells > 0 ? ` (${unlisted.cells} cells on no list)` : ''}`,
    ]
  })
  return [
    `${path} waits for decisions; no cases were written`,
    ...lines,
    ...plan.wholeFile.map((id) => `  the whole file: ${id}`),
    propose === undefined
      ? '  --propose FILE writes them down: set "yes" to true where you agree, and give the file as --mapping'
      : `  they stand in ${propose}: set "yes" to true where you agree, and give the file as --mapping`,
  ].join('\n')
}
