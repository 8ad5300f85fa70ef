/** Small categories are joined by the counts; whoever reads the table must work out from its lines alone what was joined. */

import { describe, expect, it } from 'vitest'
import type { Line } from '../../analysis/catalogue/line.ts'
import { answeredLine } from '../../analysis/catalogue/line.ts'
import { publishedTable } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { NO_NOISE } from '../../analysis/disclosure/noise/cell-key.ts'
import { release } from '../../analysis/disclosure/released/release.ts'
import { type LineRules, valueLines } from '../../analysis/disclosure/rules/line-rules.ts'
import { exactCount } from '../../analysis/exact/exact-count.ts'
import type { Support } from '../../analysis/exact/support.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { conditionsOf } from '../../server/editors/attack/meaning.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { VARIABLES, type Variable, variableById } from '../../survey-schema/variables/index.ts'
import fc from '../support/seeded-properties.ts'

const HIERARCHIES = VARIABLES.filter(({ levels }) => levels.length > 1)

/** What stands behind any set of codes when each code has been given by so many, each from a partner of its own. */
const supportOf =
  (counts: ReadonlyMap<string, number>): Support =>
  (codes) => {
    const cases = [...new Set(codes)].reduce((sum, code) => sum + (counts.get(code) ?? 0), 0)
    const left = exactCount(Math.max(0, cases - 1))
    return { cases: exactCount(cases), key: 0, contributors: cases, fewestLeft: left, fewestLeftToSenders: left }
  }

const RULES: LineRules = { policy: POLICY_V2, noise: NO_NOISE, editions: 1 }

const baseCodes = (variable: Variable) => [...new Set(variable.levels[0]!.categories.flatMap(({ codes }) => codes))]

const anyAnswers = fc.constantFrom(...HIERARCHIES).chain((variable) =>
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 })), {
      minLength: baseCodes(variable).length,
      maxLength: baseCodes(variable).length,
    })
    .map((counts) => ({ variable, counts: new Map(baseCodes(variable).map((code, index) => [code, counts[index]!])) })),
)

const read = (variable: Variable, level: string, lines: readonly Line[]) => {
  const axis = {
    variable: variable.id,
    level,
    kind: variable.kind,
    en: variable.en,
    ja: variable.ja,
    // With the line of all answers, so that nothing is left unprinted.
    lines: [...lines, answeredLine(variable)].map(({ code, role, en, ja }) => ({ code, role, en, ja })),
  }
  const parts = { id: `${variable.id}@${level}`, slice: 'e', policy: 'v1', axes: [axis] as const }
  return {
    axis,
    table: release(
      parts,
      axis.lines.map(() => ({ status: 'withheld', reason: 'small' })),
      checksum,
    ),
  }
}

describe('joined categories', () => {
  it('are told by what has no line of its own, by audit and attacker alike, and every code stands once', () => {
    fc.assert(
      fc.property(anyAnswers, ({ variable, counts }) => {
        for (const { id } of variable.levels) {
          const lines = valueLines(variable, id, supportOf(counts), RULES)
          const { axis, table } = read(variable, id, lines)
          const meant = lines.map(({ codes }) => [...codes!].sort().join(' '))
          const audited = publishedTable(table)
            .axes[0].lines.slice(0, -1)
            .map(({ codes }) => [...codes!].sort().join(' '))
          const attacked = conditionsOf(variable.id, axis)
            .slice(0, -1)
            .map(({ codes }) => [...codes!].sort().join(' '))
          expect(audited, `${variable.id}@${id}`).toEqual(meant)
          expect(attacked, `${variable.id}@${id}`).toEqual(meant)
          expect(lines.flatMap(({ codes }) => [...codes!]).sort(), `${variable.id}@${id}`).toEqual(
            [...new Set(variable.levels.find((level) => level.id === id)!.categories.flatMap(({ codes }) => codes))].sort(),
          )
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('take a neighbour of the same coarser category with them where they are too few even together', () => {
    const linesOf = (id: 'debt_band' | 'return_status', level: string, counts: Readonly<Record<string, number>>) =>
      valueLines(variableById(id)!, level, supportOf(new Map(Object.entries(counts))), RULES)
        .filter(({ codes }) => ['7m_plus', 'third_country'].some((code) => codes!.has(code)))
        .map(({ blocked, codes, en }) => [blocked, [...codes!].sort().join(' '), en])
    const debts = { '500k_1m': 20, '1m_2m': 20, '2m_3m': 20, '3m_5m': 30, '5m_7m': 12, '7m_plus': 3, under_500k: 20, no_figure: 20 }
    expect(linesOf('debt_band', 'band', debts)).toEqual([[false, '5m_7m 7m_plus', '5 million or more']])
    expect(linesOf('return_status', 'list', { in_japan: 90, deported: 20, lost_contact: 20, third_country: 4 })).toEqual([
      [false, 'lost_contact third_country', 'Other country, or contact lost'],
    ])
  })

  it('take a neighbour that is not full before one that is, and then the nearest in the list', () => {
    const taken = (counts: Readonly<Record<string, number>>) =>
      valueLines(variableById('exploitation_duration')!, 'band', supportOf(new Map(Object.entries(counts))), RULES)
        .filter(({ code }) => code.startsWith('rest'))
        .map(({ codes, blocked }) => `${[...codes!].join(' ')}${blocked ? ' withheld' : ''}`)
    const others = Object.fromEntries(variableById('exploitation_duration')!.levels[0]!.categories.map(({ code }) => [code, 40]))
    expect(taken(others)).toEqual([])
    const [first, second, third] = variableById('exploitation_duration')!.levels[1]!.categories.find(({ codes }) => codes.length > 2)!.codes
    expect(taken({ ...others, [third!]: 2 })).toEqual([`${third} ${second}`])
    expect(taken({ ...others, [third!]: 2, [first!]: 12 })).toEqual([`${third} ${first}`])
  })

  it('take no full year with them: it stands, and its period yields to it', () => {
    const years = (counts: Readonly<Record<string, number>>) =>
      valueLines(variableById('registration_year')!, 'year', supportOf(new Map(Object.entries(counts))), RULES).map(
        ({ code, blocked, precedes }) => `${code}${blocked ? ' withheld' : ''}${precedes ? ' first' : ''}`,
      )
    expect(years({ 2004: 84 })).toEqual(['2004 first', 'rest withheld'])
    expect(years({ 2004: 84, 2006: 12, 2005: 1 })).toEqual(['2004 first', 'rest:2004_2006', 'rest withheld'])
  })

  it('take no country out of the list with them', () => {
    const lines = valueLines(
      variableById('citizenship')!,
      'country',
      supportOf(
        new Map([
          ['PH', 200],
          ['CO', 12],
          ['stateless', 2],
        ]),
      ),
      RULES,
    )
    expect(lines.map(({ code, blocked }) => [code, blocked])).toEqual(
      [
        ['CO', false],
        ['PH', false],
        ['rest', true],
      ].sort((a, b) => lines.findIndex(({ code }) => code === a[0]) - lines.findIndex(({ code }) => code === b[0])),
    )
  })
})
