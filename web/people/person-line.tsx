/** A person in a list: username, roles, state, and a reset that was asked for. */
import { ROLE_NAMES } from '../../survey-schema/roles.ts'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import type { PersonShown } from './answer-schemas.ts'
import { STATE_NAMES } from './person-state.ts'

const WAITING: Text = { ja: '同意待ち', en: 'waits for agreement' }

const ENDING: Text = { ja: '終了：申請済み', en: 'end asked for' }

const RESET = {
  asked: { ja: '再設定：申請済み', en: 'reset asked for' },
  agreed: (day: string): Text => ({ ja: `再設定：承認済み（${day}から）`, en: `reset agreed to, from ${day} on` }),
}

export function PersonLine({ person }: { readonly person: PersonShown }) {
  const { say } = useLanguage()
  const { username, roles, state, organisation, reset, waiting, ending } = person
  return (
    <span>
      <strong>{username}</strong>
      {[
        roles.map((role) => say(ROLE_NAMES[role])).join('・'),
        organisation?.name,
        say(STATE_NAMES[state]),
        waiting && say(WAITING),
        ending && say(ENDING),
        reset && say(reset.ready === null ? RESET.asked : RESET.agreed(reset.ready)),
      ]
        .filter(Boolean)
        .map((part) => ` · ${part}`)
        .join('')}
    </span>
  )
}
