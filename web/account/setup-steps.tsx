/** Setting up an account: a way in, recovery codes, two of them typed back. */
import { useLanguage } from '../language/language.tsx'
import type { OwnAccount } from '../people/answer-schemas.ts'
import { addPasskey, knowsPasskeys } from '../people/passkey.ts'
import { Refusal } from '../people/refusal.tsx'
import { useAct } from '../people/use-act.ts'
import { PasswordPart } from './password-part.tsx'
import { RecoveryPart } from './recovery-part.tsx'
import { WORDS } from './words.ts'

export function SetupSteps({ account, again }: { readonly account: OwnAccount; readonly again: () => Promise<void> }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const hasWayIn = account.way_in
  const recovering = !hasWayIn && (account.password || account.passkeys.length > 0)
  return (
    <>
      <p>{say(WORDS.setupLead)}</p>
      <section className="card">
        <p className="step-number">{say(WORDS.step(1))}</p>
        <h2>{say(WORDS.wayIn)}</h2>
        {hasWayIn && <p role="status">{say(WORDS.wayInThere)}</p>}
        {recovering && <p>{say(WORDS.newWayIn)}</p>}
        <p className="quiet">{say(WORDS.passkeyWhat)}</p>
        {knowsPasskeys() && (
          <button
            type="button"
            className={hasWayIn ? undefined : 'main-action'}
            disabled={busy}
            onClick={() => act(() => addPasskey().then(again))}
          >
            {say(WORDS.addPasskey)}
          </button>
        )}
        <Refusal refusal={refusal} />
        <details>
          <summary>{say(WORDS.passwordInstead)}</summary>
          <PasswordPart onDone={again} />
        </details>
      </section>
      <section className="card">
        <p className="step-number">
          {say(WORDS.step(2))} – {say(WORDS.step(3))}
        </p>
        <h2>{say(WORDS.codes)}</h2>
        <p className="quiet">{say(WORDS.codesWhat)}</p>
        <RecoveryPart waits={!hasWayIn} main={hasWayIn} onDone={again} />
      </section>
    </>
  )
}
