/** The tables as Kysely sees them. `columns.ts` says what each column means; a test compares both with the database. */
import type { AuditRole, Chain, IntakeAction, OtherAction } from '../../survey-schema/audit-log/entry.ts'
import type { HeadReason } from '../../survey-schema/audit-log/head.ts'
import type { Existing } from '../../survey-schema/partner-files/import-parts.ts'
import type { Role } from '../../survey-schema/roles.ts'

export type EditionState = 'open' | 'closed'
/** invited: has a code; setup: has used it, and the recovery codes were not typed back yet; ended: for good. */
export type AccountState = 'invited' | 'setup' | 'active' | 'ended'
/** setup: reaches nothing but the setting up of one's own account. */
export type SessionScope = 'setup' | 'full'
/** What can let somebody in, and no longer does. */
export type EndedKind = 'account' | 'key' | 'passkey' | 'password'
export type SignInWay = 'passkey' | 'password' | 'recovery' | 'code'
export type DeadlineKind = 'session-idle' | 'session-end' | 'tries-minute' | 'tries-day' | 'totp-step' | 'challenge'

export interface StoreTables {
  organisation: {
    id: number
    name: string
    holding: string | null
    record_rule: string | null
    record_rule_year: number | null
    record_rule_approver: string | null
  }
  organisation_key: { hash: Uint8Array; organisation: number; scopes: string; expires: string }
  organisation_public_key: {
    organisation: number
    generation: number
    signing: Uint8Array
    statements: Uint8Array
    first_edition: string | null
    last_edition: string | null
  }
  edition: {
    id: string
    position: number
    state: EditionState
    questionnaire: string
    fictional: number
    public_key: Uint8Array
    layout: 1 | 2
  }
  sealed_case: {
    id: string
    edition: string
    organisation: number
    tag: Uint8Array
    receipt_hash: Uint8Array
    version: number
    month: string
    enc: Uint8Array
    ciphertext: Uint8Array
  }
  idempotency: { lookup: Uint8Array; body: Uint8Array; month: string }
  release: { position: number; checksum: string; manifest: string; day: string }
  slice: { id: string; kind: 'edition' | 'volume'; release: number }
  volume_edition: { edition: string; volume: string }
  released_table: { slice: string; id: string; json: string }
  archived_table: {
    slice: string
    id: string
    turn: number
    checksum: string
    json: string
    day: string
    replaced_by: number | null
    note_en: string
    note_ja: string
  }
  destroyed_edition: { edition: string; day: string }
  kept_tag: { tag: Uint8Array }
  withdrawal_request: { tag: Uint8Array }
  withdrawal_heartbeat: { one: number; beat: Uint8Array }
  withdrawn_case: { tag: Uint8Array }
  import_file: {
    id: string
    organisation: number
    /** Null once it is committed. */
    rows: number | null
    existing: Existing
    state: 'waiting' | 'committed'
    edition: string | null
    day: string | null
  }
  import_part: {
    import: string
    part: number
    body: Uint8Array
    /** These three are null once the import is committed. */
    rows: number | null
    stored: number | null
    replaced: number | null
  }
  staged_case: {
    import: string
    id: string
    tag: Uint8Array
    receipt_hash: Uint8Array
    version: number
    month: string
    enc: Uint8Array
    ciphertext: Uint8Array
  }
  ledger_head: { one: number; head: string; generation: number; unconfirmed: number }
  tag_key_check: { one: number; value: Uint8Array }
  ledger_key_check: { one: number; value: Uint8Array }
  statement: { edition: string; organisation: number; enc: Uint8Array; ciphertext: Uint8Array }
  answer_invitation_list: { id: string; edition: string; organisation: number; generation: number; signature: Uint8Array }
  answer_invitation: { key: Uint8Array; tag: Uint8Array; list: string }
  earlier_tag: { tag: Uint8Array }
  tag_key_gone: { one: number; year: number }
  published_state: { one: number; name: Uint8Array }
  audit_entry: {
    chain: Chain
    position: number
    action: IntakeAction | OtherAction
    organisation: number | null
    month: string | null
    generation: number | null
    role: AuditRole | null
    actor: string | null
    subject: string | null
    day: string | null
    blind: Uint8Array
    /** Null until the next tick. */
    link: Uint8Array | null
  }
  audit_head: {
    chain: Chain
    number: number
    reason: HeadReason
    period: string
    position: number
    link: Uint8Array
    blind: Uint8Array
    previous: Uint8Array
    key: Uint8Array
    signature: Uint8Array
  }
  audit_cosignature: { chain: Chain; number: number; organisation: number; key: Uint8Array; signature: Uint8Array }
  account: {
    id: string
    username: string
    state: AccountState
    organisation: number | null
    since: string | null
    settling: string | null
    invited_by: string | null
    agreed: number
  } & {
    [Name in Role]: number
  }
  password: { account: string; salt: Uint8Array; hash: Uint8Array; n: number; r: number; p: number }
  totp_secret: { account: string; nonce: Uint8Array; sealed: Uint8Array }
  passkey: {
    id: string
    credential: Uint8Array
    account: string
    public_key: Uint8Array
    counter: number
    transports: string
    synced: number
    prf: number
    month: string
    recovery: string | null
  }
  recovery_code: { hash: Uint8Array; account: string; confirmed: number }
  session: { hash: Uint8Array; id: string; account: string; scope: SessionScope; way: SignInWay; day: string; renewed: 0 | 1 }
  one_time_code: { hash: Uint8Array; purpose: 'setup' | 'invitation' | 'reset'; account: string | null; expires: string }
  access_reset: { account: string; requested_by: string; alone: number; approved_by: string | null; ready: string | null }
  organisation_left: { organisation: number; day: string }
  organisation_leaving: { organisation: number; asked_by: string; withdraw: number; ready: string }
  account_ending: { account: string; asked_by: string; until: string }
  ended_access: { kind: EndedKind; id: string; kept: number }
  collection: { id: string; account: string; tables: string }
  proposal: { id: string; account: string; rows: string; columns: string | null }
  deadline: { kind: DeadlineKind; subject: string; until: number; count: number }
}
