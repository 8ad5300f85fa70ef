/** Reads a partner's file beside the page, a megabyte at a time, so that the page stays awake and memory stays flat. It has no way to the network. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Signer } from '../../survey-schema/credentials/signed-submission.ts'
import { HELD_KEYS, mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import { type IdentifierDetector, loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { chooseSheet, fromHeading, isGroup, kindOfFile, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { refuseFile } from '../../survey-schema/partner-files/file-reader.ts'
import { type FileImport, type ImportDecisions, importFile, planFile } from '../../survey-schema/partner-files/import-file.ts'
import { type ImportPart, lineOf, partsToSend, type SentRow } from '../../survey-schema/partner-files/import-parts.ts'
import { type OpenedFile, openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../survey-schema/partner-files/own-columns/group-files.ts'
import { findHeading } from '../../survey-schema/partner-files/plan/heading.ts'
import { type Mapping, NO_MAPPING, readMapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import { type Encoding, linesIn } from '../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
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

const PIECE = 1 << 20
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

function* pieces(file: File): Generator<Uint8Array> {
  const reader = new FileReaderSync()
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + PIECE)))
}

const known = (): Opened => {
  if (!opened) throw new RangeError('the file comes first')
  return opened
}

/** The file whose bytes do not decide its encoding. */
let undecided: File | null = null

/** What the partner said of the encoding holds where the bytes do not decide. */
async function opening(given: File, encoding: Encoding | null): Promise<OpenedFile> {
  try {
    return await openFile(() => pieces(given), given.name)
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.errors.some(({ rule }) => rule === 'encoding_unsure')) throw error
    undecided = given
    if (encoding === null) throw error
    return openFile(() => pieces(given), given.name, { encoding })
  }
}

function preview(encodings: readonly Encoding[]): readonly EncodingPreview[] {
  const file = undecided
  return file ? encodings.map((encoding) => ({ encoding, lines: linesIn(pieces(file), encoding) })) : []
}

async function open(
  { file: given, journeys, steps, decisions }: ChosenFiles,
  asked: number | null,
  encoding: Encoding | null,
): Promise<Sight> {
  const file = await opening(given, encoding)
  const sheet = asked ?? chooseSheet(file).sheet
  const kind = kindOfFile(file, sheet)
  if (kind === 'table' && isGroup(file, sheet)) throw refuseFile([{ pointer: '', rule: 'group_file' }])
  const mapping = decisions ? mappingOf(decisions) : NO_MAPPING
  const handed = {
    ...(journeys ? { routeLegs: await opening(journeys, encoding) } : {}),
    ...(steps ? { contactSteps: await opening(steps, encoding) } : {}),
  }
  opened = {
    file,
    kind,
    detector: await loadIdentifierDetector(),
    decisions: { mapping, ...groupsOfFile(file, kind, sheet, handed), ...(sheet === undefined ? {} : { sheet }) },
  }
  return {
    format: file.format,
    encoding: file.encoding?.encoding ?? null,
    delimiter: file.delimiter,
    sheet: sheet ?? null,
    sheets: file.sheets.filter(({ hidden }) => !hidden).map(({ position, name }) => ({ position, name })),
    kind,
    mapping,
  }
}

function mappingOf(file: File): Mapping {
  try {
    return readMapping(parseJson(new FileReaderSync().readAsText(file).replace(/^\uFEFF/, '')))
  } catch {
    throw refuseFile([{ pointer: '/mapping', rule: 'no_decisions' }])
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
