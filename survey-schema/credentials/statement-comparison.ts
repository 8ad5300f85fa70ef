/** What an organisation sent, beside what a build says that it counted. */
import type { StatementEntry } from './statement.ts'

/** A row of the organisation's own list of receipts. */
export interface SentEntry extends StatementEntry {
  /** Where it stands, for its holder: a line of a file. */
  readonly row: string
  /** Of the case, where the list has it: a correction under a newer secret has another tag and the same id. */
  readonly id?: string | undefined
}

export interface StatementComparison {
  /** Rows counted in the version that the organisation has. */
  readonly counted: number
  /** Rows of which nothing was counted: withdrawn since, or left out by somebody. */
  readonly missing: readonly string[]
  /** Rows counted in another version than the newest that the organisation has. */
  readonly otherVersion: readonly { readonly row: string; readonly own: number; readonly counted: number }[]
  /** Rows that were counted more than once. */
  readonly twice: readonly string[]
  /** Answers of affected persons to invitations of the organisation, each counted once. */
  readonly answered: number
  /** Cases that were counted as the organisation's and stand in none of its rows. */
  readonly foreign: number
}

/**
 * The newest version of each of the organisation's cases, compared with the statement.
 * @param invited tags of the organisation's own invitations, hexadecimal
 * @example compareStatement([], []).missing.length // 0
 */
export function compareStatement(
  entries: readonly StatementEntry[],
  own: readonly SentEntry[],
  invited: ReadonlySet<string> = new Set(),
): StatementComparison {
  const newest = newestOf(own)
  const counted = new Map<string, number[]>()
  for (const { tag, version } of entries) counted.set(tag, [...(counted.get(tag) ?? []), version])
  const missing: string[] = []
  const twice: string[] = []
  const otherVersion: { row: string; own: number; counted: number }[] = []
  let right = 0
  for (const { tag, version, row } of newest) {
    const versions = counted.get(tag) ?? []
    counted.delete(tag)
    if (versions.length === 0) missing.push(row)
    else if (versions.length > 1) twice.push(row)
    else if (versions[0] === version) right++
    else otherVersion.push({ row, own: version, counted: versions[0] as number })
  }
  let answered = 0
  for (const [tag, versions] of counted) {
    if (!invited.has(tag) || versions.length !== 1) continue
    counted.delete(tag)
    answered++
  }
  return {
    counted: right,
    answered,
    missing,
    otherVersion,
    twice,
    foreign: [...counted.values()].reduce((sum, versions) => sum + versions.length, 0),
  }
}

/** Whether all of the organisation's own was counted, and nothing else. */
export const isWhole = ({ missing, otherVersion, twice, foreign }: StatementComparison): boolean =>
  missing.length === 0 && otherVersion.length === 0 && twice.length === 0 && foreign === 0

/** Of several rows of one case, by id or else by tag, the one of the newest version. */
function newestOf(own: readonly SentEntry[]): readonly SentEntry[] {
  const byTag = new Map<string, SentEntry>()
  const tagOfId = new Map<string, string>()
  for (const one of own) {
    const before = byTag.get(one.tag) ?? (one.id === undefined ? undefined : byTag.get(tagOfId.get(one.id) ?? ''))
    if (before !== undefined && before.version > one.version) continue
    if (before !== undefined) byTag.delete(before.tag)
    byTag.set(one.tag, one)
    if (one.id !== undefined) tagOfId.set(one.id, one.tag)
  }
  return [...byTag.values()]
}
