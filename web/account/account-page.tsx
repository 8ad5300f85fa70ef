/** One's own account: being set up, or what it has and where it is used. */

import { ROLE_NAMES } from '../../survey-schema/roles.ts'
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { WORDS as FRAME_WORDS } from '../frame/words.ts'
import { useLanguage } from '../language/language.tsx'
import { Anything, type OwnAccount } from '../people/answer-schemas.ts'
import { addPasskey, knowsPasskeys } from '../people/passkey.ts'
import { Places } from '../people/places.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { useOwnAccount } from '../people/use-own-account.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { PasswordPart } from './password-part.tsx'
import { RecoveryPart } from './recovery-part.tsx'
import { SessionsPart } from './sessions-part.tsx'
import { SetupSteps } from './setup-steps.tsx'
import { WORDS } from './words.ts'

export function AccountPage() {
  const { say } = useLanguage()
  const { fictional } = useEditions()
  const { account, refusal, again } = useOwnAccount()
  return (
    <Frame page="account" title={WORDS.title} fictional={fictional}>
      {account && <Places roles={account.setup ? [] : account.roles} />}
      <h1>{say(account ? WORDS.hello(account.username) : WORDS.title)}</h1>
      <Refusal refusal={refusal} />
      {!account && !refusal && <p role="status">{say(FRAME_WORDS.loading)}</p>}
      {account && (account.setup ? <SetupSteps account={account} again={again} /> : <CompleteAccount account={account} again={again} />)}
    </Frame>
  )
}

function CompleteAccount({ account, again }: { readonly account: OwnAccount; readonly again: () => Promise<void> }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const roles = account.roles.map((role) => say(ROLE_NAMES[role])).join(' · ')
  return (
    <>
      <p>
        {roles}
        {account.organisation !== null && ` · ${account.organisation}`}
      </p>
      {account.reset && (
        <div className="trouble" role="alert">
          <p>{say(WORDS.resetAsked)}</p>
          <button type="button" disabled={busy} onClick={() => act(() => ask('DELETE', '/account/reset', Anything).then(again))}>
            {say(WORDS.object)}
          </button>
        </div>
      )}
      {account.one_administrator && account.roles.includes('administrator') && <p className="trouble">{say(WORDS.oneAdministrator)}</p>}
      <section className="card">
        <h2>{say(WORDS.passkeys)}</h2>
        <Refusal refusal={refusal} />
        <ul className="rows">
          {account.passkeys.map((one) => (
            <li key={one.id}>
              <span>
                {say(WORDS.passkey(one.id.slice(0, 4), one.month))} · {say(one.synced ? WORDS.synced : WORDS.oneDevice)}
              </span>
              <button
                type="button"
                disabled={busy}
                onClick={() => act(() => ask('DELETE', `/account/passkeys/${one.id}`, Anything).then(again))}
              >
                {say(PEOPLE_WORDS.remove)}
              </button>
            </li>
          ))}
        </ul>
        {account.passkeys.length === 1 && <p className="quiet">{say(WORDS.secondAdvised)}</p>}
        {knowsPasskeys() && (
          <button type="button" disabled={busy} onClick={() => act(() => addPasskey().then(again))}>
            {say(WORDS.addPasskey)}
          </button>
        )}
        <p className="quiet">{say(WORDS.fresh)}</p>
      </section>
      <section className="card">
        <h2>{say(WORDS.password)}</h2>
        <p>{say(account.password ? WORDS.passwordSet : WORDS.passwordNone)}</p>
        <details>
          <summary>{say(WORDS.change)}</summary>
          <PasswordPart onDone={again} />
        </details>
      </section>
      <section className="card">
        <h2>{say(WORDS.recovery)}</h2>
        <p>{say(WORDS.codesLeft(account.recovery_codes))}</p>
        <details>
          <summary>{say(WORDS.newCodes)}</summary>
          <RecoveryPart waits={false} main={false} onDone={again} />
        </details>
      </section>
      <SessionsPart />
    </>
  )
}
