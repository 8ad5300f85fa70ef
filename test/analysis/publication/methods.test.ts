/** The page of methods says what the code does: every number on it is computed here again, by another way. */
import { describe, expect, it } from 'vitest'
import { everyTable } from '../../../analysis/catalogue/every-table.ts'
import { askFor } from '../../../analysis/catalogue/grammar.ts'
import { lawUnder } from '../../../analysis/disclosure/audit/evidence/law.ts'
import { embassiesThatKnow, knownToState } from '../../../analysis/exact/observers.ts'
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../../analysis/policy/policy.ts'
import type { MethodsEntry, MethodsTable } from '../../../analysis/publication/book/methods/document.ts'
import { LAWS_TRIED, PADDING } from '../../../analysis/publication/book/methods/measured-evidence.ts'
import { methodsDocument } from '../../../analysis/publication/book/methods/methods.ts'
import { settingsOf } from '../../../analysis/publication/book/methods/settings.ts'
import { methodsPage } from '../../../server/editors/pages/methods-page.ts'
import { receive } from '../../../survey-schema/answers/receive.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import { policyNote } from '../../../survey-schema/release/policy-note.ts'
import { VARIABLES } from '../../../survey-schema/variables/index.ts'
import { plainSubmission } from '../../support/records.ts'

const OTHER: Policy = {
  ...POLICY_V2,
  id: 'other',
  minimumCases: 7,
  minimumCategory: 23,
  minimumOthers: 6,
  minimumBase: 37,
  noise: { d: 6, v: 4, js: 1 },
  smallestEdition: 61,
  smallestVolume: 533,
  smallestVolumeByDecision: 317,
}
const pages = (policy: Policy) => (['ja', 'en'] as const).map((language) => methodsPage(methodsDocument(policy, 90), language))
const tableOf = (id: string, policy = POLICY_V2): MethodsTable =>
  methodsDocument(policy, 90)
    .sections.flatMap(({ blocks }) => blocks)
    .find((block): block is MethodsTable => block.kind === 'table' && block.id === id)!
const english = (entry: MethodsEntry) => (typeof entry === 'object' ? entry.en : String(entry))

describe('the noise', () => {
  it.each([POLICY_V2, OTHER])('is the table that the build uses, row by row, with mean 0 and the variance allowed', (policy) => {
    const made = perturbationTable(policy.noise)
    const { d, v, js } = policy.noise
    const { rows } = tableOf('perturbation', policy)
    expect(rows).toHaveLength(made.length)
    rows.forEach((row, count) => {
      const printed = row.slice(1).map(english)
      expect(printed).toHaveLength(2 * d + 1)
      printed.forEach((entry, at) => {
        const p = made[count]!.find((one) => one.v === at - d)?.p
        expect(entry).toBe(p === undefined ? '–' : p.toFixed(5))
        const figure = count + at - d
        if (figure < 0 || (figure >= 1 && figure <= js)) expect(entry).toBe('–')
      })
      const chances = printed.map((entry) => (entry === '–' ? 0 : Number(entry)))
      const sum = (of: (noise: number) => number) => chances.reduce((total, p, at) => total + p * of(at - d), 0)
      expect(sum(() => 1)).toBeCloseTo(1, 3)
      expect(sum((noise) => noise)).toBeCloseTo(0, 3)
      expect(sum((noise) => noise * noise)).toBeLessThanOrEqual(v + 1e-3)
      const [, mean, variance, unchanged, near, largest] = tableOf('moments', policy).rows[count]!.map(english)
      expect(Number(mean)).toBeCloseTo(
        sum((noise) => noise),
        3,
      )
      expect(Number(variance)).toBeCloseTo(
        sum((noise) => noise * noise),
        3,
      )
      expect(Number.parseFloat(unchanged!)).toBeCloseTo(100 * chances[d]!, 1)
      expect(Number.parseFloat(near!)).toBeCloseTo(100 * sum((noise) => (Math.abs(noise) <= 3 ? 1 : 0)), 1)
      expect(Number(largest)).toBe(Math.max(...chances.flatMap((p, at) => (p > 0 ? [Math.abs(at - d)] : []))))
    })
  })
})

describe('the tables', () => {
  it('are as many as the build makes', () => {
    const rows = tableOf('universe').rows.map((row) => row.map(english))
    expect(rows.at(-1)?.[2]?.replace(',', '')).toBe(String(everyTable().length))
    const parts = rows.slice(0, -1).map((row) => row.slice(1).map((entry) => Number(entry.replace(',', ''))))
    expect(parts.reduce((sum, [, tables]) => sum + tables!, 0)).toBe(everyTable().length)
    expect(parts.reduce((sum, [combinations]) => sum + combinations!, 0)).toBe(
      new Set(everyTable().map(({ axes }) => axes.map(({ variable }) => variable).join(','))).size,
    )
  })

  it('are refused as the query API refuses', () => {
    const counts = new Map<string, number>()
    VARIABLES.forEach((a, index) => {
      for (const b of VARIABLES.slice(index + 1)) {
        if (!a.core && !b.core) continue
        const answer = askFor({ rows: a.id, columns: b.id })
        if (answer.kind === 'refused') counts.set(answer.rule, (counts.get(answer.rule) ?? 0) + 1)
      }
    })
    for (const [rule, , printed] of tableOf('refusals').rows) expect([rule, printed]).toEqual([rule, counts.get(String(rule)) ?? '–'])
  })

  it('name every variable with its hierarchy', () => {
    const rows = tableOf('ladders').rows
    expect(rows).toHaveLength(VARIABLES.length)
    VARIABLES.forEach((variable, at) => {
      const [name, , alone] = rows[at]!.map(english)
      expect(name).toBe(`${variable.core ? '★ ' : ''}${variable.en}\n${variable.id}`)
      expect(alone!.split(' > ')).toHaveLength(variable.alone.length)
      expect(alone).toContain(`(${variable.levels[0]!.categories.length})`)
    })
  })
})

describe('the strength of evidence', () => {
  const saysOf = (policy: Policy) =>
    methodsDocument(policy, 90)
      .sections.find(({ id }) => id === 'evidence')!
      .blocks.flatMap((block) => (block.kind === 'formula' ? [block.text] : []))
      .at(-1)!

  it.each([POLICY_V2, OTHER])('is claimed under the law that the audit uses', (policy) => {
    const { minimumCases: m } = policy
    const used = lawUnder(policy).weights('withheld', 64)
    const [, tail, c] = /c · ([\d.]+) \/ n².*\nc = ([\d.]+)/.exec(saysOf(policy))!
    for (const n of [0, 1, m - 1]) expect(Number(c) * 2 ** -n).toBeCloseTo(used[n]!, 3)
    for (const n of [m, m + 1, 40]) expect((Number(c) * Number(tail)) / (n * n)).toBeCloseTo(used[n]!, 3)
  })

  it('is compared with other laws, of which the first is the one used and each has the printed probabilities', () => {
    const used = lawUnder(POLICY_V2).weights('withheld', 64)
    for (const n of [0, 1, 4, 5, 9]) expect(LAWS_TRIED.stated(n) / LAWS_TRIED.stated(0)).toBeCloseTo(used[n]! / used[0]!, 9)
    const printed = tableOf('laws').rows.map((row) => row.slice(1, 3).map((entry) => Number.parseFloat(english(entry))))
    expect(printed[0]).toEqual([47.3, 44.3])
    expect(printed.at(-1)).toEqual([50, 46.9])
  })

  it('says of the classifier what chance allows', () => {
    const { guesses, right, byChance } = PADDING
    expect(byChance).toBe(Math.floor(guesses / 2 + 3 * Math.sqrt(guesses / 4)))
    for (const page of pages(POLICY_V2)) for (const number of [guesses, right, byChance]) expect(page).toContain(String(number))
    for (const page of pages(POLICY_V2_WITHHOLD)) expect(page).not.toContain(String(guesses))
  })
})

describe('thresholds and observers', () => {
  it('follow the policy and nothing else', () => {
    expect(tableOf('policy', OTHER).rows.map(([name, , value]) => [name, value])).toEqual(settingsOf(OTHER))
    const unlike = [61, 533, 317, 23, 37]
    for (const page of pages(POLICY_V2))
      for (const number of unlike) expect(page).not.toMatch(new RegExp(`\\b${number}(件|以上| or more| up| cases)`))
    for (const page of pages(OTHER)) for (const number of unlike) expect(page).toContain(String(number))
    for (const page of (['ja', 'en'] as const).map((language) => methodsPage(methodsDocument(POLICY_V2, 8123), language)))
      expect(page).toMatch(/8123(日| days)/)
    expect(() => methodsDocument({ ...POLICY_V2, secret: 1 } as Policy, 90)).toThrow(RangeError)
  })

  it('name exactly the answers by which the rules take a person for known', () => {
    const recordOf = (answers: Readonly<Record<string, unknown>>, groups = {}) =>
      receive(plainSubmission(answers, groups), { currentYear: 2026, existingRecordRule: true }).record
    const printed = tableOf('observers').rows.map((row) => row.map(english))
    const listed = (who: string, id: string) =>
      printed.find(([observer, variable]) => observer === who && variable === VARIABLES.find((one) => one.id === id)!.en)?.[2]?.split(' / ')
    const actors = VARIABLES.find(({ id }) => id === 'step_actor')!.levels[0]!.categories
    const meeting = (code: string) => recordOf({ state_recognition: 'no_contact' }, { contact_steps: [{ step_actor: code }] })
    expect(listed('The state', 'step_actor')).toEqual(actors.filter(({ code }) => knownToState(meeting(code))).map(({ en }) => en))
    expect(listed('The embassy of the citizenship', 'step_actor')).toEqual(
      actors.filter(({ code }) => embassiesThatKnow(meeting(code)).length > 0).map(({ en }) => en),
    )
  })
})

describe('the page', () => {
  it('says everything in both languages, without script, remote file or sentence of the other language', () => {
    const sections = [POLICY_V2, POLICY_V2_WITHHOLD].flatMap((policy) => methodsDocument(policy, 90).sections)
    for (const { title, blocks } of sections) {
      const said = blocks.flatMap((block) => (block.kind === 'text' ? [block.words] : block.kind === 'list' ? [...block.items] : []))
      for (const words of [title, ...said]) {
        expect(words.ja.length).toBeGreaterThan(0)
        expect(words.en).not.toMatch(/[\u3040-\u30ff]/)
      }
    }
    const [ja, en] = pages(POLICY_V2) as [string, string]
    expect([ja, en].map((page) => /<html lang="(..)">/.exec(page)?.[1])).toEqual(['ja', 'en'])
    for (const page of [ja, en]) expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN|\[object/)
  })

  it('says under exact figures that they are exact, and nowhere that they are adjusted', () => {
    const [ja, en] = pages(POLICY_V2_WITHHOLD) as [string, string]
    expect(en).toContain('A figure is the count itself')
    expect(ja).toContain('数値は実際の件数です')
    for (const page of [ja, en]) {
      expect(page).not.toMatch(/is adjusted|調整してあり|撹乱表|maximum entropy|need not add up/)
      expect(page).not.toMatch(/undefined|NaN|null|\[object/)
      expect(page).not.toMatch(/before adjustment|調整前/)
    }
    expect(policyNote(POLICY_V2.id).en).toMatch(/^Adjusted/)
    expect(policyNote(POLICY_V2_WITHHOLD.id).en).toMatch(/^Exact/)
  })
})
