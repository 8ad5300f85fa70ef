/** Where the form offers a draft: closed, and not loaded, until somebody opens it or there is a draft here. */
import { useEffect, useState } from 'react'
import { later } from '../frame/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { refreshOffline } from '../offline/offline.ts'
import { CORNER_WORDS } from './corner-words.ts'
import type { DraftPanelProps } from './draft-panel.tsx'

const DraftPanel = later(() => import('./draft-panel.tsx').then((part) => part.default))

export function DraftCorner(panel: DraftPanelProps) {
  const { tell } = useLanguage()
  const { here } = panel
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    refreshOffline()
  }, [])
  return (
    <details id="draft" className="draft" open={asked || here} onToggle={({ currentTarget }) => currentTarget.open && setAsked(true)}>
      <summary>{tell(CORNER_WORDS.summary)}</summary>
      {(asked || here) && <DraftPanel {...panel} />}
    </details>
  )
}
