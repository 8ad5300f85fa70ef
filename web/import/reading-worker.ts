/** Reads a partner's file beside the page, a megabyte at a time, so that the page stays awake and memory stays flat. It has no way to the network. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type IdentifierDetector, loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { chooseSheet, kindOfFile, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { refuseFile } from '../../survey-schema/partner-files/file-reader.ts'
import { type GroupRows, groupReader } from '../../survey-schema/partner-files/group-rows.ts'
import { findHeading } from '../../survey-schema/partner-files/heading.ts'
import { type FileImport, type ImportDecisions, importFile, planFile } from '../../survey-schema/partner-files/import-file.ts'
import { type ImportPart, lineOf, partsToSend, type SentRow } from '../../survey-schema/partner-files/import-parts.ts'
import { type Mapping, NO_MAPPING, readMapping } from '../../survey-schema/partner-files/mapping.ts'
import { type OpenedFile, openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfWorkbook } from '../../survey-schema/partner-files/workbook-groups.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Group } from '../../survey-schema/questionnaire/question.ts'
import type { ChosenFiles, FromWorker, JudgedFile, Planned, ReadingAnswers, Sight, ToWorker } from './reading-messages.ts'

const PIECE = 1 << 20
/** Rows between two words about how far it is. */
const POST_EVERY = 500
/** The server alone knows whether the organisation has a rule for existing records; it says so then. */
const CONTEXT = { currentYear: new Date().getFullYear(), existingRecordRule: true }

interface Opened {
  readonly file: OpenedFile
  readonly kind: PartnerFileKind
  readonly detector: IdentifierDetector
  readonly decisions: ImportDecisions
}

const post = (message: FromWorker) => self.postMessage(message)
let opened: Opened | null = null
let parts: Iterator<ImportPart> | null = null

function* pieces(file: File): Generator<Uint8Array> {
  const reader = new FileReaderSync()
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + PIECE)))
}

const known = (): Opened => {
  if (!opened) throw new RangeError('the file comes first')
  return opened
}

async function open({ file: given, journeys, steps, decisions }: ChosenFiles, asked: number | null): Promise<Sight> {
  const file = await openFile(() => pieces(given), given.name)
  const sheet = asked ?? chooseSheet(file).sheet
  const kind = kindOfFile(file, sheet)
  const mapping = decisions ? mappingOf(decisions) : NO_MAPPING
  opened = {
    file,
    kind,
    detector: await loadIdentifierDetector(),
    decisions: {
      mapping,
      ...(kind === 'cases' ? groupsOfWorkbook(file) : {}),
      ...(sheet === undefined ? {} : { sheet }),
      ...(journeys ? { routeLegs: await groupOf(journeys, 'route_legs') } : {}),
      ...(steps ? { contactSteps: await groupOf(steps, 'contact_steps') } : {}),
    },
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
    return readMapping(parseJson(new FileReaderSync().readAsText(file)))
  } catch {
    throw refuseFile([{ pointer: '/mapping', rule: 'no_decisions' }])
  }
}

async function groupOf(given: File, group: Group): Promise<GroupRows> {
  const reader = groupReader(group)
  let headed = false
  for (const { cells, row } of (await openFile(() => pieces(given), given.name)).rows()) {
    if (headed) reader.row(cells, row)
    else reader.header(cells)
    headed = true
  }
  if (!headed) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
  return reader.rows()
}

const NOTHING: Planned = { plan: null, headings: [], unknownColumns: [] }

function plan(mapping: Mapping, leaveOut: readonly number[]): Planned {
  const { file, kind, detector, decisions } = known()
  opened = { ...known(), decisions: { ...decisions, mapping, leaveOut } }
  if (kind === 'table' || kind === 'htcds') {
    const { heading } = findHeading(file.rows(decisions.sheet)[Symbol.iterator]())
    return { ...NOTHING, plan: planFile(file, detector, { ...decisions, mapping }), headings: heading.cells }
  }
  if (kind !== 'cases') return NOTHING
  const [first] = file.rows(decisions.sheet)
  try {
    imported()
    return { ...NOTHING, headings: first?.cells ?? [] }
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.errors.every(({ rule }) => rule === 'unknown_column')) throw error
    return {
      ...NOTHING,
      headings: first?.cells ?? [],
      unknownColumns: error.errors.map(({ pointer }) => Number(pointer.split('/').at(-1))),
    }
  }
}

function imported(): FileImport {
  const { file, kind, detector, decisions } = known()
  return importFile(file, kind, CONTEXT, detector, decisions)
}

function judge(): JudgedFile {
  const { outcomes, report, runningKeys } = imported()
  const hash = sha256.create()
  let [rows, sent] = [0, 0]
  for (const outcome of outcomes) {
    if (++rows % POST_EVERY === 0) post({ rows })
    if (outcome.outcome === 'refused') continue
    hash.update(utf8ToBytes(lineOf(outcome.submission)))
    sent++
  }
  return { report: report(), digest: bytesToHex(hash.digest()), sent, runningKeys }
}

function* submissions(): Generator<SentRow> {
  for (const outcome of imported().outcomes) if (outcome.outcome !== 'refused') yield { row: outcome.row, submission: outcome.submission }
}

function part(first: boolean): ImportPart | null {
  if (first || !parts) parts = partsToSend(submissions())
  const next = parts.next()
  return next.done ? null : next.value
}

async function answer(asked: ToWorker): Promise<ReadingAnswers[keyof ReadingAnswers]> {
  switch (asked.ask) {
    case 'open':
      return open(asked.files, asked.sheet)
    case 'plan':
      return plan(asked.mapping, asked.leaveOut)
    case 'judge':
      return judge()
    case 'part':
      return part(asked.first)
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
