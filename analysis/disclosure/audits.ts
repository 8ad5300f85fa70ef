/** The audits as a build asks them, with their solver and threads: a build has no clock, no file and no program of its own. */
import type { Finding } from './audit/findings.ts'
import type { GroupAuditKind } from './audit/group-audits.ts'
import type { AuditTable } from './audit/linked-tables/audit-table.ts'

/** What linked tables give away by themselves, in two kinds, or what all tables give away together. */
export type AuditKind = GroupAuditKind | 'together'

/** What these tables reveal of cells that they withhold. Remembers what it saw: only what changed since is worked out again. */
export type AuditRounds = (kind: AuditKind, tables: readonly AuditTable[]) => readonly Finding[]

/** Begins the audits of one set of tables. */
export type Audits = () => AuditRounds
