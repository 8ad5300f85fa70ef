/** The networks on which attacks are tried: a few in every test run, all with `npm run soak`. */
import { CROSSTABS_ALWAYS, type Shape, withAnswer } from '../support/edition.ts'

export const SOAK = process.env.SOAK === '1'

const COMMON: Readonly<Record<string, Shape>> = {
  'network of 480': { cases: 480, seed: 1 },
  'edition of 40': { cases: 40, seed: 2 },
  'one partner with half the cases': {
    cases: 240,
    seed: 5,
    change: (cases) => cases.map((entry, index) => (index % 2 === 0 ? { ...entry, organisation: 0 } : entry)),
  },
  'a category with one person': {
    cases: 200,
    seed: 6,
    change: (cases) =>
      cases.map((entry, index) => ({ ...entry, record: withAnswer(entry.record, 'education', index === 0 ? 'none' : 'primary') })),
  },
  'a line whose cases all give one answer': {
    cases: 200,
    seed: 7,
    change: (cases) =>
      cases.map((entry) =>
        entry.record.answers.gender === 'man' ? { ...entry, record: withAnswer(entry.record, 'marital_status', 'married') } : entry,
      ),
  },
}

/** The size of a volume is read from its published total, which noise may put just below forty: there are crosstabs to attack all the same. */
const WITH_CROSSTABS = { ...CROSSTABS_ALWAYS, smallestVolume: CROSSTABS_ALWAYS.smallestEdition - 10 }

const MORE: Readonly<Record<string, Shape>> = Object.fromEntries(
  (['network', 'many-organisations', 'independent'] as const).flatMap((kind) =>
    [40, 150, 480].flatMap((cases) =>
      [1, 2, 3, 4, 5].map((seed) => [
        `${kind}, ${cases} cases, seed ${seed}`,
        { kind, cases, seed: 100 * seed + cases, policy: WITH_CROSSTABS },
      ]),
    ),
  ),
)

export const SHAPES: Readonly<Record<string, Shape>> = SOAK ? { ...COMMON, ...MORE } : COMMON
