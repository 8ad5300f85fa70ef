/** The attacker knows everything about a person but one answer, and guesses that one from everything published. */
import { afterAll, describe, expect, it } from 'vitest'
import { makeEdition } from '../support/edition.ts'
import { fromExact, fromPublished, type Reconstructed } from './reconstructed.ts'
import { scoreboard } from './scoreboard.ts'
import { SHAPES } from './shapes.ts'
import { SIGNAL_SECRETS, SIGNALS } from './signals.ts'

const scores = scoreboard()
afterAll(() => scores.print())

const SECRETS = [
  'debt_band',
  'image_after',
  'wish_at_contact',
  'state_recognition',
  'exit_mode',
  'documents_held_by',
  'education',
  'return_status',
]
const MARK = 0.05

/** What exact tables must give the attacker over guessing, so that a passed attack says something of the protection. */
const SIGNAL = 0.15

function judged(name: string, { targets, accuracy, guess }: Reconstructed): boolean {
  const passes = accuracy <= guess + MARK
  scores.add({
    attack: 'reconstruction',
    on: `${name}, ${targets} answers`,
    score: accuracy,
    mark: `<= ${(guess + MARK).toFixed(4)}`,
    passes,
  })
  return passes
}

describe('reconstruction of one answer', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`is right hardly more often than a guess: ${name}`, () => {
      const { input, bundle } = makeEdition(shape)
      expect(judged(name, fromPublished({ cases: input.cases, bundle, secrets: SECRETS }))).toBe(true)
    })
  }
})

describe('reconstruction where exact tables give the answer away', () => {
  for (const [name, shape] of Object.entries(SIGNALS)) {
    it(`is right hardly more often than a guess: ${name}`, () => {
      const { input, bundle } = makeEdition(shape)
      const attacked = { cases: input.cases, bundle, secrets: SIGNAL_SECRETS }
      const exact = fromExact(attacked)
      scores.add({
        attack: 'reconstruction from exact tables',
        on: `${name}, ${exact.targets} answers`,
        score: exact.accuracy,
        mark: `>= ${(exact.guess + SIGNAL).toFixed(4)}`,
        passes: exact.accuracy >= exact.guess + SIGNAL,
      })
      expect(exact.accuracy).toBeGreaterThanOrEqual(exact.guess + SIGNAL)
      expect(judged(name, fromPublished(attacked))).toBe(true)
    })
  }
})
