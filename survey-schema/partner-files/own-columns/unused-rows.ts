/** Legs and steps that were handed in and belong to no case: they are refused once the whole file was read, never passed over. */
import type { Issue } from '../../problem.ts'
import type { Group } from '../../questionnaire/question.ts'
import type { CellTally } from '../cell-fates.ts'
import { refuseFile } from '../file-reader.ts'
import type { GroupRow, GroupRows } from './group-rows.ts'

export class UnusedRows {
  readonly #groups: Readonly<Record<Group, GroupRows | undefined>>
  /** Cases whose rows were taken: a count, because the names of 200,000 cases would be held once more. */
  readonly #used: Record<Group, number> = { route_legs: 0, contact_steps: 0 }
  /** Rows that were refused before it was known which case they are. */
  #unread = 0

  constructor(groups: Readonly<Record<Group, GroupRows | undefined>>) {
    this.#groups = groups
  }

  /**
   * Rows of the first of the names that has some; their cells are counted with those of the case. Asked once for each case: whoever asks
   * refuses a name that came before.
   */
  rowsOf(group: Group, names: readonly string[], fates: CellTally): readonly GroupRow[] | undefined {
    for (const name of names) {
      const found = this.#groups[group]?.get(name, fates)
      if (!found) continue
      this.#used[group]++
      return found
    }
    return undefined
  }

  /** Runs what may refuse a row before its name is known. */
  whileReading<Found>(read: () => Found): Found {
    this.#unread++
    const found = read()
    this.#unread--
    return found
  }

  /** @throws ProblemError `invalid-file` where rows of a group belong to no row of the file */
  refuse(): void {
    if (this.#unread > 0) return
    const issues: Issue[] = []
    for (const group of ['route_legs', 'contact_steps'] as const) {
      const cases = this.#groups[group]?.size ?? 0
      if (cases > this.#used[group]) issues.push({ pointer: `/${group}`, rule: 'group_without_case' })
    }
    if (issues.length > 0) throw refuseFile(issues)
  }
}
