/**
 * Twelve questions that a reader brings to the data book: hiding everything passes every attack, so the build is also asked
 * what it still answers. A question is answered if every category asked for that has enough cases from enough partners stands
 * in the bundle with a figure, and at least two lines do. The truth beside it is the fictional population itself.
 */

import { readingOf } from '../../analysis/exact/readings.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import type { ReleasedJourneyNode } from '../../survey-schema/release/released-table.ts'
import { levelOf, type VariableId, variableById } from '../../survey-schema/variables/index.ts'

/** A case of the fictional network, as it was sent. */
export interface TrueCase {
  readonly record: CaseRecord
  readonly organisation: number
}

export interface BankQuestion {
  readonly number: number
  readonly en: string
  readonly ja: string
  /** `table` and, for long lists, how many of its leading categories are asked; `routes` asks the tree. */
  readonly asks: readonly { readonly table: string; readonly leading?: number }[]
}

const ROUTES = 'routes'

export const QUESTION_BANK: readonly BankQuestion[] = [
  { number: 1, en: 'Leading citizenships', ja: '主な国籍', asks: [{ table: 'citizenship@country', leading: 5 }] },
  { number: 2, en: 'Leading origins', ja: '主な出身国', asks: [{ table: 'route_origin@country', leading: 5 }] },
  {
    number: 3,
    en: 'First organisation, in five groups',
    ja: '最初につながった機関（5区分）',
    asks: [{ table: 'contact_first_actor@group5' }],
  },
  { number: 4, en: 'First helper', ja: '最初に助けた人', asks: [{ table: 'first_helper@group6' }] },
  { number: 5, en: 'Five named routes', ja: '主な移動経路（5つ）', asks: [{ table: ROUTES, leading: 5 }] },
  { number: 6, en: 'Recruiters', ja: '勧誘者', asks: [{ table: 'recruiter_relation@list' }] },
  { number: 7, en: 'Size of debts', ja: '借金の額', asks: [{ table: 'debt_band@group4' }] },
  { number: 8, en: 'Recognition as a victim', ja: '被害者としての認定', asks: [{ table: 'state_recognition@group3' }] },
  { number: 9, en: 'Treated as an offender', ja: '違反者としての扱い', asks: [{ table: 'treated_as_offender@list' }] },
  {
    number: 10,
    en: 'Image of Japan before and after',
    ja: '来日前後の日本の印象',
    asks: [{ table: 'image_before@list' }, { table: 'image_after@list' }],
  },
  {
    number: 11,
    en: 'Wish and return',
    ja: '本人の希望と帰国',
    asks: [{ table: 'wish_at_contact@list' }, { table: 'return_status@return4' }],
  },
  { number: 12, en: 'What stood in the way of help', ja: '支援を妨げたもの', asks: [{ table: 'barriers@list' }] },
]

/** A category must hold this many cases from this many partners before its absence counts against the build. */
export const ENOUGH = { cases: 10, organisations: 2 } as const

export interface BankAnswer {
  readonly number: number
  readonly en: string
  readonly ja: string
  readonly state: 'answered' | 'silent'
  /** Categories asked for that have enough cases, and how many of them are shown. */
  readonly asked: number
  readonly shown: number
}

/** What the bundle answers, question by question. */
export function answers(bundle: Bundle, truth: readonly TrueCase[]): readonly BankAnswer[] {
  return QUESTION_BANK.map(({ number, en, ja, asks }) => {
    const found = asks.flatMap((ask) =>
      ask.table === ROUTES
        ? routeFigures(bundle, truth, ask.leading ?? Infinity)
        : tableFigures(bundle, truth, ask.table, ask.leading ?? Infinity),
    )
    const shown = found.filter(Boolean).length
    const rests = asks.reduce((sum, ask) => sum + shownRests(bundle, ask.table), 0)
    return { number, en, ja, state: shown === found.length && shown + rests >= 2 ? 'answered' : 'silent', asked: found.length, shown }
  })
}

/** Joined small categories that have a figure: beside one large category they make an answer of two lines. */
function shownRests(bundle: Bundle, id: string): number {
  const table = bundle.tables.find((one) => one.id === id)
  return table?.axes[0].lines.filter((line, index) => line.role === 'rest' && table.cells[index]?.status === 'shown').length ?? 0
}

/** For each category asked for: whether it is shown. */
function tableFigures(bundle: Bundle, truth: readonly TrueCase[], id: string, leading: number): boolean[] {
  const [variable, levelId] = id.split('@') as [VariableId, string]
  const { categories } = levelOf(variableById(variable)!, levelId)!
  const table = bundle.tables.find((one) => one.id === id)
  const labelled = truth.map(({ record, organisation }) => {
    const codes = [readingOf(record, variable)].flat()
    return {
      organisation,
      labels: categories.filter((category) => codes.some((code) => category.codes.includes(code))).map((category) => category.code),
    }
  })
  return enough(labelled, leading).map((code) => {
    // A list without a hierarchy joins its small categories with "other".
    const line =
      table?.axes[0].lines.findIndex((one) => (one.code === code ? one.role === 'value' : code === 'other' && one.code === 'rest')) ?? -1
    return line >= 0 && table?.cells[line]?.status === 'shown'
  })
}

/** Whole routes: origin, first transit, area in Japan; a branch that climbed at the transit ("by any way") still names its two ends. */
function routeFigures(bundle: Bundle, truth: readonly TrueCase[], leading: number): boolean[] {
  const area = levelOf(variableById('exploitation_prefectures')!, 'area8')!
  const labelled = truth.map(({ record, organisation }) => {
    const [from, over, place] = (['route_origin', 'route_transit', 'exploitation_prefectures'] as const).map(
      (variable) => readingOf(record, variable) as string,
    )
    const to = area.categories.find((category) => category.codes.includes(place as string))?.code
    const whole = to !== undefined && isPlace('route_origin', from) && isPlace('route_transit', over)
    return { organisation, labels: whole ? [`${from}>${over}>${to}`] : [] }
  })
  const paths = shownPaths(bundle.routes?.origins ?? [], '')
  return enough(labelled, leading).map((route) => paths.has(route) || paths.has(route.replace(/>.*>/, '>any>')))
}

const isPlace = (variable: VariableId, code: string | undefined) =>
  variableById(variable)!.levels[0]!.categories.some((category) => category.code === code)

function shownPaths(nodes: readonly ReleasedJourneyNode[], above: string): ReadonlySet<string> {
  return new Set(
    nodes
      .filter((node) => node.role !== 'further')
      .flatMap((node) => [
        ...(node.cell.status === 'shown' ? [above + node.code] : []),
        ...shownPaths(node.children, `${above}${node.code}>`),
      ]),
  )
}

/** The leading labels that hold enough cases from enough partners, counted one by one. */
function enough(cases: readonly { readonly organisation: number; readonly labels: readonly string[] }[], leading: number): string[] {
  return [...new Set(cases.flatMap(({ labels }) => labels))]
    .map((label) => ({ label, holding: cases.filter(({ labels }) => labels.includes(label)) }))
    .sort((a, b) => b.holding.length - a.holding.length || (a.label < b.label ? -1 : 1))
    .slice(0, leading)
    .filter(
      ({ holding }) =>
        holding.length >= ENOUGH.cases && new Set(holding.map(({ organisation }) => organisation)).size >= ENOUGH.organisations,
    )
    .map(({ label }) => label)
}
