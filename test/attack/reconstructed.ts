/** What an attacker makes of one unknown answer of a person, of whom everything else is known, from the figures of all tables. */
import { readingOf } from '../../analysis/exact/readings.ts'
import { figureOf, type LineCondition, type SeenCell, seenCells } from '../../server/editors/attack/meaning.ts'
import { isUnanswered } from '../../survey-schema/questionnaire/question.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { KnownCase } from '../support/edition.ts'
import { size, truthOf } from './truth.ts'

/** What a withheld cell is taken for. */
const WITHHELD = 2
/** Ways of joining what the tables say, from believing each to believing little of each; the best of them counts. */
const WAYS = [true, false].flatMap((all) => [1, 0.5, 0.25, 0.1].map((weight) => ({ all, weight })))

/** A figure of a cell, null where there is none. */
type Figures = (seen: SeenCell) => number | null

export interface Reconstructed {
  readonly targets: number
  /** Shares of the targets: answers found by the best way of joining tables, and by guessing the commonest answer of one line. */
  readonly accuracy: number
  readonly guess: number
}

interface Attacked {
  readonly cases: readonly KnownCase[]
  readonly bundle: Bundle
  readonly secrets: readonly string[]
}

/** As printed. */
export const fromPublished = (attacked: Attacked): Reconstructed =>
  reconstructed(
    attacked,
    () =>
      ({ cell }) =>
        figureOf(cell),
  )

/** From the same tables with every figure exact and none withheld: what the tables would give away without protection. */
export const fromExact = (attacked: Attacked): Reconstructed => reconstructed(attacked, (truth) => (seen) => size(truth.persons(seen)))

function reconstructed({ cases, bundle, secrets }: Attacked, figures: (truth: ReturnType<typeof truthOf>) => Figures): Reconstructed {
  const cells = seenCells(bundle.tables, [bundle.manifest])
  const truth = truthOf(cases.map(({ record }) => ({ record, edition: 'fictional-1' })))
  const figure = figures(truth)
  const standsOn = (condition: LineCondition, person: number) => {
    const members = truth.persons({ conditions: [condition], editions: ['fictional-1'] })
    return ((members[person >>> 5]! >>> (person & 31)) & 1) === 1
  }
  let [guessed, targets] = [0, 0]
  const attacked = WAYS.map(() => 0)
  for (const secret of secrets) {
    const tables = bundle.tables.filter((table) => table.axes.length === 2 && table.axes.some(({ variable }) => variable === secret))
    const inTable = tables.map((table) => cells.filter((seen) => seen.at.table === table))
    const own = inTable[0]?.find(({ at }) => at.table.axes.some(({ variable }) => variable === secret))
    if (!own) continue
    const level = own.at.table.axes.find(({ variable }) => variable === secret)!
    const answers = level.lines.filter(({ role }) => role === 'value' || role === 'rest').map(({ code }) => code)
    // One row a table and line: what is known of the person, and a figure for each answer.
    const lines = tables.flatMap((table, at) => {
      const secretAt = table.axes.findIndex(({ variable }) => variable === secret)
      if (table.axes[secretAt]!.level !== level.level) return []
      const rows = new Map<string, { known: LineCondition; figures: Map<string, number> }>()
      for (const seen of inTable[at]!) {
        const known = seen.conditions.find(({ variable }) => variable !== secret)
        const code = seen.lines[secretAt]!
        if (!known || known.codes === null || !answers.includes(code)) continue
        const row = rows.get(known.key) ?? { known, figures: new Map<string, number>() }
        rows.set(known.key, row)
        row.figures.set(code, figure(seen) ?? WITHHELD)
      }
      // Of several levels of one question the first is the finest.
      const beside = table.axes[1 - secretAt]!.variable
      const finest = tables.findIndex((other) => other.axes.some(({ variable }) => variable === beside)) === at
      return [{ rows: [...rows.values()], finest }]
    })
    const whole = new Map(answers.map((code) => [code, Math.max(1, figureOfLine(secret, level.level, code))]))
    const conditions = new Map(
      cells.flatMap(({ at, conditions: own }) =>
        at.table.axes.length === 1 && own[0] && at.table.axes[0].variable === secret && at.table.axes[0].level === level.level
          ? [[own[0].code, own[0]] as const]
          : [],
      ),
    )
    const votes = lines.map(() => ({ right: 0, of: 0 }))
    for (const [person, { record }] of cases.entries()) {
      if (isUnanswered(readingOf(record, secret as never))) continue
      const answer = answers.find((code) => conditions.has(code) && standsOn(conditions.get(code)!, person))
      if (!answer) continue
      targets++
      const prior = new Map(answers.map((code) => [code, Math.log(whole.get(code)!)]))
      const scored = WAYS.map(() => new Map(prior))
      lines.forEach(({ rows, finest }, at) => {
        const row = rows.find(({ known }) => standsOn(known, person))
        if (!row) return
        const weights = new Map(
          answers.map((code) => [code, Math.log(Math.max(0.5, row.figures.get(code) ?? WITHHELD) / whole.get(code)!)]),
        )
        WAYS.forEach(({ weight, all }, way) => {
          if (all || finest) for (const code of answers) scored[way]!.set(code, scored[way]!.get(code)! + weight * weights.get(code)!)
        })
        votes[at]!.of++
        if (best(row.figures) === answer) votes[at]!.right++
      })
      scored.forEach((score, way) => {
        if (best(score) === answer) attacked[way]!++
      })
    }
    // Guessing: the commonest answer of the person's line, in the one table where that is right most often.
    guessed += Math.max(0, ...votes.map(({ right }) => right))
  }
  return { targets, accuracy: share(Math.max(...attacked), targets), guess: share(guessed, targets) }

  function figureOfLine(variable: string, level: string, code: string): number {
    const seen = cells.find(
      ({ at, lines }) =>
        at.table.axes.length === 1 && at.table.axes[0].variable === variable && at.table.axes[0].level === level && lines[0] === code,
    )
    return seen ? (figure(seen) ?? WITHHELD) : WITHHELD
  }
}

const share = (right: number, of: number) => (of === 0 ? 0 : right / of)

const best = (figures: ReadonlyMap<string, number>) => [...figures].sort((a, b) => b[1] - a[1])[0]?.[0]
