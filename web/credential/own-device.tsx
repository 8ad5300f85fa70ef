/** Keeping the credential on a device of one's own, locked by a passkey; offered where the browser has passkeys. */
import { useEffect, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import type { KeepFault, KeptTexts } from './kept-on-device.ts'
import { isTrouble, type PastedCredential, readCredential } from './pasted.ts'
import { WORDS } from './words.ts'

interface OwnDeviceProps {
  readonly pasted: PastedCredential
  readonly busy: boolean
  readonly onUnlocked: (texts: KeptTexts) => void
}

const FAULTS: { readonly [Fault in KeepFault]: Text } = {
  'no-prf': WORDS.noPrf,
  cancelled: WORDS.cancelled,
  'no-storage': WORDS.noStorage,
  damaged: WORDS.damaged,
}

// Loaded when it is looked for: most people paste.
const keeping = () => import('./kept-on-device.ts')

export function OwnDevice({ pasted, busy, onUnlocked }: OwnDeviceProps) {
  const { say, tell } = useLanguage()
  const [kept, setKept] = useState<boolean | null>(null)
  const [outcome, setOutcome] = useState<Text | null>(null)
  useEffect(() => {
    if (!('PublicKeyCredential' in globalThis)) return
    keeping()
      .then(({ mayKeep, isKept }) => (mayKeep() ? isKept() : null))
      .then(setKept, () => setKept(null))
  }, [])
  if (kept === null) return null

  const complete = !isTrouble(readCredential(pasted)) && pasted.secret.trim() !== ''
  const doing = (work: (device: Awaited<ReturnType<typeof keeping>>) => Promise<Text>) => async () => {
    const device = await keeping()
    setOutcome(null)
    try {
      setOutcome(await work(device))
    } catch (reason) {
      setOutcome(FAULTS[reason instanceof device.NotKept ? reason.fault : 'cancelled'])
    }
    setKept(await device.isKept())
  }
  const keep = doing(async (device) => {
    await device.keep({ access: pasted.access.trim(), secret: pasted.secret.trim() })
    return WORDS.kept
  })
  const unlock = doing(async (device) => {
    onUnlocked(await device.unlock())
    return WORDS.unlocked
  })
  const forget = doing(async (device) => {
    await device.forget()
    return WORDS.forgotten
  })
  return (
    <>
      <details open={kept}>
        <summary>{tell(WORDS.device)}</summary>
        <p className="quiet">{tell(WORDS.deviceHint)}</p>
        <div className="form-actions">
          {kept ? (
            <>
              <button type="button" disabled={busy} onClick={unlock}>
                {tell(WORDS.unlock)}
              </button>
              <button type="button" className="plain" disabled={busy} onClick={forget}>
                {tell(WORDS.forget)}
              </button>
            </>
          ) : (
            <button type="button" disabled={busy || !complete} onClick={keep}>
              {tell(WORDS.keep)}
            </button>
          )}
        </div>
      </details>
      <p role="status">{outcome && say(outcome)}</p>
    </>
  )
}
