import type { Text } from '../../survey-schema/text.ts'
import type { PersonShown } from './answer-schemas.ts'

export const STATE_NAMES: Readonly<Record<PersonShown['state'], Text>> = {
  invited: { ja: '招待中', en: 'invited' },
  setup: { ja: '設定中', en: 'setting up' },
  active: { ja: '利用中', en: 'active' },
  ended: { ja: '終了', en: 'ended' },
}
