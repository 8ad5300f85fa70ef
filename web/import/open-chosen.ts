/** A partner's files as the worker beside a page opens them: in pieces, with everything that was decided before. Nothing is sent from here. */
import { parseJson } from '../../survey-schema/json.ts'
import { chooseSheet, isGroup, kindOfFile, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { refuseFile } from '../../survey-schema/partner-files/file-reader.ts'
import type { ImportDecisions } from '../../survey-schema/partner-files/import-file.ts'
import { type OpenedFile, openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../survey-schema/partner-files/own-columns/group-files.ts'
import { type Mapping, NO_MAPPING, readMapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import type { Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { ChosenFiles } from './reading-messages.ts'

const PIECE = 1 << 20

export function* pieces(file: File): Generator<Uint8Array> {
  const reader = new FileReaderSync()
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + PIECE)))
}

export interface OpenedForReading {
  readonly file: OpenedFile
  readonly kind: PartnerFileKind
  readonly mapping: Mapping
  readonly decisions: ImportDecisions
}

/**
 * @param asked the sheet, where the partner chose one
 * @param encoding what the partner said of it; it holds where the bytes do not decide
 * @param onUnsure told of a file whose bytes do not decide
 * @throws ProblemError `invalid-file`
 */
export async function openChosen(
  { file: given, journeys, steps, decisions }: ChosenFiles,
  asked: number | null,
  encoding: Encoding | null,
  onUnsure: (file: File) => void = () => {},
): Promise<OpenedForReading> {
  const opening = async (one: File): Promise<OpenedFile> => {
    try {
      return await openFile(() => pieces(one), one.name)
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.errors.some(({ rule }) => rule === 'encoding_unsure')) throw error
      onUnsure(one)
      if (encoding === null) throw error
      return openFile(() => pieces(one), one.name, { encoding })
    }
  }
  const file = await opening(given)
  const sheet = asked ?? chooseSheet(file).sheet
  const kind = kindOfFile(file, sheet)
  if (kind === 'table' && isGroup(file, sheet)) throw refuseFile([{ pointer: '', rule: 'group_file' }])
  const mapping = decisions ? mappingOf(decisions) : NO_MAPPING
  const handed = {
    ...(journeys ? { routeLegs: await opening(journeys) } : {}),
    ...(steps ? { contactSteps: await opening(steps) } : {}),
  }
  return {
    file,
    kind,
    mapping,
    decisions: { mapping, ...groupsOfFile(file, kind, sheet, handed), ...(sheet === undefined ? {} : { sheet }) },
  }
}

function mappingOf(file: File): Mapping {
  try {
    return readMapping(parseJson(new FileReaderSync().readAsText(file).replace(/^\uFEFF/, '')))
  } catch {
    throw refuseFile([{ pointer: '/mapping', rule: 'no_decisions' }])
  }
}
