/**
 * What the editors' machine remembers of withdrawals: every tag that any source ever called withdrawn. A server that was set back in time, by
 * whoever may write all of its files, cannot make this machine forget.
 */
import { toHex } from '../../sealing/bytes.ts'
import type { WithdrawnList } from '../../store/sealed-edition.ts'
import type { SealedSource } from './sealed-source.ts'

export const NOTHING_WITHDRAWN: WithdrawnList = { generation: 0, head: null, tags: [] }

/** True where a source does not know all that was known before: it is an older state of the server, or of another server. */
export function forgets(source: WithdrawnList, known: WithdrawnList): boolean {
  const tags = new Set(source.tags)
  return (
    source.generation < known.generation ||
    (source.generation === known.generation && known.head !== null && source.head !== known.head) ||
    known.tags.some((tag) => !tags.has(tag))
  )
}

/** All that either knows, in the later of the two states. */
export function learned(known: WithdrawnList, source: WithdrawnList): WithdrawnList {
  const { generation, head } = source.generation >= known.generation ? source : known
  return { generation, head, tags: [...new Set([...known.tags, ...source.tags])].sort() }
}

/** The source without the cases that are known to be withdrawn, whether it holds them or not. @param leftOut told of each */
export function withoutWithdrawn(source: SealedSource, { tags }: WithdrawnList, leftOut: () => void): SealedSource {
  const withdrawn = new Set(tags)
  return {
    ...source,
    cases: (async function* () {
      for await (const one of source.cases) {
        if (withdrawn.has(toHex(one.tag))) leftOut()
        else yield one
      }
    })(),
  }
}
