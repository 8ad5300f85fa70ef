/**
 * One durable transaction for all requests that arrive within a moment. A sync of the disk costs the same for one case as
 * for fifty; nobody is answered before it is done.
 */
import type { CompiledQuery } from 'kysely'
import type { StatementOutcome, Store } from '../store/port.ts'

/** Milliseconds that the first of a group waits for others. */
const WINDOW = 2
/** A full group does not wait. */
const LARGEST = 64

export type Commit = (queries: readonly CompiledQuery<unknown>[]) => Promise<readonly StatementOutcome<unknown>[]>

interface Waiting {
  readonly queries: readonly CompiledQuery<unknown>[]
  readonly resolve: (outcomes: readonly StatementOutcome<unknown>[]) => void
  readonly reject: (error: unknown) => void
}

/** Commits in groups: each promise settles only after its statements are durable, or none of the group's is. */
export function groupCommit(store: Store): Commit {
  let group: Waiting[] = []
  let timer: ReturnType<typeof setTimeout> | null = null

  const flush = async () => {
    if (timer) clearTimeout(timer)
    timer = null
    const due = group
    group = []
    try {
      const outcomes: readonly StatementOutcome<unknown>[] = await store.batch(due.flatMap(({ queries }) => queries))
      let from = 0
      for (const { queries, resolve } of due) {
        resolve(outcomes.slice(from, from + queries.length))
        from += queries.length
      }
    } catch (error) {
      for (const { reject } of due) reject(error)
    }
  }

  return (queries) =>
    new Promise((resolve, reject) => {
      group.push({ queries, resolve, reject })
      if (group.length >= LARGEST) void flush()
      else timer ??= setTimeout(() => void flush(), WINDOW)
    })
}

/** Where requests may not wait for one another (Workers), each commits alone. */
export const commitAlone =
  (store: Store): Commit =>
  (queries) =>
    store.batch(queries)
