/** What somebody types, and the first entry a long list offers for it. */
import { describe, expect, it } from 'vitest'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Question } from '../../survey-schema/questionnaire/question.ts'
import { groupsOfList } from '../../web/questionnaire/list-entries.ts'
import { foundIn } from '../../web/questionnaire/list-search.ts'
import { namesOfPlace } from '../../web/questionnaire/place-names.ts'

const entriesOf = (id: string) => groupsOfList(questionById(id) as Question, namesOfPlace).flatMap(({ entries }) => entries)
const countries = entriesOf('citizenship')

describe('a long list', () => {
  it.each([
    ['PH', 'PH'],
    ['phl', 'PH'],
    ['Philip', 'PH'],
    ['フィリ', 'PH'],
    ['ふぃりぴん', 'PH'],
    ['ﾌｨﾘﾋﾟﾝ', 'PH'],
    ['ฟิลิป', 'PH'],
    ['filipinas', 'PH'],
    ['cote d', 'CI'],
    ['かんこく', 'KR'],
    ['中国', 'CN'],
    ['ちゅうごく', 'CN'],
    ['alemania', 'DE'],
  ])('offers for %s first %s', (typed, code) => {
    expect(foundIn(countries, typed)[0]?.code).toBe(code)
  })

  it('offers everything for nothing, nothing for what is on no list, and what is not an answer where one may be chosen', () => {
    expect(foundIn(countries, ' ')).toEqual(countries)
    expect(foundIn(countries, 'ｘｑｚ')).toEqual([])
    expect(countries.some(({ code }) => code === 'unknown')).toBe(false)
    expect(foundIn(entriesOf('leg_from_country'), '不明')[0]?.code).toBe('unknown')
  })
})
