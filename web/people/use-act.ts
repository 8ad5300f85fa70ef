/** One thing at a time that a person does here: while it runs nothing else is begun, and a refusal stays until the next try. */
import { useCallback, useState } from 'react'
import { Refused } from '../client.ts'

export interface Acting {
  readonly busy: boolean
  readonly refusal: Refused | null
  readonly act: (work: () => Promise<void>) => void
}

export function useAct(): Acting {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const act = useCallback((work: () => Promise<void>) => {
    setBusy(true)
    setRefusal(null)
    work()
      .catch((reason: unknown) => setRefusal(reason instanceof Refused ? reason : new Refused('internal')))
      .finally(() => setBusy(false))
  }, [])
  return { busy, refusal, act }
}
