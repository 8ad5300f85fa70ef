/**
 * A partner sends cases of its own invention into sets that hold hardly anybody else, and reads from the released tables whether somebody is there: from the
 * lines, from what is joined, from which figures of a hierarchy are shown, from the tree of journeys, and from a volume of two editions. It holds its own cases
 * and the tables; it knows the rules, and tries each set at the size at which they would tell most. Worlds with nobody, one and two others must read alike.
 */
import { afterAll, describe, expect, it } from 'vitest'
import { buildRelease } from '../../analysis/disclosure/build-release.ts'
import { auditsFor } from '../../server/editors/audit/audits.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { ReleasedTable } from '../../survey-schema/release/released-table.ts'
import { levelOf, variableById } from '../../survey-schema/variables/index.ts'
import { CROSSTABS_ALWAYS, editionInput, makeEdition, readAll, type SentCase, withAnswer } from '../support/edition.ts'
import { seeded } from '../support/seeded.ts'
import { POLICY } from './policy.ts'
import { scoreboard } from './scoreboard.ts'
import { SOAK } from './shapes.ts'

const scores = scoreboard()
afterAll(() => scores.print())

const PARTNER = 0
const ENOUGH_FOR_A_LINE = 12
const FEW = [0, 1, 2]
/** Countries of which no fictional network has a citizen. */
const UNUSED = ['CU', 'GE', 'IS', 'KE', 'LA', 'MG', 'TN']
const FULL = 'BR'
const BESIDE = 'PE'
const PAIRED = ['post_secondary', 'university']

type Change = (record: CaseRecord) => CaseRecord

const citizen =
  (country: string): Change =>
  (record) =>
    withAnswer(record, 'citizenship', [country])
const holds = ({ answers: { citizenship } }: CaseRecord, country: string): boolean =>
  Array.isArray(citizenship) && citizenship.includes(country)
const married =
  (code: string): Change =>
  (record) =>
    withAnswer(record, 'marital_status', code)
const schooled =
  (code: string): Change =>
  (record) =>
    withAnswer(record, 'education', code)
/** From the one country to Japan, by the others. */
const travelled =
  (...countries: readonly string[]): Change =>
  (record) => {
    const [leg] = record.route_legs
    const ends = [...countries, 'JP']
    return {
      ...record,
      route_legs: countries.map((from, index) => ({ ...leg!, leg_from_country: from, leg_to_country: ends[index + 1]! })),
    }
  }

/** Sets that hold so many others, who are taken from the network, and so many invented cases of the partner. */
const SETS: readonly { readonly change: Change; readonly own: number }[] = [
  ...UNUSED.map((country) => ({ change: citizen(country), own: ENOUGH_FOR_A_LINE })),
  ...PAIRED.map((code) => ({ change: schooled(code), own: ENOUGH_FOR_A_LINE })),
  { change: citizen(BESIDE), own: 8 },
  { change: travelled(FULL, BESIDE), own: 4 },
  { change: married('declined'), own: 8 },
]

/** Of the fictional networks some have two citizens of the country beside, whom a set of nobody must not hold. */
const ELSEWHERE = 'CL'

/** The network with so many others in each set. Nobody else is in them. */
function world(others: number, sets = SETS): (cases: readonly SentCase[]) => readonly SentCase[] {
  return (cases) => {
    const plain = cases.map((entry) => {
      const { education, marital_status } = entry.record.answers
      const native = holds(entry.record, BESIDE) ? citizen(ELSEWHERE)(entry.record) : entry.record
      const elsewhere = PAIRED.includes(education as string) ? schooled('upper_secondary')(native) : native
      return { ...entry, record: isUnanswered(marital_status as string) ? married('never_married')(elsewhere) : elsewhere }
    })
    const available = plain.filter(({ organisation, record }) => organisation > 2 && record.route_legs.length > 0)
    const changed = new Map<SentCase, Change>()
    const take = (count: number, change: Change) => {
      for (const one of available.splice(0, count)) changed.set(one, change)
    }
    take(20, (record) => travelled(FULL)(citizen(FULL)(record)))
    for (const { change } of sets) {
      take(others, change)
      take(2 - others, (record) => record)
    }
    const [own] = plain.filter(({ organisation, record }) => organisation === PARTNER && record.route_legs.length > 0)
    const invented = sets.flatMap(({ change, own: count }, set) =>
      Array.from({ length: count }, (_, index) => ({ ...own!, record: change(own!.record), key: 7919 * (100 * set + index + 1) })),
    )
    return [...plain.map((entry) => ({ ...entry, record: changed.get(entry)?.(entry.record) ?? entry.record })), ...invented]
  }
}

/**
 * The same world, in which neither police nor an embassy met anybody. What the state or an embassy could conclude from two figures is judged by the figures, so it
 * hangs on their noise: with them in the network it is measured, as all that noise and audits change.
 */
const withoutObservers =
  (of: ReturnType<typeof world>): ReturnType<typeof world> =>
  (cases) =>
    of(cases).map((entry) => ({
      ...entry,
      record: { ...withAnswer(entry.record, 'state_recognition', 'no_contact'), contact_steps: 'not_asked' as const },
    }))

/** What the partner reads of a set: the lines of these tables that may hold one of its codes, and whether their figures are shown. */
function read(tables: readonly ReleasedTable[], variable: string, codes: readonly string[], upTo: string): string {
  const levels = variableById(variable)!.levels.map(({ id }) => id)
  const tried = levels.slice(0, levels.indexOf(upTo) + 1)
  return tables
    .filter(({ axes: [a, b] }) => b === undefined && a.variable === variable && tried.includes(a.level))
    .flatMap(({ id, axes: [{ level, lines }], cells }) =>
      lines.flatMap(({ code }, at) => {
        const named = levelOf(variableById(variable)!, level)!.categories.find((category) => category.code === code)?.codes ?? []
        const mayHold = codes.some((one) => named.includes(one)) || PARENTS.get(code)?.some((one) => codes.includes(one))
        return mayHold ? [`${id} ${code} ${cells[at]!.status}`] : []
      }),
    )
    .join(', ')
}

/** Which lines beside the categories a table has, and which of them are shown. */
const base = (tables: readonly ReleasedTable[], id: string): string => {
  const table = tables.find((one) => one.id === id)!
  const beside = table.axes[0].lines.map(({ code, role }, at) =>
    role === 'value' || role === 'rest' ? '' : `${code} ${table.cells[at]!.status}`,
  )
  return beside.filter((line) => line !== '').join(', ')
}

/** The codes of joined categories, by the name of their line, as far as they are about the sets. */
const PARENTS = new Map<string, readonly string[]>([['rest:higher', PAIRED]])

const journeys = ({ routes }: Bundle): string => {
  const origin = routes?.origins.find(({ code }) => code === FULL)
  return JSON.stringify(
    origin?.children.map(({ code, cell, children }) => [code, cell.status, children.map((one) => `${one.code} ${one.cell.status}`)]) ??
      null,
  )
}

/** How many of the readings are not the same in all worlds. */
const differing = (worlds: readonly (readonly string[])[]) =>
  worlds[0]!.filter((_, at) => new Set(worlds.map((readings) => readings[at])).size > 1).length

/**
 * What noise and audits change depends on figures, so it is measured: whoever has seen the tables of half of the worlds, and knows in which of them
 * somebody was there, guesses the other half by their readings.
 */
function guessedRight(seen: readonly (readonly [reading: string, others: number])[], asked: typeof seen): number {
  const known = new Map<string, number>()
  for (const [reading, others] of seen) known.set(reading, (known.get(reading) ?? 0) + (others > 0 ? 1 : -1))
  return asked.filter(([reading, others]) => {
    const balance = known.get(reading) ?? 0
    // Where nothing speaks for either, half of the guesses are right: every second world is guessed empty.
    return balance === 0 ? others > 0 : balance > 0 === others > 0
  }).length
}

describe('the padding insider', () => {
  it('P89 guesses no better than by chance who is there, after noise and audits', async () => {
    const { audits, close } = await auditsFor(CROSSTABS_ALWAYS)
    const samples = Array.from({ length: SOAK ? 60 : 16 }, (_, seed) =>
      [0, 1].flatMap((others) => {
        const input = editionInput({ cases: 60, seed: seed + 1, policy: POLICY, change: world(others) })
        const { bundle } = buildRelease({ ...input, audits })
        const { tables } = bundle
        const sets = [
          ...UNUSED.map((country) => read(tables, 'citizenship', [country], 'country')),
          read(tables, 'education', PAIRED, 'three'),
          journeys(bundle),
        ]
        return [...sets, base(tables, 'marital_status@five')].map((reading, set) => [`${set} ${reading}`, others] as const)
      }),
    )
    await close()
    const [seen, asked] = [samples.filter((_, at) => at % 2 === 0).flat(), samples.filter((_, at) => at % 2 === 1).flat()]
    const right = guessedRight(seen, asked)
    const mark = 0.5 * asked.length + 3 * Math.sqrt(0.25 * asked.length)
    scores.add({
      attack: 'padding insider, classifier',
      on: `${asked.length} readings after noise and audits`,
      score: right,
      mark: `<= ${Math.floor(mark)} by chance`,
      passes: right <= mark,
    })
    expect(right).toBeLessThanOrEqual(mark)
  }, 300_000)

  for (const seed of SOAK ? [1, 2, 3, 4, 5] : [1]) {
    it(`P89 reads nothing about nobody, one and two others, seed ${seed}`, () => {
      const bundles = FEW.map((others) => makeEdition({ cases: 240, seed, change: withoutObservers(world(others)) }).bundle)
      const readings: Readonly<Record<string, (bundle: Bundle) => readonly string[]>> = {
        lines: ({ tables }) => UNUSED.map((country) => read(tables, 'citizenship', [country], 'country')),
        joins: ({ tables }) => [read(tables, 'education', PAIRED, 'three')],
        differences: ({ tables }) => [read(tables, 'citizenship', [FULL, BESIDE], 'subregion')],
        routes: (bundle) => [journeys(bundle)],
        bases: ({ tables }) => [base(tables, 'marital_status@five')],
      }
      for (const [what, of] of Object.entries(readings)) {
        const worlds = bundles.map(of)
        const score = differing(worlds)
        scores.add({
          attack: `padding insider, ${what}`,
          on: `seed ${seed}, ${worlds[0]!.length} padded`,
          score,
          mark: '0 that tell',
          passes: score === 0,
        })
        expect.soft(worlds, what).toEqual(worlds.map(() => worlds[0]))
      }
      // The attack sees something at all: figures of the country beside the padded one, and its journeys.
      expect(readings.differences!(bundles[0]!)[0]).toContain('shown')
      expect(journeys(bundles[0]!)).not.toBe('null')
    })

    it(`P89 reads nothing from a volume of two editions, seed ${seed}`, () => {
      const padded = SETS.slice(0, UNUSED.length)
      const lines = FEW.map((others) => {
        const inputs = [1, 2].map((place) =>
          editionInput({ cases: 90, seed: 10 * seed + place, policy: CROSSTABS_ALWAYS, change: world(others, padded) }),
        )
        const editions = inputs.map(({ editions: [edition], cases }, place) => ({
          ...edition!,
          id: `fictional-${place + 1}`,
          cases: readAll(cases.map((entry) => ({ ...entry, key: (entry.key + place) % 2 ** 48 }))),
          shuffle: seeded(place),
        }))
        const { tables } = buildRelease({ ...inputs[0]!, editions }).bundle
        const axes = tables
          .filter(({ slice, axes }) => slice.startsWith('volume') && axes.some(({ level }) => level === 'country'))
          .flatMap((table) => table.axes)
        return UNUSED.map((country) => String(axes.some((axis) => axis.lines.some(({ code }) => code === country))))
      })
      const score = differing(lines)
      scores.add({
        attack: 'padding insider, editions',
        on: `seed ${seed}, ${UNUSED.length} padded twice`,
        score,
        mark: '0 that tell',
        passes: score === 0,
      })
      expect(score).toBe(0)
    })
  }
})
