/** Everybody, and what an administrator can do about each: a new code, a reset of access, the end. */
import { useState } from 'react'
import type * as z from 'zod'
import { Refused } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { Anything, HandedCode as HandedCodeShape, type PersonShown } from '../people/answer-schemas.ts'
import { HandedCode } from '../people/handed-code.tsx'
import { PersonLine } from '../people/person-line.tsx'
import { Refusal } from '../people/refusal.tsx'
import { ask } from '../people/session-client.ts'
import { useAct } from '../people/use-act.ts'
import { WORDS as PEOPLE_WORDS } from '../people/words.ts'
import { RolesForm } from './roles-form.tsx'
import { WORDS } from './words.ts'

interface PeoplePartProps {
  readonly people: readonly PersonShown[]
  readonly own: string
  readonly again: () => Promise<void>
}

export function PeoplePart({ people, own, again }: PeoplePartProps) {
  const { say } = useLanguage()
  return (
    <section className="card">
      <h2>{say(WORDS.people)}</h2>
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <PersonLine person={person} />
            {person.state !== 'ended' && person.username !== own && <PersonActs person={person} again={again} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonActs({ person, again }: { readonly person: PersonShown; readonly again: () => Promise<void> }) {
  const { say } = useLanguage()
  const { busy, refusal, act } = useAct()
  const [made, setMade] = useState<z.infer<typeof HandedCodeShape> | null>(null)
  const [ending, setEnding] = useState(false)
  const [changing, setChanging] = useState(false)
  const { id, state, reset } = person
  const doing = (method: 'POST' | 'DELETE', path: string) => act(() => ask(method, `/people/${id}${path}`, Anything).then(again))
  // Where one administrator cannot end it alone, what was pressed is that it is asked for.
  const end = () =>
    act(async () => {
      await ask('DELETE', `/people/${id}`, Anything).catch(async (reason: unknown) => {
        const second = reason instanceof Refused && reason.errors.some(({ rule }) => rule === 'needs_second_administrator')
        if (!second) throw reason
        await ask('POST', `/people/${id}/ending`, Anything)
      })
      setEnding(false)
      await again()
    })
  const making = (path: string) =>
    act(async () => {
      setMade(await ask('POST', `/people/${id}${path}`, HandedCodeShape))
      await again()
    })
  return (
    <div className="row-acts">
      {state !== 'active' && reset === null && (
        <button type="button" disabled={busy} onClick={() => making('/invitation')}>
          {say(WORDS.again)}
        </button>
      )}
      {state === 'active' && person.waiting && (
        <button type="button" disabled={busy} onClick={() => doing('POST', '/agree')}>
          {say(PEOPLE_WORDS.agree)}
        </button>
      )}
      {state === 'active' && reset === null && (
        <button type="button" disabled={busy} onClick={() => doing('POST', '/reset')}>
          {say(WORDS.askReset)}
        </button>
      )}
      {reset && !reset.approved && (
        <button type="button" disabled={busy} onClick={() => doing('POST', '/reset/approval')}>
          {say(WORDS.agree)}
        </button>
      )}
      {reset?.approved && (
        <button type="button" disabled={busy} onClick={() => making('/reset/code')}>
          {say(WORDS.code)}
        </button>
      )}
      {reset && (
        <button type="button" disabled={busy} onClick={() => doing('DELETE', '/reset')}>
          {say(WORDS.takeBack)}
        </button>
      )}
      {!person.roles.includes('administrator') && (
        <button type="button" disabled={busy} aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {say(WORDS.changeRoles)}
        </button>
      )}
      <button type="button" disabled={busy} onClick={() => (ending ? end() : setEnding(true))}>
        {say(ending ? WORDS.sureToEnd : PEOPLE_WORDS.end)}
      </button>
      {changing && (
        <RolesForm
          person={person}
          onDone={async () => {
            setChanging(false)
            await again()
          }}
        />
      )}
      {person.ending && <p className="quiet">{say(WORDS.endingAsked)}</p>}
      <Refusal refusal={refusal} />
      {made && <HandedCode title={reset ? WORDS.resetCode : WORDS.invitation} code={made.code} until={made.expires} path="/invitation" />}
    </div>
  )
}
