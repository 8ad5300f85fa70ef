/**
 * What one entry of the audit log says, and the running hash over the entries of a chain. No entry names a case, holds a text, or tells a time
 * finer than a day; entries of cases tell the month alone and stand in a chain of their own, so that no dated entry stands beside them.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { fields } from '../credentials/fields.ts'

/** `intake`: what partners do with cases. `other`: everything else that changes something or reads sealed cases. */
export const CHAINS = ['intake', 'other'] as const
export type Chain = (typeof CHAINS)[number]

/** With organisation and month. A withdrawal has the generation of the ledger too. */
export const INTAKE_ACTIONS = ['intake', 'import', 'correction', 'withdrawal', 'cosignature', 'make-invitations'] as const
export type IntakeAction = (typeof INTAKE_ACTIONS)[number]

/** With role and day. What a route or a command writes stands beside it. */
export const OTHER_ACTIONS = [
  'open-edition',
  'register-organisation',
  'rename-organisation',
  'read-sealed-cases',
  'read-log',
  'publish',
  'erratum',
  'withdraw-table',
  'destroy-cases',
  'backup',
  'restore',
  'confirm-ledger',
  'offer-setup-code',
  'start-setup',
  'complete-account',
  'sign-in',
  'recover-access',
  'change-sign-in',
  'invite-person',
  'agree-to-partner',
  'change-roles',
  'ask-end-account',
  'end-account',
  'ask-reset',
  'approve-reset',
  'issue-reset-code',
  'drop-reset',
  'object-to-reset',
  'make-access-key',
  'end-access-key',
  'register-keys',
  'ask-to-leave',
  'object-to-leaving',
  'leave-network',
  'translate-tags',
  'let-tag-key-go',
  'keep-statements',
  'read-register',
  'propose-table',
  'take-back-proposal',
] as const
export type OtherAction = (typeof OTHER_ACTIONS)[number]

/** Who acted: an account in its role, a program with an organisation's key, or a command on the machine of the server. */
export const AUDIT_ROLES = ['partner', 'analyst', 'editor', 'custodian', 'administrator', 'machine', 'command'] as const
export type AuditRole = (typeof AUDIT_ROLES)[number]

/** Opaque id of an account, number of an organisation, name of an edition or volume, or checksum of a bundle. */
export const OPAQUE_ID = /^[0-9a-z-]{1,80}$/

export interface AuditEntry {
  readonly chain: Chain
  /** From 1 in each chain, without gaps. */
  readonly position: number
  readonly action: IntakeAction | OtherAction
  /** Number of the organisation whose case it is. In the chain of intake alone, as `month` and `generation`. */
  readonly organisation: number | null
  /** `YYYY-MM` */
  readonly month: string | null
  /** Of the ledger of withdrawals. */
  readonly generation: number | null
  /** In the other chain alone, as the three after it. */
  readonly role: AuditRole | null
  readonly actor: string | null
  readonly subject: string | null
  /** `YYYY-MM-DD` */
  readonly day: string | null
  /** 16 random bytes: entries have few possible contents, and without them a hash could be guessed. */
  readonly blind: Uint8Array
}

export const BLIND_BYTES = 16
export const HASH_BYTES = 32

/** Before the first entry of a chain, and before the first head of a month. */
export const NOTHING_BEFORE = new Uint8Array(HASH_BYTES)

/**
 * The running hash after this entry; 32 bytes. Another value in any column, another order or another entry before it gives another hash.
 * @param before that of the entry before, or `NOTHING_BEFORE`
 */
export const linkAfter = (before: Uint8Array, entry: AuditEntry): Uint8Array =>
  sha256(
    fields(
      'jnatip/audit-entry/1',
      before,
      entry.chain,
      String(entry.position),
      entry.action,
      // No column holds an empty text, so that one stands for nothing.
      ...[entry.organisation, entry.month, entry.generation, entry.role, entry.actor, entry.subject, entry.day].map((value) =>
        value === null ? '' : String(value),
      ),
      entry.blind,
    ),
  )
