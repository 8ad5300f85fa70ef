/** The statement of a build to one's own organisation: opened with one of its secrets, and found among the commitments of the published manifest. */
import type { Provenance } from '../release/bundle.ts'
import { openStatement, type SealedStatement } from './sealed-statement.ts'
import type { SecretKeys } from './secret.ts'
import { type CaseStatement, readStatement, statementCommitment } from './statement.ts'

/** Under which address it was sealed. */
export interface StatementAddress {
  readonly edition: string
  /** Number in the register. */
  readonly organisation: number
}

/** `sealed-to-another`: none of the secrets opens it. `forged`: the published bundle is not committed to it, so somebody else made it. */
export type OpenedStatement = CaseStatement | 'sealed-to-another' | 'forged'

/** @param secrets of one's own, the newest first; their private keys for statements are blank afterwards */
export async function openedStatement(
  sealed: SealedStatement,
  { edition, organisation }: StatementAddress,
  secrets: readonly SecretKeys[],
  provenance: Provenance,
): Promise<OpenedStatement> {
  for (const { statements } of secrets) {
    const { privateKey } = statements
    const bytes = await openStatement(sealed, { edition, organisation, privateKey })
    privateKey.fill(0)
    if (bytes === null) continue
    const committed = provenance.editions.find(({ id }) => id === edition)?.statements ?? []
    const statement = readStatement(bytes, edition, organisation)
    const genuine = statement?.register === provenance.register.checksum && committed.includes(statementCommitment(bytes))
    return genuine ? statement : 'forged'
  }
  return 'sealed-to-another'
}
