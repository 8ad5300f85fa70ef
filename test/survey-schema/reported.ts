/** The report of a partner's file to which everything proposed was said yes, and whether it has a word about each cell. */
import { chooseSheet, kindOfFile, type PartnerFileKind } from '../../survey-schema/partner-files/file-kind.ts'
import { type ImportDecisions, importFile, planFile } from '../../survey-schema/partner-files/import-file.ts'
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import { openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../survey-schema/partner-files/own-columns/group-files.ts'
import { readMapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import { CONTEXT } from '../support/records.ts'
import { CONSENT, detector } from './read-file.ts'

/** @param rest what every word means that is on no list @throws ProblemError for a file that is refused */
export async function reported(
  bytes: Uint8Array,
  name: string,
  rest?: string,
  more: ImportDecisions = {},
): Promise<ImportReport & { readonly kind: PartnerFileKind }> {
  const file = await openFile(bytes, name)
  const { sheet } = chooseSheet(file)
  const kind = kindOfFile(file, sheet)
  const decisions = { ...groupsOfFile(file, kind, sheet), ...(sheet === undefined ? {} : { sheet }), ...more }
  if (kind === 'table' || kind === 'htcds') {
    const { proposal, wholeFile } = planFile(file, detector, decisions)
    const whole = Object.fromEntries(Object.entries(CONSENT).filter(([id]) => wholeFile.some((one) => one === id)))
    Object.assign(decisions, { mapping: readMapping({ ...proposal, yes: true, whole, ...(rest === undefined ? {} : { rest }) }) })
  }
  const { outcomes, report } = importFile(file, kind, CONTEXT, detector, decisions)
  for (const _ of outcomes);
  return { ...report(), kind }
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((all, count) => all + count, 0)

/** What does not add up; null where every cell that the file holds ended as one thing. */
export function lostCells({ cells }: ImportReport, held: number): string | null {
  const ends = cells.answers + cells.gaps + sum(cells.dropped) + cells.leftOut + sum(cells.refused)
  if (ends === cells.read && cells.read + cells.outside === held) return null
  return `${held} held, ${cells.read} read, ${ends} by what became of them, ${cells.outside} outside`
}
