/** `convert`: a partner's file becomes cases as intake takes them, and a report of what was left behind. Nothing leaves the machine. */
import { statSync } from 'node:fs'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { type AtomicFile, atomicFile } from '../files/atomic.ts'
import { type FileKind, KINDS, submissionsOf } from '../files/submissions.ts'
import { Misuse } from '../terminal.ts'

interface ConvertOptions {
  readonly from: string
  readonly to: string
  readonly report?: string
  readonly routeLegs?: string
  readonly contactSteps?: string
  readonly leaveOut?: string
}

/** A guess for the bar alone: bytes of a row of a partner file. */
const ROW_BYTES = 156
const EVERY = 500

/** @throws Misuse for anything but the kinds we read */
export const kindOf = (given: string): FileKind => {
  const kind = KINDS.find((one) => one === given)
  if (!kind) throw new Misuse(`--from must be one of ${KINDS.join(', ')}`)
  return kind
}

const positions = (given: string | undefined): number[] => {
  const numbers = (given ?? '')
    .split(',')
    .filter((part) => part !== '')
    .map(Number)
  if (numbers.some((number) => !Number.isInteger(number) || number < 1))
    throw new Misuse('--leave-out takes positions of columns, from 1, joined by commas')
  return numbers
}

export const register: CommandFile['register'] = (program) => {
  defineCommand<ConvertOptions>(program, {
    usage: 'convert <file>',
    summary: "turn a partner's file into cases that intake accepts, on this machine alone; identifiers are left behind",
    options: (one) =>
      one
        .requiredOption('--from <kind>', KINDS.join(' or '))
        .requiredOption('--to <file>', 'where the cases are written, one JSON line each')
        .option('--report <file>', 'where the report of what was dropped, coarsened or not understood is written')
        .option('--route-legs <file>', 'CSV of the legs of journeys, for cases-csv')
        .option('--contact-steps <file>', 'CSV of the steps to help, for cases-csv')
        .option('--leave-out <positions>', 'positions of unknown columns to leave out, such as 3,7'),
    run({ terminal, options, args }) {
      const path = args[0] as string
      const { routeLegs, contactSteps } = options
      const { submissions, report } = submissionsOf(path, {
        kind: kindOf(options.from),
        leaveOut: positions(options.leaveOut),
        ...(routeLegs ? { routeLegs } : {}),
        ...(contactSteps ? { contactSteps } : {}),
      })
      const bar = terminal.progress('convert', Math.ceil(statSync(path).size / ROW_BYTES))
      const written: AtomicFile[] = []
      const open = (to: string) => {
        const file = atomicFile(to)
        written.push(file)
        return file
      }
      try {
        const cases = open(options.to)
        const said = options.report ? open(options.report) : null
        let rows = 0
        for (const submission of submissions) {
          cases.write(`${JSON.stringify(submission)}\n`)
          if (++rows % EVERY === 0) bar.to(rows)
        }
        bar.to(rows, rows)
        said?.write(`${JSON.stringify(report(), null, 2)}\n`)
        for (const file of written) file.commit()
      } finally {
        bar.stop()
        for (const file of written) file.discard()
      }
      const { rows, columns, unmapped, notes } = report()
      terminal.result(
        { rows, to: options.to, ...(options.report ? { report: options.report } : {}) },
        [
          `${rows} cases written to ${options.to}`,
          `columns: ${columns.mapped.length} read, ${columns.generalised.length} coarsened, ${columns.dropped.length} dropped by kind, ${columns.unknown.length} left out`,
          `cells without a code of ours: ${Object.values(unmapped).reduce((sum, cells) => sum + cells, 0)}`,
          ...notes.map((note) => `note: ${note}`),
        ].join('\n'),
      )
    },
  })
}
