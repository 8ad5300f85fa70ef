import { describe, expect, it } from 'vitest'
import { conditionWords } from '../../survey-schema/forms/conditions.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'

const of = (id: string) => conditionWords(questionById(id)!.askIf!, (name) => ({ en: name, ja: name }))

/** Condition of the question, as a person reads it. */
describe('conditions in words', () => {
  it.each([
    ['debt_band', 'debt_imposed is “Yes”', 'debt_imposedが「はい」である'],
    [
      'recruitment_platforms',
      'recruitment_channel includes “Through social media” or “Through an online advertisement”',
      'recruitment_channelに「SNSで」、「インターネット広告で」のいずれかが含まれる',
    ],
    ['entry_point', 'in at least one part of the journey, leg_to_country is “Japan”', 'leg_to_countryが「日本」の区間がある'],
    [
      'exploitation_prefectures',
      'in at least one part of the journey, leg_to_country is “Japan”, or in at least one part of the journey, leg_from_country is “Japan”',
      'leg_to_countryが「日本」の区間がある、またはleg_from_countryが「日本」の区間がある',
    ],
    ['image_change', 'image_before is answered, and image_after is answered', 'image_beforeに回答がある、かつimage_afterに回答がある'],
    [
      'irregular_reasons',
      'status_at_contact is “Overstaying”, “Never had permission” or “Provisional release”',
      'status_at_contactが「超過滞在（オーバーステイ）」、「当初から許可なし」、「仮放免」のいずれかである',
    ],
  ])('%s', (id, en, ja) => {
    expect(of(id)).toEqual({ en, ja })
  })
})
