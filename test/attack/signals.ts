/**
 * Networks whose tables give answers away: an answer depends strongly on many others at once, so that an attacker who adds up what exact tables
 * say of a person finds hers far more often than by any one table. Made for the reconstruction attack alone.
 */
import { baseCodes } from '../../analysis/exact/snapshot.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { SentCase, Shape } from '../support/edition.ts'
import { seeded } from '../support/seeded.ts'

/** Each with five answers in its crosstabs, or six. */
export const SIGNAL_SECRETS = ['image_after', 'wish_at_contact', 'debt_band']

/** What stands beside them, one answer each. */
const KNOWN = [
  'age_band_registration',
  'status_at_contact',
  'image_before',
  'work_promised',
  'recruitment_channel',
  'info_source_japan',
  'learned_of_help',
  'expected_life',
  'moves_in_japan',
  'status_arranged_by',
  'documents_held_by',
  'pay_received',
]

/** How strongly each known answer speaks for one answer of a secret: the logarithm of the odds. */
const STRENGTH = 1.2

/** @param kept of each list this many codes are in use, so that lines hold so many cases */
function dependent(seed: number, kept: number) {
  return (cases: readonly SentCase[]): SentCase[] => {
    const dice = seeded(seed)
    const fraction = () => dice() / 2 ** 32
    const codes = (id: string) => baseCodes(id).slice(0, kept)
    const pick = <T>(list: readonly T[]) => list[Math.floor(fraction() * list.length)]!
    const secrets = SIGNAL_SECRETS.map((id) => ({
      id,
      answers: codes(id),
      speaksFor: new Map(KNOWN.flatMap((known) => codes(known).map((code) => [`${known} ${code}`, pick(codes(id))] as const))),
    }))
    return cases.map((sent, place) => {
      const known = KNOWN.map((id) => [id, pick(codes(id))] as const)
      const drawn = secrets.map(({ id, answers, speaksFor }) => {
        const weights = answers.map((answer) =>
          Math.exp(STRENGTH * known.filter(([variable, code]) => speaksFor.get(`${variable} ${code}`) === answer).length),
        )
        let left = fraction() * weights.reduce((sum, weight) => sum + weight, 0)
        const at = weights.findIndex((weight) => {
          left -= weight
          return left <= 0
        })
        return [id, answers[Math.max(0, at)]!] as const
      })
      return { ...sent, organisation: place % 6, record: withAnswers(sent.record, [...known, ...drawn]) }
    })
  }
}

/** One answer alone, also where several could be ticked. */
const withAnswers = (record: CaseRecord, answers: readonly (readonly [string, string])[]): CaseRecord => ({
  ...record,
  answers: {
    ...record.answers,
    ...Object.fromEntries(answers.map(([id, code]) => [id, Array.isArray(record.answers[id]) || MULTIPLE.has(id) ? [code] : code])),
  },
})

const MULTIPLE = new Set(['work_promised', 'recruitment_channel', 'info_source_japan', 'learned_of_help', 'expected_life'])

export const SIGNALS: Readonly<Record<string, Shape>> = {
  'answers that depend on twelve others, 160 cases': { cases: 160, seed: 31, change: dependent(31, 12) },
  'answers that depend on twelve others, 240 cases': { cases: 240, seed: 32, change: dependent(32, 16) },
}
