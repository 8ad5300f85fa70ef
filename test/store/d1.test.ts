import { applyD1Migrations, env } from 'cloudflare:test'
import type { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { openD1 } from '../../server/runtime/d1.ts'
import { auditMutationSuite } from './audit-mutation-suite.ts'
import { auditSuite } from './audit-suite.ts'
import { earlierTagsSuite } from './earlier-tags-suite.ts'
import { importsSuite } from './imports-suite.ts'
import { invitationsSuite } from './invitations-suite.ts'
import { lifeSuite } from './life-suite.ts'
import { networkSuite } from './network-suite.ts'
import { olderImportsSuite } from './older-imports-suite.ts'
import { ownCasesSuite } from './own-cases-suite.ts'
import { peopleSuite } from './people-suite.ts'
import { signedCasesSuite } from './signed-cases-suite.ts'
import { storeSuite } from './suite.ts'
import { versionOneSuite } from './version-one-suite.ts'

/** Children before their parents. */
const TABLES = [
  'account_ending',
  'deadline',
  'collection',
  'proposal',
  'access_reset',
  'one_time_code',
  'session',
  'recovery_code',
  'passkey',
  'totp_secret',
  'password',
  'account',
  'organisation_left',
  'answer_invitation',
  'answer_invitation_list',
  'audit_cosignature',
  'audit_head',
  'audit_entry',
  'organisation_public_key',
  'archived_table',
  'destroyed_edition',
  'kept_tag',
  'withdrawal_request',
  'withdrawn_case',
  'ledger_head',
  'withdrawal_heartbeat',
  'tag_key_check',
  'earlier_tag',
  'tag_key_gone',
  'ledger_key_check',
  'statement',
  'organisation_public_key',
  'released_table',
  'volume_edition',
  'slice',
  'release',
  'staged_case',
  'import_part',
  'import_file',
  'sealed_case',
  'idempotency',
  'edition',
  'organisation_key',
  'organisation',
  // Filled by what is deleted above.
  'ended_access',
]

async function fresh() {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  await env.DB.batch(TABLES.map((table) => env.DB.prepare(`delete from ${table}`)))
  return openD1(env.DB)
}

storeSuite('D1 in workerd', fresh)
lifeSuite('D1 in workerd', fresh)
importsSuite('D1 in workerd', fresh)
ownCasesSuite('D1 in workerd', fresh)
peopleSuite('D1 in workerd', fresh)
signedCasesSuite('D1 in workerd', fresh)
invitationsSuite('D1 in workerd', fresh)
networkSuite('D1 in workerd', fresh)
auditSuite('D1 in workerd', fresh)
auditMutationSuite('D1 in workerd', fresh, 4)
const older = [env.OLD, env.OLDER]
const grown = async (migrations: number, statements: readonly CompiledQuery<unknown>[]) => {
  // Each is migrated once.
  const database = older.shift() as typeof env.OLD
  await applyD1Migrations(database, env.MIGRATIONS.slice(0, migrations))
  await openD1(database).batch(statements)
  await applyD1Migrations(database, env.MIGRATIONS)
  return openD1(database)
}
olderImportsSuite('D1 in workerd', grown)
earlierTagsSuite('D1 in workerd', fresh, grown)
versionOneSuite('D1 in workerd', fresh, () => env.VERSION_ONE)

it('P04 D1 gives no control over pages: VACUUM is refused, as docs/workers.md says', async () => {
  await fresh()
  await expect(env.DB.exec('vacuum')).rejects.toThrow()
  await expect(env.DB.exec('select 1')).resolves.toBeTruthy()
})
