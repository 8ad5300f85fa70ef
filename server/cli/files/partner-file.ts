/** A partner's file on this machine: opened, chosen, mapped and judged by the same code that runs in the partner's browser. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { RunningKeys } from '../../../survey-schema/identifiers/case-keys.ts'
import { type IdentifierDetector, loadIdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { chooseSheet, kindOfFile, type PartnerFileKind } from '../../../survey-schema/partner-files/file-kind.ts'
import { refuseFile } from '../../../survey-schema/partner-files/file-reader.ts'
import { type GroupRows, groupReader } from '../../../survey-schema/partner-files/group-rows.ts'
import { type FileImport, type ImportDecisions, importFile } from '../../../survey-schema/partner-files/import-file.ts'
import { type Mapping, readMapping } from '../../../survey-schema/partner-files/mapping.ts'
import { type OpenedFile, openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { groupsOfWorkbook } from '../../../survey-schema/partner-files/workbook-groups.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Group } from '../../../survey-schema/questionnaire/question.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { explained } from './explain.ts'

/** As they are named on the command line. */
export const KINDS = ['ctdc-2021', 'ctdc-2024', 'cases-csv', 'cases-xlsx', 'htcds', 'htcds-xlsform', 'xform', 'json', 'auto'] as const
export type FileKind = (typeof KINDS)[number]

const READ_AS: Readonly<Record<Exclude<FileKind, 'json' | 'auto'>, PartnerFileKind>> = {
  'ctdc-2021': 'ctdc-2021',
  'ctdc-2024': 'ctdc-2024',
  'cases-csv': 'cases',
  'cases-xlsx': 'cases',
  htcds: 'htcds',
  'htcds-xlsform': 'htcds',
  xform: 'submissions',
}

/** @throws Misuse for anything but the kinds we read */
export const kindOf = (given: string): FileKind => {
  const kind = KINDS.find((one) => one === given)
  if (!kind) throw new Misuse(`--from must be one of ${KINDS.join(', ')}`)
  return kind
}

const PIECE = 1 << 20

/** The file in pieces of a megabyte. */
export function* pieces(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const room = new Uint8Array(PIECE)
      const read = readSync(file, room, 0, PIECE, null)
      if (read === 0) return
      yield room.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

/** @throws Misuse when there is no such file, or it is not ours to read */
export function refuseUnreadable(path: string): void {
  try {
    if (!statSync(path).isFile()) throw new Misuse(`${path} is not a file`)
    closeSync(openSync(path, 'r'))
  } catch (error) {
    if (error instanceof Misuse) throw error
    throw new Misuse(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`)
  }
}

/** @throws Misuse when it cannot be read, ProblemError when it is nothing we read */
export async function openPath(path: string): Promise<OpenedFile> {
  refuseUnreadable(path)
  return openFile(() => pieces(path), basename(path))
}

export interface PartnerFile {
  readonly opened: OpenedFile
  readonly kind: PartnerFileKind
  readonly decisions: ImportDecisions
  readonly detector: IdentifierDetector
  /** What was found out while opening, in words. */
  readonly description: readonly string[]
}

export interface PartnerFileOptions {
  readonly kind: FileKind
  readonly mapping?: Mapping
  readonly sheet?: number
  readonly routeLegs?: string
  readonly contactSteps?: string
  readonly leaveOut?: readonly number[]
}

/** The file, its kind, and everything that was decided about it. */
export async function openPartnerFile(path: string, options: PartnerFileOptions): Promise<PartnerFile> {
  const { kind, mapping, routeLegs, contactSteps, leaveOut = [] } = options
  const opened = await openPath(path)
  const chosen =
    options.sheet === undefined ? chooseSheet(opened) : { sheet: options.sheet, description: [`sheet ${options.sheet} is read`] }
  const read = kind === 'auto' || kind === 'json' ? kindOfFile(opened, chosen.sheet) : READ_AS[kind]
  const groups = read === 'cases' ? groupsOfWorkbook(opened) : {}
  return {
    opened,
    kind: read,
    description: [...opened.description, ...chosen.description, `read as ${read}`],
    detector: await loadIdentifierDetector(),
    decisions: {
      leaveOut,
      ...groups,
      ...(mapping ? { mapping } : {}),
      ...(chosen.sheet === undefined ? {} : { sheet: chosen.sheet }),
      ...(routeLegs ? { routeLegs: await groupFile(routeLegs, 'route_legs') } : {}),
      ...(contactSteps ? { contactSteps: await groupFile(contactSteps, 'contact_steps') } : {}),
    },
  }
}

async function groupFile(path: string, group: Group): Promise<GroupRows> {
  const reader = groupReader(group)
  try {
    let headed = false
    for (const { cells, row } of (await openPath(path)).rows()) {
      if (headed) reader.row(cells, row)
      else reader.header(cells)
      headed = true
    }
    if (!headed) throw refuseFile([{ pointer: '', rule: 'empty_file' }])
    return reader.rows()
  } catch (error) {
    throw explained(error, path)
  }
}

/** Reads and judges the file. Whether an organisation has a rule for existing records is known to the server alone. */
export const importPartnerFile = ({ opened, kind, detector, decisions }: PartnerFile): FileImport =>
  importFile(opened, kind, { currentYear: new Date().getFullYear(), existingRecordRule: true }, detector, decisions)

/** @throws Refusal when the file is no mapping */
export function mappingFrom(path: string): Mapping {
  try {
    return readMapping(parseJson(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof ProblemError) throw new Refusal('invalid-mapping', `${path} is not a mapping as this program writes it`)
    throw error
  }
}

/** The cases of a partner's file as records, for tables that its holder makes himself. @throws Refusal at the first refused row */
export async function partnerRecords(path: string, kind: FileKind): Promise<Iterable<CaseRecord>> {
  const file = await openPartnerFile(path, { kind })
  return recordsOfImport(path, importPartnerFile(file))
}

function* recordsOfImport(path: string, { outcomes, runningKeys }: FileImport): Generator<CaseRecord> {
  const context = {
    currentYear: new Date().getFullYear(),
    existingRecordRule: true,
    ...(runningKeys ? { runningKeys: new RunningKeys() } : {}),
  }
  try {
    for (const outcome of outcomes) {
      if (outcome.outcome === 'refused') {
        const places = outcome.errors.map((issue) => `${issue.pointer} ${issue.rule}`).join(', ')
        throw new Refusal('invalid-submission', `row ${outcome.row} of ${path} is not a case as intake accepts it: ${places}`)
      }
      yield receive(outcome.submission, context).record
    }
  } catch (error) {
    throw explained(error, path)
  }
}
