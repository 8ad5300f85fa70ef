/** What judges the form, loaded with the first answer. Until it is there nothing is found, and nothing can be sent. */
import { useCallback, useEffect, useState } from 'react'

export type Engine = typeof import('./submission.ts')

const engineOf = () => import('./submission.ts')

/** @param begun whether there is an answer @returns `load` answers null when the line dropped; asking again tries again */
export function useEngine(begun: boolean): { engine: Engine | null; failed: boolean; load: () => Promise<Engine | null> } {
  const [engine, setEngine] = useState<Engine | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(async () => {
    try {
      const loaded = await engineOf()
      setEngine(loaded)
      setFailed(false)
      return loaded
    } catch {
      setFailed(true)
      return null
    }
  }, [])
  useEffect(() => {
    if (begun) load()
  }, [begun, load])
  return { engine, failed, load }
}
