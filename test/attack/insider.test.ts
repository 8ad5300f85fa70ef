/** The attacker reported cases himself, or holds a list of his own (an umbrella, the state, an embassy), and subtracts them. */
import { afterAll, describe, expect, it } from 'vitest'
import { figureOf, keyOf, nameOf, type SeenCell, seenCells } from '../../server/editors/attack/meaning.ts'
import { nestedPairs } from '../../server/editors/attack/nested.ts'
import { posteriorsUnder, tooSure } from '../../server/editors/attack/posterior.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { namesAnActOfTheState, namesAnEmbassy } from '../support/acts-of-the-state.ts'
import { makeEdition, type TrueEdition } from '../support/edition.ts'
import { scoreboard } from './scoreboard.ts'
import { SHAPES } from './shapes.ts'
import { size, sizeOfBoth, truthOf, without } from './truth.ts'

const scores = scoreboard()
afterAll(() => scores.print())

const stepsAt = (record: CaseRecord, actors: readonly string[]) =>
  record.contact_steps !== 'not_asked' && record.contact_steps.some(({ step_actor }) => actors.includes(step_actor))

/** Everybody who has a list: his name, and whether a case is on it. */
function insiders(input: TrueEdition): Map<string, (index: number) => boolean> {
  const lists = new Map<string, (index: number) => boolean>()
  const { cases, holdings } = input
  for (const [organisation, holding] of holdings.entries()) {
    lists.set(`partner ${organisation}`, (index) => cases[index]!.organisation === organisation)
    if (holding !== null) lists.set(`umbrella ${holding}`, (index) => holdings[cases[index]!.organisation] === holding)
  }
  const recognitions = ['police', 'immigration', 'court', 'other_authority', 'refused']
  lists.set('the state', (index) => {
    const { record } = cases[index]!
    return (
      stepsAt(record, ['police', 'immigration', 'anonymous_tip_line']) || recognitions.includes(record.answers.state_recognition as string)
    )
  })
  for (const country of new Set(cases.flatMap(({ record }) => record.answers.citizenship as string | string[]))) {
    if (!/^[A-Z]{2}$/.test(country)) continue
    const own = (index: number) =>
      [cases[index]!.record.answers.citizenship].flat().includes(country) && stepsAt(cases[index]!.record, ['embassy'])
    if (cases.some((_, index) => own(index))) lists.set(`embassy ${country}`, own)
  }
  return lists
}

/** Whether a line says that the state, or the embassy of the citizenship that it names, met everybody on it: then who is left over is no secret of theirs. */
function saysSo(who: string, conditions: SeenCell['conditions']): boolean {
  if (who === 'the state') return conditions.some(({ variable, codes }) => namesAnActOfTheState(variable, codes))
  const of = /^embassy (..)$/.exec(who)?.[1]
  return (
    of !== undefined &&
    conditions.some(({ variable, codes }) => namesAnEmbassy(variable, codes)) &&
    conditions.some(({ variable, codes }) => variable === 'citizenship' && codes?.size === 1 && codes.has(of))
  )
}

describe('the contributor insider', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`is sure of nobody else: ${name}`, () => {
      const { input, bundle } = makeEdition(shape)
      const truth = truthOf(input.cases.map(({ record }) => ({ record, edition: 'fictional-1' })))
      const shown = seenCells(bundle.tables, [bundle.manifest]).filter(({ cell }) => figureOf(cell) !== null)
      const distinct = [...new Map(shown.map((seen) => [keyOf(seen.conditions), seen])).values()]
      const pairs = [...nestedPairs(shown)]
      const { shown: posteriorOf, difference } = posteriorsUnder(input.policy)
      const persons = new Map(shown.map((seen) => [seen, truth.persons(seen)]))
      const index = new Map(input.cases.map(({ record }, at) => [record, at]))
      let cellsLeft = 0
      let [guesses, singled, sureOf] = [0, 0, 0]
      const learned: string[] = []
      const lists = [...insiders(input)].map(([who, knows]) => [who, truth.where(who, ({ record }) => knows(index.get(record)!))] as const)
      for (const [who, own] of lists) {
        for (const seen of distinct) {
          const known = sizeOfBoth(persons.get(seen)!, own)
          const others = size(persons.get(seen)!) - known
          if (known === 0 || others > 2 || others === 0) continue
          if (saysSo(who, seen.conditions)) continue
          cellsLeft++
          learned.push(`${who} learns of ${others} in ${nameOf(seen)}`)
        }
      }
      const compared = new Set<string>()
      for (const { outer, inner } of pairs) {
        const pair = `${keyOf(outer.conditions)} less ${keyOf(inner.conditions)}`
        if (compared.has(pair)) continue
        compared.add(pair)
        const left = without(persons.get(outer)!, persons.get(inner)!)
        const between = size(left)
        for (const [who, own] of lists) {
          const known = sizeOfBoth(left, own)
          const others = between - known
          if (known === 0 || others < 1 || others > 2) continue
          // A shown cell of which he knows everybody is one whose lines say so: then he knows the count, whatever the figure.
          const [of, beside] = [outer, inner].map((seen) => {
            const mine = sizeOfBoth(persons.get(seen)!, own)
            return mine > 0 && mine === size(persons.get(seen)!) ? new Map([[mine, 1]]) : posteriorOf(figureOf(seen.cell)!, mine)
          })
          const posterior = difference(of!, beside!, known)
          const { single, somebody } = tooSure(posterior, input.policy.minimumCases)
          guesses++
          if (single !== null) singled++
          // With fewer than five of his own there the policy itself says that there are others, and no figure adds to that.
          if (somebody && known >= input.policy.minimumCases) sureOf++
          if (single === others) learned.push(`${who} guesses ${others} in ${nameOf(outer)} less ${nameOf(inner)}`)
        }
      }
      scores.add({
        attack: 'insider, shown cells less own',
        on: name,
        score: cellsLeft,
        mark: '0 with 1 or 2 others',
        passes: cellsLeft === 0,
      })
      const on = `${name}, ${guesses} with 1 or 2 others`
      scores.add({ attack: 'insider, nested: one number', on, score: singled, mark: '0 above 0.5', passes: singled === 0 })
      scores.add({ attack: 'insider, nested: somebody', on, score: sureOf, mark: '0 above 19 to 1', passes: sureOf === 0 })
      expect.soft(singled).toBe(0)
      expect.soft(sureOf).toBe(0)
      expect.soft(learned.slice(0, 40)).toEqual([])
    })
  }
})
