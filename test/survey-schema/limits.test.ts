/** The attack that froze a server for half a minute, wherever a text can stand: it is refused by its length, and no pattern sees it. */
import { describe, expect, it } from 'vitest'
import { LONGEST_CELL, LONGEST_KEY, LONGEST_VALUE, MOST_KEYS } from '../../survey-schema/answers/limits.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { kindOfHeading } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { readCell } from '../../survey-schema/partner-files/table/cell.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'
import { plainSubmission } from '../support/records.ts'

const LONG = `${'a'.repeat(120_000)}@`
const CONTEXT = { currentYear: 2026, existingRecordRule: false }

/** The longest text that a pattern was asked about while the work ran. */
function longestAsked(work: () => unknown): number {
  let longest = 0
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    longest = Math.max(longest, text.length)
    return exec.call(this, text)
  }
  try {
    work()
  } finally {
    RegExp.prototype.exec = exec
  }
  return longest
}

const refusal = (body: unknown) => {
  try {
    receive(body, CONTEXT)
    return null
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { slug: error.slug, errors: error.errors }
  }
}
const put = (id: string, group: string | null, value: unknown) => {
  const body = plainSubmission() as { answers: Record<string, unknown>; groups: Record<string, Record<string, unknown>[]> }
  if (group === null) body.answers[id] = value
  else body.groups = { ...body.groups, [group]: [{ ...(body.groups?.[group] as Record<string, unknown>[] | undefined)?.[0], [id]: value }] }
  return body
}

describe('texts that are too long to be looked at', () => {
  const asked = QUESTIONS.filter(({ privacy }) => privacy !== 'direct_identifier')

  it.each(asked.map(({ id, group }) => [id, group] as const))(
    'P13 P16 %s of 120,000 characters is too long, and nothing else is said of it',
    (id, group) => {
      for (const value of [LONG, [LONG], { value: LONG, precision: 'year' }]) {
        let found: ReturnType<typeof refusal> = null
        const longest = longestAsked(() => {
          found = refusal(put(id, group, value))
        })
        const { errors = [] } = (found ?? {}) as { errors?: readonly { pointer: string; rule: string }[] }
        const here = errors.filter(({ pointer }) => pointer.endsWith(`/${id}`))
        expect(here.map(({ rule }) => rule).filter((rule) => rule !== 'invalid_type' && rule !== 'too_long')).toEqual([])
        expect(here.length).toBeGreaterThan(0)
        expect(JSON.stringify(errors).includes('aaaa')).toBe(false)
        expect(longest).toBeLessThanOrEqual(LONGEST_VALUE)
      }
    },
  )

  it('P13 a key of 120,000 characters is an unknown one, though it begins like a name on the list', () => {
    let found: unknown
    const longest = longestAsked(() => {
      found = refusal({ ...plainSubmission(), [`phone ${LONG}`]: 1 })
    })
    expect(found).toEqual({ slug: 'unknown-key', errors: [{ pointer: '', rule: 'unknown_key' }] })
    expect(longest).toBeLessThanOrEqual(LONGEST_VALUE)
    expect([kindOfHeading(`phone${' '.repeat(LONGEST_KEY - 5)}`), kindOfHeading(`phone${' '.repeat(LONGEST_KEY - 4)}`)]).toEqual([
      'telephone',
      null,
    ])
  })

  it('P13 more keys than anybody would send are refused as such, and a kind is reported once for an object', () => {
    const many = Object.fromEntries(
      Array.from({ length: MOST_KEYS }, (_, n) => [`phone${'_'.repeat(n % 150)}${'.'.repeat(Math.floor(n / 150))}`, 1]),
    )
    const body = plainSubmission()
    expect(refusal({ ...body, answers: { ...body.answers, ...many } })?.errors).toContainEqual({ pointer: '/answers', rule: 'too_many' })
    const few = Object.fromEntries(Object.entries(many).slice(0, 500))
    expect(receive({ ...body, answers: { ...body.answers, ...few } }, CONTEXT).stripped).toEqual([
      { path: '/answers/{telephone}', kind: 'telephone' },
    ])
  })

  it('P13 a cell of a partner’s file longer than any list of answers is refused unread', () => {
    const detector = {
      kindsIn: () => {
        throw new RangeError('asked')
      },
    }
    const read = (cell: string) => readCell('means_of_control', cell, { decided: new Map(), detector })
    expect(read('x'.repeat(LONGEST_CELL + 1))).toEqual({ is: 'refused', rule: 'too_long' })
    expect(() => read('x'.repeat(LONGEST_CELL))).toThrow('asked')
  })
})
