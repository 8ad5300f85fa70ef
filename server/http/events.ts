/**
 * The whole log. One function per event, each with the codes it may carry; there is no way to log anything else.
 * A line written for each case would be its arrival time in any collector that stamps lines, so cases are counted and
 * the counts are written once in a hundred and at the end.
 */
import { PROBLEMS, type ProblemSlug } from '../../survey-schema/problem.ts'

export interface Events {
  started(facts: { readonly port: number; readonly pages: boolean; readonly intake: boolean }): void
  stopped(): void
  /** @param cases of one import, else 1 */
  intakeAccepted(cases?: number): void
  refused(facts: { readonly slug: ProblemSlug }): void
  /** An error that nobody planned for: the pattern of the route and the class of the error, never its message. */
  internal(facts: { readonly route: string; readonly error: string }): void
  storeTrouble(facts: { readonly code: string }): void
  published(facts: { readonly tables: number }): void
}

const EVERY = 100

/** @param write takes one line, without its line break */
export function eventLog(write: (line: string) => void): Events {
  const line = (event: string, facts: Record<string, string | number | boolean> = {}) => write(JSON.stringify({ event, ...facts }))
  let accepted = 0
  const refusals = new Map<ProblemSlug, number>()
  const counts = () => {
    if (accepted === 0 && refusals.size === 0) return
    line('counts', { accepted, ...Object.fromEntries(refusals) })
    accepted = 0
    refusals.clear()
  }
  return {
    started: ({ port, pages, intake }) => line('started', { port, pages, intake }),
    stopped: () => {
      counts()
      line('stopped')
    },
    intakeAccepted: (cases = 1) => {
      accepted += cases
      if (accepted >= EVERY) counts()
    },
    refused: ({ slug }) => {
      if (Object.hasOwn(PROBLEMS, slug)) refusals.set(slug, (refusals.get(slug) ?? 0) + 1)
    },
    internal: ({ route, error }) => line('internal', { route, error: /^[A-Za-z]{1,40}$/.test(error) ? error : 'unknown' }),
    storeTrouble: ({ code }) => line('store', { code }),
    published: ({ tables }) => line('published', { tables }),
  }
}
