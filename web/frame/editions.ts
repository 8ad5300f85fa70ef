/** The editions the server knows, asked once a page. */
import { useEffect, useState } from 'react'
import { client, type Edition, Refused } from '../client.ts'

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: Refused }

export const LOADING = { state: 'loading' } as const

/** What `ask` answers, asked again whenever `key` changes. An answer that comes too late is dropped. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [answer, setAnswer] = useState<{ key: string; loaded: Loaded<T> }>({ key, loaded: LOADING })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names everything that `ask` depends on
  useEffect(() => {
    let wanted = true
    const settle = (loaded: Loaded<T>) => wanted && setAnswer({ key, loaded })
    ask().then(
      (value) => settle({ state: 'here', value }),
      (reason: unknown) => settle({ state: 'refused', refusal: reason instanceof Refused ? reason : new Refused('internal') }),
    )
    return () => {
      wanted = false
    }
  }, [key])
  return answer.key === key ? answer.loaded : LOADING
}

export interface EditionsNow {
  readonly loaded: Loaded<readonly Edition[]>
  readonly published: readonly Edition[]
  readonly open: Edition | null
  readonly fictional: boolean
}

export function useEditions(): EditionsNow {
  const loaded = useAnswer('editions', () => client.editions())
  const all = loaded.state === 'here' ? loaded.value : []
  return {
    loaded,
    published: all.filter((edition) => edition.state === 'published'),
    open: all.find((edition) => edition.state === 'open') ?? null,
    fictional: all.some((edition) => edition.fictional),
  }
}
