/** How statements are put into words, where one wording does not suit all phrases. */
import { describe, expect, it } from 'vitest'
import type { Category, GroupShare } from '../../../../analysis/publication/findings/statements.ts'
import { worded } from '../../../../analysis/publication/findings/wordings.ts'
import { wordingsOfDifference } from '../../../../analysis/publication/findings/wordings-of-pairs.ts'
import { phrasesOf, variablePhrases } from '../../../../survey-schema/phrases/index.ts'
import { blockOf } from '../../../support/drawn-table.ts'

const block = blockOf([{ variable: '', level: '', kind: 'single', ja: '', en: '', lines: [] }], [])
const category = (variable: string, level: string, code: string): Category => ({ code, phrases: phrasesOf(variable, level, code)! })
const figure = (cases: number) => ({ cells: [], figure: cases })
const group = (variable: string, level: string, code: string, part: number, base: number): GroupShare => ({
  category: category(variable, level, code),
  read: { part: figure(part), base: figure(base), share: { percent: Math.round((part / base) * 100), low: 0, high: 100 } },
})

describe('two groups in two sentences', () => {
  const groups = [group('gender', 'list', 'woman', 120, 200), group('gender', 'list', 'man', 40, 200)] as const
  const last = (counted: Category) =>
    wordingsOfDifference({
      kind: 'difference',
      block,
      topic: variablePhrases('gender')!,
      by: variablePhrases('gender')!,
      category: counted,
      groups,
      time: false,
      ranked: true,
    }).at(-1)!

  it('repeat the verb of the first in the second', () => {
    expect(last(category('org_judgement', 'list', 'actual')).en).toMatch(/120 were judged .* Of the 200 of men or boys, 40 were\.$/)
    expect(last(category('exit_mode', 'list', 'escaped_alone')).en).toMatch(/120 concerned .* Of the 200 of men or boys, 40 did\.$/)
  })

  it('count cases of people in Japanese, in the plain and in the polite form', () => {
    const { ja, polite } = last(category('exit_mode', 'list', 'escaped_alone'))
    expect(ja).toBe('女性の事例200件のうち、自力で逃れた人の事例は120件だった。男性の事例では、200件中40件だった。')
    expect(polite).toBe('女性の事例200件のうち、自力で逃れた人の事例は120件でした。男性の事例では、200件中40件でした。')
  })
})

describe('two groups in one subject', () => {
  const first = (one: GroupShare, other: GroupShare) =>
    wordingsOfDifference({
      kind: 'difference',
      block,
      topic: variablePhrases('gender')!,
      by: variablePhrases('gender')!,
      category: category('definition_result', 'list', 'meets'),
      groups: [one, other],
      time: false,
      ranked: false,
    })[0]!.en

  it('are two, and not one that is both', () => {
    const by = (code: string) => group('source_type', 'type', code, 60, 90)
    expect(first(by('police'), by('embassy'))).toMatch(
      /^Reported cases submitted by the police and those submitted by embassies or consulates clearly/,
    )
    const from = (code: string) => group('route_origin', 'country', code, 60, 90)
    expect(first(from('JP'), from('TH'))).toMatch(/^Reported cases from Japan and from Thailand clearly/)
  })
})

describe('a list of categories', () => {
  const listed = (...codes: readonly string[]) =>
    worded({
      kind: 'list',
      block,
      topic: variablePhrases('contact_first_actor')!,
      among: 'answered',
      base: figure(465),
      within: null,
      listed: codes.map((code) => ({ category: category('contact_first_actor', 'list', code), count: figure(50) })),
    })!

  it('says how many cases name each, with its article', () => {
    const { en, ja } = listed('embassy', 'immigration')
    expect(en).toBe(
      'Of the 465 reported cases where the first organisation is known, 50 name an embassy or consulate and 50 the immigration authority.',
    )
    expect(ja).toBe('最初につながった機関が分かる報告事例465件のうち、大使館・領事館は50件、入管は50件だった。')
  })
})
