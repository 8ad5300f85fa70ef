/** Signing in: with a passkey first, which asks for no name; the other ways below. */
import { useAnswer, useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { SignInState } from '../people/answer-schemas.ts'
import { knowsPasskeys, signInWithPasskey } from '../people/passkey.ts'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { PasswordForm } from './password-form.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { WORDS } from './words.ts'

export function SignInPage() {
  const { say, to } = useLanguage()
  const { fictional } = useEditions()
  const state = useAnswer('sign-in', () => ask('GET', '/sign-in', SignInState))
  const { busy, refusal, act } = useAct()
  const enter = () => window.location.assign(to('/account'))
  return (
    <Frame page="sign-in" title={WORDS.title} fictional={fictional}>
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.lead)}</p>
      {state.state === 'refused' && <Refusal refusal={state.refusal} />}
      {state.state === 'here' && !state.value.set_up && (
        <p>
          <a className="link-alone" href={to('/setup')}>
            {say(WORDS.firstSetup)}
          </a>
        </p>
      )}
      <div className="card">
        {knowsPasskeys() ? (
          <button type="button" className="main-action" disabled={busy} onClick={() => act(() => signInWithPasskey().then(enter))}>
            {say(WORDS.withPasskey)}
          </button>
        ) : (
          <p>{say(WORDS.noPasskeys)}</p>
        )}
        <Refusal refusal={refusal} />
        <details>
          <summary>{say(WORDS.withPassword)}</summary>
          <PasswordForm onDone={enter} time={state.state === 'here' ? state.value.time : null} />
        </details>
        <details>
          <summary>{say(WORDS.withRecovery)}</summary>
          <RecoveryForm onDone={enter} />
        </details>
      </div>
      <p>
        <a className="link-alone" href={to('/invitation')}>
          {say(WORDS.haveCode)}
        </a>
      </p>
    </Frame>
  )
}
