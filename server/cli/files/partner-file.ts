/** A partner's file on this machine: opened, chosen, mapped and judged by the same code that runs in the partner's browser. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { RunningKeys } from '../../../survey-schema/identifiers/case-keys.ts'
import { type IdentifierDetector, loadIdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { chooseSheet, isGroup, kindOfFile, type PartnerFileKind } from '../../../survey-schema/partner-files/file-kind.ts'
import { refuseFile } from '../../../survey-schema/partner-files/file-reader.ts'
import { type FileImport, type ImportDecisions, importFile } from '../../../survey-schema/partner-files/import-file.ts'
import { type OpenedFile, openFile } from '../../../survey-schema/partner-files/open-file.ts'
import type { OpenOptions } from '../../../survey-schema/partner-files/opened-file.ts'
import { groupsOfFile } from '../../../survey-schema/partner-files/own-columns/group-files.ts'
import { type Mapping, readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import type { Encoding } from '../../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { explained } from './explain.ts'

/** As they are named on the command line. */
export const KINDS = [
  'ctdc-2021',
  'ctdc-2024',
  'cases-csv',
  'cases-xlsx',
  'form-export',
  'htcds',
  'htcds-xlsform',
  'xform',
  'json',
  'auto',
] as const
export type FileKind = (typeof KINDS)[number]

const READ_AS: Readonly<Record<Exclude<FileKind, 'json' | 'auto'>, PartnerFileKind>> = {
  'ctdc-2021': 'ctdc-2021',
  'ctdc-2024': 'ctdc-2024',
  'cases-csv': 'cases',
  'cases-xlsx': 'cases',
  'form-export': 'form',
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
export async function openPath(path: string, options: OpenOptions = {}): Promise<OpenedFile> {
  refuseUnreadable(path)
  return openFile(() => pieces(path), basename(path), options)
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
  readonly encoding?: Encoding
}

/** The file, its kind, and everything that was decided about it. */
export async function openPartnerFile(path: string, options: PartnerFileOptions): Promise<PartnerFile> {
  const { kind, mapping, routeLegs, contactSteps, leaveOut = [], encoding } = options
  const opened = await openPath(path, encoding === undefined ? {} : { encoding })
  if (options.sheet !== undefined && opened.sheets.length === 0) throw new Misuse('--sheet is for a workbook; this file has no sheets')
  const chosen =
    options.sheet === undefined ? chooseSheet(opened) : { sheet: options.sheet, description: [`sheet ${options.sheet} is read`] }
  const read = kind === 'auto' || kind === 'json' ? kindOfFile(opened, chosen.sheet) : READ_AS[kind]
  if (read === 'table' && isGroup(opened, chosen.sheet)) throw refuseFile([{ pointer: '', rule: 'group_file' }])
  const groups = groupsOfFile(opened, read, chosen.sheet, {
    ...(routeLegs ? { routeLegs: await openGroup(routeLegs, encoding) } : {}),
    ...(contactSteps ? { contactSteps: await openGroup(contactSteps, encoding) } : {}),
  })
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
    },
  }
}

/** A further file; what the partner said of the encoding holds for it too where its bytes do not decide. */
async function openGroup(path: string, encoding: Encoding | undefined): Promise<OpenedFile> {
  try {
    return await openPath(path)
  } catch (error) {
    const unsure = error instanceof ProblemError && error.errors.some(({ rule }) => rule.startsWith('encoding_'))
    if (!unsure || encoding === undefined) throw explained(error, path)
    return openPath(path, { encoding })
  }
}

/**
 * Reads and judges the file.
 * @param existingRecordRule whether the organisation has a rule for existing records; without a server nobody knows, and it is taken to have one
 */
export const importPartnerFile = ({ opened, kind, detector, decisions }: PartnerFile, existingRecordRule = true): FileImport =>
  importFile(opened, kind, { currentYear: new Date().getFullYear(), existingRecordRule }, detector, decisions)

/** @throws Refusal when the file is no mapping */
export function mappingFrom(path: string): Mapping {
  try {
    return readMapping(parseJson(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))
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
