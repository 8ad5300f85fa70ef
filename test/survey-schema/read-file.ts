/** Partner files as a test makes, opens and decides about them. */
import { strToU8 } from 'fflate'
import { loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { chooseSheet, kindOfFile } from '../../survey-schema/partner-files/file-kind.ts'
import { type ImportDecisions, importFile } from '../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../survey-schema/partner-files/open-file.ts'
import { groupsOfFile } from '../../survey-schema/partner-files/own-columns/group-files.ts'
import type { Mapping } from '../../survey-schema/partner-files/plan/mapping.ts'
import { CONTEXT } from '../support/records.ts'

export const detector = await loadIdentifierDetector()

/** Opens, chooses and reads a file as the page would. */
export async function read(bytes: Uint8Array, decisions: ImportDecisions = {}, name = 'file.csv') {
  const file = await openFile(bytes, name)
  const { sheet, description } = chooseSheet(file)
  const kind = kindOfFile(file, sheet)
  const all = { ...groupsOfFile(file, kind, sheet), ...(sheet === undefined ? {} : { sheet }), ...decisions }
  const { outcomes, report } = importFile(file, kind, CONTEXT, detector, all)
  const found = [...outcomes]
  return {
    kind,
    description,
    found,
    cases: found.flatMap((one) => (one.outcome === 'refused' ? [] : [one.submission as Case])),
    report: report(),
  }
}

export interface Case {
  readonly answers: Readonly<Record<string, unknown>>
  readonly groups: { readonly route_legs: readonly object[] }
}

export const csv = (rows: readonly (readonly (string | number)[])[]) =>
  strToU8(
    rows
      .map((cells) => cells.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(','))
      .join('\n'),
  )

/** A yes to every proposal, and the answers for the whole file. */
export const agreed = (proposal: Mapping, whole: Mapping['whole'] = {}): Mapping => ({
  ...proposal,
  whole: { ...Object.fromEntries(Object.entries(proposal.whole).filter(([, answer]) => answer !== '')), ...whole },
  columns: proposal.columns.map((column) => ({ ...column, yes: true })),
})

export const CONSENT = { consent_basis: 'existing_record_rule', consent_uses: 'aggregate_tables', source_type: 'ngo_shelter' }
