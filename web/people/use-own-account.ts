/** The account of whoever is signed in, read again after each change. Whoever is not signed in is led to the page where one does. */
import { useCallback, useEffect, useState } from 'react'
import { Refused } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { OwnAccount } from './answer-schemas.ts'
import { ask } from './session-client.ts'

export interface OwnAccountNow {
  /** Null until it is there. */
  readonly account: OwnAccount | null
  readonly refusal: Refused | null
  readonly again: () => Promise<void>
}

export function useOwnAccount(): OwnAccountNow {
  const { to } = useLanguage()
  const [account, setAccount] = useState<OwnAccount | null>(null)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const again = useCallback(async () => {
    try {
      setAccount(await ask('GET', '/account', OwnAccount))
    } catch (reason) {
      if (reason instanceof Refused && reason.slug === 'signed-out') window.location.assign(to('/sign-in'))
      else setRefusal(reason instanceof Refused ? reason : new Refused('internal'))
    }
  }, [to])
  useEffect(() => void again(), [again])
  return { account, refusal, again }
}
