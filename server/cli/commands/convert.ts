/** `convert`: a partner's file becomes cases as intake takes them, and a report of what was left behind. Nothing leaves the machine. */
import { statSync } from 'node:fs'
import { waitsForDecisions } from '../../../survey-schema/partner-files/import-file.ts'
import type { ImportReport } from '../../../survey-schema/partner-files/judge.ts'
import { type AtomicFile, atomicFile } from '../../runtime/atomic-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { cellLines, type DecisionOptions, decisionOptions, openDecided, planned, sentence, waiting, writeWhole } from '../files/decided.ts'
import { explained } from '../files/explain.ts'
import { importPartnerFile, type PartnerFile } from '../files/partner-file.ts'
import type { Terminal } from '../terminal.ts'

interface ConvertOptions extends DecisionOptions {
  readonly to?: string
  readonly report?: string
  readonly dryRun?: boolean
}

/** A guess for the bar alone: bytes of a row of a partner file. */
const ROW_BYTES = 156
const EVERY = 500
/** Refused rows told one by one; beyond, they are counted. */
const TOLD = 20

export const register: CommandFile['register'] = (command) => {
  defineCommand<ConvertOptions>(command, {
    options: (one) =>
      decisionOptions(one)
        .option('--to <file>', 'where the cases are written, one JSON line each')
        .option('--report <file>', 'where the report of what was dropped, coarsened or refused is written')
        .option('--dry-run', 'read and judge everything, write no cases'),
    async run({ terminal, options, args }) {
      if (options.to === undefined && !options.dryRun && options.propose === undefined)
        throw new Misuse('--to says where the cases are written; --dry-run writes none')
      const path = args[0] as string
      const file = await openDecided(path, options)
      const plan = planned(path, file)
      if (options.propose !== undefined && plan) writeWhole(options.propose, plan.proposal)
      try {
        convert(path, file, options, terminal)
      } catch (error) {
        if (!waitsForDecisions(error) || !plan) throw explained(error, path)
        if (options.report !== undefined)
          writeWhole(options.report, {
            said: file.description,
            planned: plan.columns.map((column) => ({ ...column, words: [] })),
            whole_file: plan.wholeFile,
          })
        throw new Refusal('decisions-needed', waiting(path, file, plan, options.propose, 'no cases were written'))
      }
    },
  })
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
    said?.write(`${JSON.stringify({ ...report(), said: file.description }, null, 2)}\n`)
    for (const one of written) one.commit()
  } finally {
    bar.stop()
    for (const one of written) one.discard()
  }
  tell({ ...report(), said: file.description }, options, terminal)
}

function tell(report: ImportReport, { to, report: path, dryRun }: ConvertOptions, terminal: Terminal): void {
  const { rows, accepted, flagged, refused, columns, unmapped, notes, refusals, said, cells } = report
  terminal.result(
    { rows, accepted, flagged, refused, cells, ...(to && !dryRun ? { to } : {}), ...(path ? { report: path } : {}) },
    [
      ...said,
      `${rows} rows: ${accepted} accepted${flagged > 0 ? ` (${flagged} with something to confirm)` : ''}, ${refused} refused`,
      to && !dryRun ? `cases written to ${to}` : 'no cases were written',
      `columns: ${columns.mapped.length} read, ${columns.generalised.length} coarsened, ${columns.dropped.length} dropped by kind, ${columns.unknown.length} left out`,
      ...cellLines(report),
      `cells without a code of ours: ${Object.values(unmapped).reduce((sum, cells) => sum + cells, 0)}`,
      ...notes.map((note) => `note: ${note}`),
      ...refusals.slice(0, TOLD).map(({ row, errors }) => `row ${row}: ${errors.map(sentence).join('; ')}`),
      ...(refused > TOLD ? [`and ${refused - TOLD} rows more`] : []),
    ].join('\n'),
  )
  if (rows > 0 && accepted === 0) process.exitCode = 1
}
