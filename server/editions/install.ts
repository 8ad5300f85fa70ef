/** Opening an edition closes the one before, in one transaction: each case belongs to exactly one, and intake never stops. */
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { read, type Store } from '../store/port.ts'
import { BY_COMMAND, entered } from '../store/queries/audit.ts'
import { editionCounted, editionWithKey, install, openEdition } from '../store/queries/editions.ts'
import type { EditionKeyFile } from './edition-key-file.ts'

/** Editions are opened by commands alone, which have no clock of a server. */
const today = () => new Date().toISOString().slice(0, 10)

/** @param day for the entry in the audit log */
export const installQueries = ({ edition, questionnaire, fictional, publicKey }: EditionKeyFile, day: string) =>
  [
    ...install(
      { id: edition, questionnaire, fictional: fictional ? 1 : 0, public_key: publicKey },
      POLICY_V2.smallestEdition,
      POLICY_V2.structure?.smallestEditionOthers,
    ),
    entered({ action: 'open-edition', ...BY_COMMAND, subject: edition, day }),
  ] as const

/**
 * The edition is open; the one that was, if any, is closed. The audit log has an entry.
 * @returns the edition that was closed, or null
 * @throws ProblemError 'edition-exists' (also when another edition has this key: its secret would make the same noise), or 'edition-too-small' when the open one holds fewer than 40 cases, or fewer than 10 beside those of one organisation or holding
 */
export async function installEdition(store: Store, file: EditionKeyFile, day: string = today()): Promise<string | null> {
  const [sameKey] = await read(store, editionWithKey(file.publicKey))
  if (sameKey && sameKey.id !== file.edition)
    throw new ProblemError('edition-exists', [{ pointer: '/publicKey', rule: 'key_of_another_edition' }])
  const [before] = await read(store, openEdition())
  const [, opened] = await store.batch(installQueries(file, day))
  if (opened.changes === 1) return before?.id ?? null
  const [named] = await read(store, editionCounted(file.edition))
  throw new ProblemError(named ? 'edition-exists' : 'edition-too-small')
}
