/** What a person of the network may be, and what nobody may be at once. */
import type { Text } from './text.ts'

export const ROLES = ['partner', 'analyst', 'editor', 'custodian', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/**
 * Whoever decides about accounts holds no key share, publishes nothing and decides for no organisation: otherwise one person could let oneself in and
 * take figures out, or agree alone to what takes an administrator and somebody of an organisation.
 */
const NEVER_TOGETHER = [
  ['administrator', 'custodian'],
  ['administrator', 'editor'],
  ['administrator', 'partner'],
] as const satisfies readonly (readonly [Role, Role])[]

/** Whether one person may have all of these roles. @example mayBeTogether(['partner', 'custodian']) // true */
export const mayBeTogether = (roles: readonly Role[]): boolean =>
  roles.length > 0 && !NEVER_TOGETHER.some((pair) => pair.every((role) => roles.includes(role)))

const ACTING = ['administrator', 'editor', 'custodian', 'partner', 'analyst'] as const satisfies readonly Role[]

/** The role in which somebody acts who has all of these: the one that may do most. @example actingRole(['partner', 'editor']) // 'editor' */
export const actingRole = (roles: readonly Role[]): Role | null => ACTING.find((role) => roles.includes(role)) ?? null

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  partner: { en: 'Partner', ja: '参加団体' },
  analyst: { en: 'Analyst', ja: '分析担当' },
  editor: { en: 'Editor', ja: '編集担当' },
  custodian: { en: 'Key custodian', ja: '鍵の保管担当' },
  administrator: { en: 'Administrator', ja: '管理担当' },
}
