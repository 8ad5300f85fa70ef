/** Asks for the statement of a build and compares it, on this machine, with the receipts that were kept. Loaded with the first comparison. */
import { openedStatement } from '../../survey-schema/credentials/opened-statement.ts'
import { isNoReceipt, receiptRows } from '../../survey-schema/credentials/receipt-rows.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { compareStatement, isWhole, type StatementComparison } from '../../survey-schema/credentials/statement-comparison.ts'
import { client } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'

export type StatementFound =
  | { readonly outcome: 'compared'; readonly whole: boolean; readonly comparison: StatementComparison; readonly withoutTag: number }
  | { readonly outcome: 'no-receipts'; readonly file: string; readonly line: number }
  | { readonly outcome: 'no-statements' | 'sealed-to-another' | 'forged' | 'secret-needed' }

/** @throws Refused as the server refuses */
export async function checkedStatement(
  edition: string,
  { access, secret, earlier }: HeldCredential,
  files: readonly File[],
): Promise<StatementFound> {
  if (!secret) return { outcome: 'secret-needed' }
  const read = await Promise.all(files.map(async (file) => ({ file: file.name, rows: receiptRows(await file.text(), file.name, edition) })))
  for (const { file, rows } of read) if (isNoReceipt(rows)) return { outcome: 'no-receipts', file, line: rows.line }
  const kept = read.flatMap(({ rows }) => (isNoReceipt(rows) ? [] : [rows]))
  const provenance = await client.provenance(edition)
  if (!provenance) return { outcome: 'no-statements' }
  const { organisation, ...sealed } = await client.statement(edition, access)
  const secrets = [secret, ...(earlier ? [earlier] : [])].map(keysOf)
  const opened = await openedStatement(sealed, { edition, organisation }, secrets, provenance)
  if (typeof opened === 'string') return { outcome: opened }
  const comparison = compareStatement(
    opened.entries,
    kept.flatMap(({ entries }) => entries),
  )
  return { outcome: 'compared', whole: isWhole(comparison), comparison, withoutTag: kept.reduce((sum, one) => sum + one.withoutTag, 0) }
}
