/** Reads a partner's file beside the page, a megabyte at a time, so that the page stays awake and memory stays flat. It has no way to the network. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Signer } from '../../survey-schema/credentials/signed-submission.ts'
import { HELD_KEYS, mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import { type IdentifierDetector, loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { fromHeading, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { type FileImport, type ImportDecisions, importFile, planFile } from '../../survey-schema/partner-files/import-file.ts'
import { type ImportPart, lineOf, partsToSend, type SentRow } from '../../survey-schema/partner-files/import-parts.ts'
import type { OpenedFile } from '../../survey-schema/partner-files/open-file.ts'
import { findHeading } from '../../survey-schema/partner-files/plan/heading.ts'
import type { Mapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import { type Encoding, linesIn } from '../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { openChosen, pieces } from './open-chosen.ts'
import type {
  ChosenFiles,
  EncodingPreview,
  FromWorker,
  JudgedFile,
  PartToSend,
  Planned,
  ReadingAnswers,
  Sight,
  ToWorker,
} from './reading-messages.ts'
import { referenceOf, signedPart } from './signed-part.ts'

/** Rows between two words about how far it is. */
const POST_EVERY = 500
/** The server alone knows whether the organisation has a rule for existing records; until it was asked the organisation is taken to have one. */
let existingRecordRule = true

interface Opened {
  readonly file: OpenedFile
  readonly kind: PartnerFileKind
  readonly detector: IdentifierDetector
  readonly decisions: ImportDecisions
}

const post = (message: FromWorker) => self.postMessage(message)
let opened: Opened | null = null
let parts: Iterator<ImportPart> | null = null
/** The part that was handed over last. */
let current: ImportPart | null = null
/** Who signs, where rows are signed, and by which year the server judges them. */
let signing: { readonly signer: Signer; readonly year: number } | null = null

const known = (): Opened => {
  if (!opened) throw new RangeError('the file comes first')
  return opened
}

/** The file whose bytes do not decide its encoding. */
let undecided: File | null = null

function preview(encodings: readonly Encoding[]): readonly EncodingPreview[] {
  const file = undecided
  return file ? encodings.map((encoding) => ({ encoding, lines: linesIn(pieces(file), encoding) })) : []
}

async function open(files: ChosenFiles, asked: number | null, encoding: Encoding | null): Promise<Sight> {
  const { file, kind, mapping, decisions } = await openChosen(files, asked, encoding, (unsure) => {
    undecided = unsure
  })
  opened = { file, kind, detector: await loadIdentifierDetector(), decisions }
  return {
    format: file.format,
    encoding: file.encoding?.encoding ?? null,
    delimiter: file.delimiter,
    sheet: decisions.sheet ?? null,
    sheets: file.sheets.filter(({ hidden }) => !hidden).map(({ position, name }) => ({ position, name })),
    kind,
    mapping,
  }
}

const NOTHING: Planned = { plan: null, headings: [], unknownColumns: [] }

function plan(mapping: Mapping, leaveOut: readonly number[]): Planned {
  const { file, kind, detector, decisions } = known()
  opened = { ...known(), decisions: { ...decisions, mapping, leaveOut } }
  if (kind === 'table' || kind === 'htcds') {
    const { heading } = findHeading(file.rows(decisions.sheet)[Symbol.iterator]())
    return { ...NOTHING, plan: planFile(file, detector, { ...decisions, mapping }), headings: heading.cells }
  }
  if (kind === 'submissions') return NOTHING
  const { heading } = fromHeading(() => file.rows(decisions.sheet), kind)
  if (kind !== 'cases' && kind !== 'form') return { ...NOTHING, headings: heading.cells }
  try {
    imported()
    return { ...NOTHING, headings: heading.cells, plan: kind === 'form' ? planFile(file, detector, { ...decisions, mapping }) : null }
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.errors.every(({ rule }) => rule === 'unknown_column')) throw error
    return {
      ...NOTHING,
      headings: heading.cells,
      unknownColumns: error.errors.map(({ pointer }) => Number(pointer.split('/').at(-1))),
    }
  }
}

function imported(): FileImport {
  const { file, kind, detector, decisions } = known()
  return importFile(file, kind, { currentYear: new Date().getFullYear(), existingRecordRule }, detector, decisions)
}

const restsOnRule = (submission: object): boolean =>
  (submission as { readonly answers?: { readonly consent_basis?: unknown } }).answers?.consent_basis === 'existing_record_rule'

function judge(ruled: boolean): JudgedFile {
  existingRecordRule = ruled
  const { outcomes, report, runningKeys } = imported()
  const hash = sha256.create()
  let [rows, sent, existingRecords, named] = [0, 0, 0, 0]
  for (const outcome of outcomes) {
    if (++rows % POST_EVERY === 0) post({ rows })
    if (outcome.outcome === 'refused') continue
    hash.update(utf8ToBytes(lineOf(outcome.submission)))
    sent++
    if (restsOnRule(outcome.submission)) existingRecords++
    if (mayBeName(referenceOf(outcome.submission))) named++
  }
  return { report: report(), digest: bytesToHex(hash.digest()), sent, existingRecords, runningKeys, named }
}

function* submissions(): Generator<SentRow> {
  for (const outcome of imported().outcomes) if (outcome.outcome !== 'refused') yield { row: outcome.row, submission: outcome.submission }
}

function part(first: boolean): PartToSend | null {
  if (first || !parts) parts = partsToSend(submissions())
  const next = parts.next()
  current = next.done ? null : next.value
  return current && asSent(current, new Map())
}

function asSent(of: ImportPart, held: ReadonlyMap<string, number>): PartToSend {
  if (!signing) return { part: of.part, text: of.text, rows: of.rows, signed: null }
  // References were judged when the file was read.
  const context = { currentYear: signing.year, existingRecordRule, runningKeys: HELD_KEYS }
  return signedPart(of, signing.signer, context, held)
}

function versions(held: ReadonlyMap<string, number>): PartToSend {
  if (!current) throw new RangeError('the part comes first')
  return asSent(current, held)
}

async function answer(asked: ToWorker): Promise<ReadingAnswers[keyof ReadingAnswers]> {
  switch (asked.ask) {
    case 'open':
      return open(asked.files, asked.sheet, asked.encoding)
    case 'preview':
      return preview(asked.encodings)
    case 'plan':
      return plan(asked.mapping, asked.leaveOut)
    case 'judge':
      return judge(asked.existingRecordRule)
    case 'sign':
      signing = asked.signer && { signer: asked.signer, year: asked.year }
      return null
    case 'part':
      return part(asked.first)
    case 'versions':
      return versions(asked.held)
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).then(
    (value) => post({ answer: value }),
    // Only what was meant to be read by a person goes out; anything else is a fault of ours.
    (error: unknown) =>
      post(error instanceof ProblemError ? { refused: error.errors, slug: error.slug } : { refused: [], slug: 'internal' }),
  )
})
