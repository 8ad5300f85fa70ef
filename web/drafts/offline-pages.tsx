/** The pages of the form on this device, for whoever has no connection where cases are written down. */
import { useEffect, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { isOffline, keepOffline, mayBeOffline } from '../offline/offline.ts'
import { DRAFT_WORDS as WORDS } from './words.ts'

type PagesKept = 'unknown' | 'no' | 'busy' | 'yes' | 'failed'

export function OfflinePages() {
  const { tell } = useLanguage()
  const [state, setState] = useState<PagesKept>('unknown')
  useEffect(() => {
    if (mayBeOffline()) isOffline().then((kept) => setState(kept ? 'yes' : 'no'))
  }, [])
  if (state === 'unknown') return null
  const keep = async () => {
    setState('busy')
    setState((await keepOffline()) ? 'yes' : 'failed')
  }
  return (
    <section aria-labelledby="offline-title">
      <h2 id="offline-title">{tell(WORDS.offline)}</h2>
      <p className="quiet">{tell(WORDS.offlineAbout)}</p>
      <p role="status">
        {state === 'busy' && tell(WORDS.working)}
        {state === 'yes' && tell(WORDS.offlineOn)}
        {state === 'failed' && tell(WORDS.offlineNot)}
      </p>
      {state !== 'yes' && (
        <button type="button" disabled={state === 'busy'} onClick={keep}>
          {tell(WORDS.offlineKeep)}
        </button>
      )}
    </section>
  )
}
