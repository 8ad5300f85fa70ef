/** Partner organisations and their keys, as the command line enters them; people and roles come with accounts. */
import type { CompiledQuery } from 'kysely'
import { keyHash, newOrganisationKey, SCOPES, type Scope } from '../http/credential.ts'
import { registerOrganisation } from '../store/queries/organisations.ts'

/** The organisation's own rule for the research use of existing records (R22). */
export interface RecordRule {
  readonly rule: string
  readonly year: number
  readonly approver: string
}

export interface Registration {
  readonly name: string
  readonly holding: string | null
  readonly recordRule: RecordRule | null
  readonly scopes: readonly Scope[]
  /** Last month in which the key is good. */
  readonly expires: string
}

/** The new key, to be shown once, and the statements that register its hash. */
export function register({ name, holding, recordRule, scopes, expires }: Registration): {
  readonly key: string
  readonly queries: readonly CompiledQuery<unknown>[]
} {
  const key = newOrganisationKey()
  const queries = registerOrganisation(
    {
      name,
      holding,
      record_rule: recordRule?.rule ?? null,
      record_rule_year: recordRule?.year ?? null,
      record_rule_approver: recordRule?.approver ?? null,
    },
    { hash: keyHash(key), scopes: SCOPES.filter((scope) => scopes.includes(scope)).join(' '), expires },
  )
  return { key, queries }
}

/** "RULE, YEAR, APPROVER"; the rule itself may hold commas. @throws RangeError otherwise */
export function readRecordRule(text: string): RecordRule {
  const parts = text.split(',').map((part) => part.trim())
  const [year = '', approver] = parts.slice(-2)
  const rule = text.split(',').slice(0, -2).join(',').trim()
  if (!rule || !/^(?:19|20)\d{2}$/.test(year) || !approver) throw new RangeError('a record rule is written as "RULE, YEAR, APPROVER"')
  return { rule, year: Number(year), approver }
}

/** The month that many months after, `YYYY-MM`. */
export function monthAfter(month: string, months: number): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  const count = year * 12 + of - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
