/**
 * The lines of a table: which categories stand by themselves, and which are joined upward because fewer than ten cases, or a
 * single contributor, stand behind them. Found once for a case set and used in every table of it: two readings could be subtracted.
 */

import type { LineRole } from '../../../survey-schema/release/released-table.ts'
import {
  coarserCategories,
  type Level,
  type LevelGroup,
  levelOf,
  standsUnder,
  type Variable,
} from '../../../survey-schema/variables/index.ts'
import { contains, keyOfAnswers, type Line } from '../../catalogue/line.ts'
import { byCount, isBelow } from '../../exact/exact-count.ts'
import type { Support } from '../../exact/support.ts'
import type { CaseSet } from '../case-set.ts'
import { keptLines } from './kept-lines.ts'
import { lineThreshold, type Stands } from './line-threshold.ts'
import { figureOf } from './verdict.ts'

const REST = { en: 'Other (small categories included)', ja: 'その他（少数の区分を含む）' }

/** Shown by themselves or not at all, never as a remainder (release model, section 7). */
export const NEVER_JOINED: Readonly<Record<string, ReadonlySet<string>>> = { gender: new Set(['trans_or_nonconforming', 'other']) }

/** What decides on lines, of a case set. */
export type LineRules = Pick<CaseSet, 'policy' | 'noise' | 'editions' | 'replaced'>

/** The value lines of a variable at a level: categories that stand alone, in list order, then what was joined. */
export function valueLines(variable: Variable, levelId: string, support: Support, rules: LineRules): Line[] {
  const level = levelOf(variable, levelId)
  if (!level) throw new RangeError('no such level')
  const stands = lineThreshold(variable, levelId, support, rules.policy, rules.editions)
  const neverJoined = NEVER_JOINED[variable.id]
  const replaced = rules.replaced?.get(`${variable.id}@${levelId}`)
  if (replaced !== undefined)
    return named(
      variable,
      keptLines(replaced, stands).map((kept) => ({
        ...kept,
        blocked: kept.blocked || (neverJoined?.has(kept.code) === true && !stands([...kept.codes!])),
      })),
    )
  if (variable.id === 'first_language' && levelId === 'top6') return named(variable, topSix(level.categories, support, stands, rules))
  const fullYear = (codes: readonly string[]) => isYears(variable) && isFull(codes, support, rules)
  const kept: Line[] = []
  let small: LevelGroup[] = []
  for (const category of level.categories) {
    if (stands(category.codes))
      kept.push({ ...line(category.code, 'value', category, category.codes), ...(fullYear(category.codes) ? { precedes: true } : {}) })
    else if (neverJoined?.has(category.code)) kept.push({ ...line(category.code, 'value', category, category.codes), blocked: true })
    else small.push(category)
  }
  const joined: Line[] = []
  const coarser = coarserCategories(variable, levelId)
  for (const parent of coarser) {
    if (parent.code === 'other') continue
    const members = small.filter(({ codes }) => standsUnder(codes, parent))
    const codes = members.flatMap((category) => category.codes)
    if (members.length === 0 || !stands(codes) || firstOfItsName(parent, coarser, small) !== parent) continue
    joined.push(line(`rest:${parent.code}`, 'rest', restOf(parent), codes))
    small = small.filter((category) => !members.includes(category))
  }
  // Readers take what has no line of its own for part of the first coarser category whose rest has one: "other" may leave none of these.
  const isPartOfRest = ({ codes }: Line) =>
    coarser.some((parent) => standsUnder(codes!, parent) && joined.some(({ code }) => code === `rest:${parent.code}`))
  const rest = () =>
    lastRest(
      kept.filter((entry) => !(neverJoined?.has(entry.code) || isPartOfRest(entry))),
      small,
      stands,
    )
  if (variable.kind === 'single' && !isPlace(variable) && rest().some(({ blocked }) => blocked)) {
    const climbed = climb(variable, level, { kept, small, joined }, support, stands, rules)
    joined.push(...climbed.joined)
    small = small.filter((category) => !climbed.joined.some(({ codes }) => category.codes.every((code) => codes!.has(code))))
  }
  const last = rest()
  const alone = kept.filter((entry) => ![...joined, ...last].some((other) => contains(other, entry)))
  return named(variable, [...alone, ...joined, ...last])
}

/** Readers ask for countries first: a small one never takes a neighbour out of the list with it. */
const isPlace = ({ levels }: Variable) => levels[0]!.id === 'country'

/** Readers ask for years before periods: a full year stands, and where it is all of its period but a few persons, the period is withheld instead. */
const isYears = ({ levels }: Variable) => levels[0]!.id === 'year'

/** Whether a share of these cases could be printed, whoever takes its own away. */
const isFull = (codes: readonly string[], support: Support, { policy }: LineRules) =>
  policy.structure !== undefined && !isBelow(support(codes).fewestLeft, policy.minimumBase)

/** Which coarser category readers find by this name: the first that holds something without a line of its own. */
const firstOfItsName = ({ code }: LevelGroup, coarser: readonly LevelGroup[], left: readonly Pick<LevelGroup, 'codes'>[]) =>
  coarser.find((one) => one.code === code && left.some(({ codes }) => standsUnder(codes, one)))

/**
 * What is too small even together stands with neighbours of the same coarser category, up to all of it: a line of a few cases that is always withheld
 * would say where they are. Ranks choose no neighbour: who is not full comes before who is, and then who is nearest in the list.
 */
function climb(
  variable: Variable,
  level: Level,
  {
    kept,
    small,
    joined: before,
  }: { readonly kept: readonly Line[]; readonly small: readonly LevelGroup[]; readonly joined: readonly Line[] },
  support: Support,
  stands: Stands,
  rules: LineRules,
): { readonly joined: readonly Line[] } {
  const coarser = coarserCategories(variable, level.id)
  const full = (codes: readonly string[]) => isFull(codes, support, rules)
  const place = new Map(level.categories.flatMap(({ codes }, index) => codes.map((code) => [code, index])))
  const between = ([one]: readonly string[], others: readonly LevelGroup[]) =>
    Math.min(...others.map(({ codes: [other] }) => Math.abs(place.get(one!)! - place.get(other!)!)))
  // Readers take what has no line of its own for part of the rest of the finest coarser category that has one: nobody may leave such a category.
  const closed = coarser.filter(({ code }) => before.some((line) => line.code === `rest:${code}`))
  const joined: Line[] = []
  let left = small
  for (const parent of coarser) {
    const members = left.filter(({ codes }) => standsUnder(codes, parent))
    if (members.length === 0) continue
    const neighbours = kept
      .filter(
        ({ codes, blocked, precedes }) =>
          !(blocked || precedes) && codes !== null && standsUnder(codes, parent) && !closed.some((one) => standsUnder(codes, one)),
      )
      .map(({ codes }) => ({ codes: [...codes!] }))
    neighbours.sort((one, other) =>
      rules.policy.structure === undefined
        ? byCount(support(one.codes).cases, support(other.codes).cases)
        : Number(full(one.codes)) - Number(full(other.codes)) || between(one.codes, members) - between(other.codes, members),
    )
    let codes = members.flatMap((category) => category.codes)
    const taken = neighbours.filter((neighbour) => {
      if (stands(codes)) return false
      codes = [...codes, ...neighbour.codes]
      return true
    })
    if (taken.length === 0 || !stands(codes) || firstOfItsName(parent, coarser, [...left, ...taken]) !== parent) continue
    const label = codes.length === parent.codes.length ? parent : parent.code === 'other' ? REST : restOf(parent)
    joined.push(line(`rest:${parent.code}`, 'rest', label, codes))
    closed.push(parent)
    left = left.filter((category) => !members.includes(category))
  }
  return { joined }
}

const named = (variable: Variable, lines: readonly Line[]): Line[] =>
  lines.map((entry) => (entry.codes === null ? entry : { ...entry, key: keyOfAnswers(variable, [...entry.codes]) }))

/** What is left joins "other", where the list has one; it is withheld if even so it is too small. */
function lastRest(kept: readonly Line[], small: readonly LevelGroup[], stands: Stands): Line[] {
  if (small.length === 0) return []
  const own = kept.find((entry) => entry.code === 'other' && !entry.blocked)
  const codes = [...(own?.codes ?? []), ...small.flatMap((category) => category.codes)]
  return [{ ...line('rest', 'rest', REST, codes), blocked: !stands(codes) }]
}

/** The six with the largest figures, as the table of all languages prints them, among those that stand. */
function topSix(categories: readonly LevelGroup[], support: Support, stands: Stands, { policy, noise }: LineRules): Line[] {
  const rankOf = (category: LevelGroup) => categories.indexOf(category)
  const ranked = categories
    .filter((category) => category.code !== 'other' && stands(category.codes))
    .map((category) => ({ category, support: support(category.codes) }))
    .sort((a, b) =>
      policy.structure === undefined
        ? byCount(b.support.cases, a.support.cases) || rankOf(a.category) - rankOf(b.category)
        : figureOf(b.support, noise) - figureOf(a.support, noise) || rankOf(a.category) - rankOf(b.category),
    )
    .slice(0, 6)
  const top = new Set(ranked.map(({ category }) => category))
  const codes = categories.filter((category) => !top.has(category)).flatMap((category) => category.codes)
  return [
    ...categories.filter((category) => top.has(category)).map((category) => line(category.code, 'value', category, category.codes)),
    { ...line('rest', 'rest', REST, codes), blocked: !stands(codes) },
  ]
}

function restOf(parent: LevelGroup) {
  return { en: `Other: ${parent.en}`, ja: `その他（${parent.ja}）` }
}

function line(code: string, role: LineRole, label: { en: string; ja: string }, codes: readonly string[]): Line {
  return { code, role, en: label.en, ja: label.ja, codes: new Set(codes), blocked: false, key: `=${[...codes].sort().join(' ')}` }
}
