/** `import`: a partner's file goes to a server as a whole: judged here first, sent in parts, and held once all of it came. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { waitsForDecisions } from '../../../survey-schema/partner-files/import-file.ts'
import { importName, lineOf, type SentRow } from '../../../survey-schema/partner-files/import-parts.ts'
import type { ImportReport } from '../../../survey-schema/partner-files/judge.ts'
import { atomicFile } from '../../runtime/atomic-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { defineCommand } from '../command.ts'
import { cosignBeside, type LogSeen } from '../cosigning.ts'
import { cellLines, type DecisionOptions, decisionOptions, openDecided, planned, sentence, waiting, writeWhole } from '../files/decided.ts'
import { explained } from '../files/explain.ts'
import { importPartnerFile, type PartnerFile } from '../files/partner-file.ts'
import { clearOften } from '../heap.ts'
import { type Imported, ImportRefused, importParts, type ReceiptsTaken } from '../import-parts.ts'
import { hasKey, type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { ownSecrets, type SecretOptions, secretOptions } from '../organisation-secret.ts'
import { type RecordRuleHeld, recordRuleHeld } from '../own-register.ts'
import { CONFIRM_REFERENCES, isNamed, refuseNames } from '../reference-names.ts'
import { caseSigner } from '../signing.ts'
import type { Terminal } from '../terminal.ts'
import { type CasesByYear, CONFIRM_WITHDRAWN, countYear, refuseYearsBefore } from '../years-before.ts'

interface Options extends DecisionOptions, KeyOptions, SecretOptions {
  readonly to?: string
  readonly existing: string
  readonly receipts?: string
  readonly report?: string
  readonly dryRun?: boolean
  readonly withoutRefused?: boolean
  readonly confirmReferences?: boolean
  readonly confirmWithdrawn?: boolean
}

/** Refused rows told one by one; beyond, they are counted. */
const TOLD = 20

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (command) =>
      secretOptions(keyOptions(decisionOptions(command).option('--to <url>', 'server'), 'submit', '--to'))
        .option('--confirm-references', CONFIRM_REFERENCES)
        .option('--confirm-withdrawn', CONFIRM_WITHDRAWN)
        .option('--existing <what>', 'refuse: a case that is held already refuses the file; replace: it is corrected', 'refuse')
        .option(
          '--receipts <file>',
          'write row, id and receipt of each case, and of a signed one tag and version (NDJSON); keep it like a key',
        )
        .option('--report <file>', 'where the report of what was dropped, coarsened or refused is written')
        .option(
          '--dry-run',
          'read and judge everything on this machine, send nothing; with --to and a key, ask only what the server holds of you',
        )
        .option('--without-refused', 'send the file without the rows that are refused here'),
    async run({ terminal, args, options }) {
      clearOften()
      const path = args[0] as string
      const existing = readExisting(options.existing)
      const to = options.dryRun && !mayAsk(options) ? null : await destination(options, terminal)
      if (options.receipts !== undefined && existsSync(options.receipts)) throw new Misuse('the file of --receipts is there already')
      const file = await openDecided(path, options)
      const plan = planned(path, file)
      if (options.propose !== undefined && plan) writeWhole(options.propose, plan.proposal)
      const rule = to ? await recordRuleHeld(to) : 'unknown'
      let judged: ImportJudged
      try {
        judged = judge(file, terminal, rule)
      } catch (error) {
        if (!waitsForDecisions(error) || !plan) throw explained(error, path)
        throw new Refusal('decisions-needed', waiting(path, file, plan, options.propose, 'nothing was sent'))
      }
      const { digest, sent, runningKeys, named, years } = judged
      const report = { ...judged.report, said: file.description }
      const told = { rule, rows: judged.existingRecords }
      if (options.report !== undefined) writeWhole(options.report, report)
      if (!to || options.dryRun || sent === 0 || (report.refused > 0 && !options.withoutRefused)) {
        tell(terminal, report, null, told)
        if (!options.dryRun || sent === 0) process.exitCode = 1
        return
      }
      const secrets = ownSecrets(options)
      if (secrets && !options.confirmReferences) refuseNames(named, 'row')
      if (secrets && !options.confirmWithdrawn) await refuseYearsBefore(to, years)
      const signer = secrets ? await caseSigner(to, secrets) : null
      const receipts = options.receipts === undefined ? null : receiptsFile(options.receipts)
      const bar = terminal.progress('Sending', sent)
      const imported = await importParts({
        ...to,
        name: importName(signer ? signer.name(digest) : digest, existing),
        signer,
        rows: sent,
        existing,
        runningKeys,
        sent: () => submissions(file, rule),
        receipts: receipts?.taken ?? null,
        onRows: (rows) => bar.to(rows),
      })
        .catch((error: unknown) => {
          throw error instanceof ImportRefused ? refusal(error) : error
        })
        .catch((error: unknown) => {
          receipts?.discard()
          throw error
        })
        .finally(() => bar.stop())
      receipts?.commit()
      const log = await cosignBeside(to, secrets?.keys.signing.privateKey, options.secretFile, terminal)
      tell(terminal, report, imported, { ...told, log })
    },
  })
}

function readExisting(given: string): 'refuse' | 'replace' {
  if (given !== 'refuse' && given !== 'replace') throw new Misuse('--existing is refuse or replace')
  return given
}

async function destination(options: Options, terminal: Terminal) {
  if (options.to === undefined) throw new Misuse('--to says where the cases go; --dry-run sends none')
  return serverAndKey(options.to, options, terminal)
}

/** A dry run asks where a server is named and a key is at hand. */
const mayAsk = (options: Options) => options.to !== undefined && hasKey(options)

interface ImportJudged {
  readonly report: ImportReport
  /** Of all submissions that would be sent, in order; hexadecimal. */
  readonly digest: string
  readonly sent: number
  readonly runningKeys: boolean
  /** Rows that rest on the organisation's rule for existing records. */
  readonly existingRecords: number
  /** Rows whose case reference may be a name. */
  readonly named: readonly number[]
  readonly years: CasesByYear
}

/** Reads the whole file once, and keeps counts alone: memory stays flat. */
function judge(file: PartnerFile, terminal: Terminal, rule: RecordRuleHeld): ImportJudged {
  const { outcomes, report, runningKeys } = importPartnerFile(file, rule !== 'none')
  const hash = createHash('sha256')
  const bar = terminal.progress('Reading', 0)
  let [rows, sent, existingRecords] = [0, 0, 0]
  const named: number[] = []
  const years: CasesByYear = new Map()
  try {
    for (const outcome of outcomes) {
      if (++rows % 500 === 0) bar.to(rows, rows)
      if (outcome.outcome === 'refused') continue
      hash.update(lineOf(outcome.submission))
      sent++
      if (restsOnRule(outcome.submission)) existingRecords++
      if (isNamed(outcome.submission)) named.push(outcome.row)
      countYear(years, outcome.submission)
    }
  } finally {
    bar.stop()
  }
  return { report: report(), digest: hash.digest('hex'), sent, existingRecords, runningKeys, named, years }
}

const restsOnRule = (submission: object): boolean =>
  (submission as { readonly answers?: { readonly consent_basis?: unknown } }).answers?.consent_basis === 'existing_record_rule'

function* submissions(file: PartnerFile, rule: RecordRuleHeld): Generator<SentRow> {
  for (const outcome of importPartnerFile(file, rule !== 'none').outcomes)
    if (outcome.outcome !== 'refused') yield { row: outcome.row, submission: outcome.submission }
}

/** The file of receipts, written as they come, and there once all of them have. */
function receiptsFile(path: string): { readonly taken: ReceiptsTaken; commit(): void; discard(): void } {
  let file = atomicFile(path)
  return {
    taken: {
      take: (receipt) => file.write(`${JSON.stringify(receipt)}\n`),
      restart() {
        file.discard()
        file = atomicFile(path)
      },
    },
    commit: () => file.commit(),
    discard: () => file.discard(),
  }
}

function refusal({ slug, rows }: ImportRefused): Refusal {
  const lines = rows.slice(0, TOLD).map(({ row, issue }) => `  ${row === null ? '' : `row ${row}: `}${sentence(issue)}`)
  const rest = rows.length - lines.length
  return new Refusal(
    slug,
    [`the server refused the file (${slug}); nothing of it is held`, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n'),
  )
}

interface RuleTold {
  readonly rule: RecordRuleHeld
  readonly rows: number
  readonly log?: LogSeen
}

/** What this machine cannot know. */
const unknownRule = ({ rule, rows }: RuleTold): readonly string[] =>
  rule === 'unknown' && rows > 0
    ? [
        `${rows} rows rest on the organisation's rule for existing records. Whether one is registered is known to the server alone: name it with --to and give the key; without a rule it refuses these rows`,
      ]
    : []

function tell(terminal: Terminal, report: ImportReport, imported: Imported | null, existing: RuleTold): void {
  const { rows, accepted, flagged, refused, refusals, said, cells, notes } = report
  const before = imported?.before ?? false
  const counts = imported ? imported.counts : { stored: 0, replaced: 0, leftOut: 0 }
  const kept =
    counts && `${counts.stored} new, ${counts.replaced} corrected, ${counts.leftOut} left out because they were counted before or withdrawn`
  terminal.result(
    {
      rows,
      accepted,
      flagged,
      refused,
      cells,
      sent: imported !== null,
      existing_record_rule: existing.rule,
      existing_records: existing.rows,
      stored: counts?.stored ?? null,
      replaced: counts?.replaced ?? null,
      left_out: counts?.leftOut ?? null,
      before,
      log: existing.log ?? 'not-asked',
    },
    [
      ...said,
      `${rows} rows: ${accepted} accepted${flagged > 0 ? ` (${flagged} with something to confirm)` : ''}, ${refused} refused`,
      ...cellLines(report),
      ...notes.map((note) => `note: ${note}`),
      ...refusals.slice(0, TOLD).map(({ row, errors }) => `row ${row}: ${errors.map(sentence).join('; ')}`),
      ...(refused > TOLD ? [`and ${refused - TOLD} rows more`] : []),
      ...unknownRule(existing),
      imported ? [...(before ? ['this file was held before'] : []), ...(kept ? [kept] : [])].join(': ') : 'nothing was sent',
    ].join('\n'),
  )
}
