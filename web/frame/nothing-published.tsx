/** What stands where no edition is published yet: in a demo, how far its first edition is built; then the page loads again. */
import { useEffect, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { client } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

/** Milliseconds between two questions. */
const ASK_AGAIN = 2000

function usePreparing(): number | null {
  const [done, setDone] = useState<number | null>(null)
  useEffect(() => {
    let timer = 0
    let was = false
    const ask = async () => {
      const share = await client.preparing()
      // It was being built and is no longer: the edition is there.
      if (share === null && was) return window.location.reload()
      if (share === null) return
      was = true
      setDone(share)
      timer = window.setTimeout(ask, ASK_AGAIN)
    }
    void ask()
    return () => window.clearTimeout(timer)
  }, [])
  return done
}

/** @param text said where nothing is being built */
export function NothingPublished({ text }: { readonly text: Text }) {
  const { tell } = useLanguage()
  const done = usePreparing()
  if (done === null) return <p className="trouble">{tell(text)}</p>
  return (
    <p className="waiting" role="status">
      {tell(WORDS.preparing(Math.floor(done * 100)))} <progress max={1} value={done} aria-hidden="true" />
    </p>
  )
}
