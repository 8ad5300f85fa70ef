/** Long work of an organisation, one piece after the other, so that many pieces at once slow nobody but it. */
import type { Turns } from '../deps.ts'

export function inTurns(): Turns {
  /** The last piece of each organisation, ended or not. */
  const last = new Map<number, Promise<unknown>>()
  return async (organisation, work) => {
    const before = last.get(organisation)
    const own = (before ?? Promise.resolve()).then(work)
    const ended = own.then(
      () => {},
      () => {},
    )
    last.set(organisation, ended)
    void ended.then(() => last.get(organisation) === ended && last.delete(organisation))
    return own
  }
}
