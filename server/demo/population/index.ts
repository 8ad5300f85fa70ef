/**
 * Fictional networks to try figures on: deterministic, with margins from published figures, and not one real person. Written
 * before the release policy and never changed together with it, so that it cannot be bent until a policy looks good.
 */
import { help } from './help.ts'
import { independent } from './independent.ts'
import { MANY, NETWORK, type Organisation } from './organisations.ts'
import { type Person, person } from './person.ts'
import { apportion, type Chance, chance } from './random.ts'
import { type ReportSubmission, report } from './report.ts'

export type { Organisation } from './organisations.ts'
export type { ReportSubmission } from './report.ts'
export type PopulationKind = 'network' | 'many-organisations' | 'independent'

export interface Population {
  readonly organisations: readonly Organisation[]
  /** In the order in which partners send them; `organisation` is an index into the list above. */
  readonly cases: readonly { readonly organisation: number; readonly submission: ReportSubmission }[]
}

/**
 * The same network for the same arguments. Every submission is complete and passes intake.
 * `network`: twelve partners of very unequal size. `many-organisations`: the same people among twenty-five.
 * `independent`: twelve partners, answers with skewed shares that do not depend on one another.
 */
export function population({ cases, seed, kind = 'network' }: { cases: number; seed: number; kind?: PopulationKind }): Population {
  const organisations = kind === 'many-organisations' ? MANY : NETWORK
  const dice = chance(seed)
  const quotas = apportion(cases, organisations.map((organisation) => organisation.size))
  const submissions = kind === 'independent'
    ? dice.shuffle(quotas.flatMap((quota, index) => Array.from({ length: quota }, () => index)))
      .map((index, row) => ({ organisation: index, submission: independent(dice, organisations[index] as Organisation, row + 1) }))
    : dice.shuffle(divided(dice, people(dice, cases, organisations, quotas), organisations, quotas))
      .map(({ person: told, organisation }, row) => {
        const partner = organisations[organisation] as Organisation
        return { organisation, submission: report(dice, told, help(dice, told, partner), partner, row + 1) }
      })
  return { organisations, cases: submissions }
}

/** People by the published margins, with at least as many nationals as the embassies report. */
function people(dice: Chance, cases: number, organisations: readonly Organisation[], quotas: readonly number[]): Person[] {
  const drawn = Array.from({ length: cases }, () => person(dice))
  const wanted = new Map<string, number>()
  organisations.forEach(({ nationals }, index) => {
    if (nationals) wanted.set(nationals, (wanted.get(nationals) ?? 0) + (quotas[index] ?? 0))
  })
  for (const [citizenship, least] of wanted) {
    for (let at = 0; at < drawn.length && drawn.filter((one) => one.citizenship === citizenship).length < least; at++) {
      if (wanted.has(drawn[at]?.citizenship ?? '')) continue
      let again = person(dice)
      while (again.citizenship !== citizenship) again = person(dice)
      drawn[at] = again
    }
  }
  return drawn
}

/** Embassies take their nationals first; then everybody goes where cases of their kind are usually known, until each partner is full. */
function divided(dice: Chance, drawn: readonly Person[], organisations: readonly Organisation[], quotas: readonly number[]) {
  const left = [...quotas]
  const waiting = new Set(drawn)
  const placed: { person: Person; organisation: number }[] = []
  const place = (one: Person, organisation: number) => {
    left[organisation] = (left[organisation] ?? 0) - 1
    waiting.delete(one)
    placed.push({ person: one, organisation })
  }
  organisations.forEach(({ nationals }, index) => {
    for (const one of waiting) if (nationals && one.citizenship === nationals && (left[index] ?? 0) > 0) place(one, index)
  })
  for (const one of waiting) {
    const weights = organisations.map((organisation, index) => [String(index), organisation.nationals ? 0 : (left[index] ?? 0) * (organisation.draws[one.pattern] ?? 1)])
    place(one, Number(dice.pick(Object.fromEntries(weights))))
  }
  return placed
}
