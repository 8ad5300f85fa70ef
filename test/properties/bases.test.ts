/** P89, P15: which lines a table has beside its categories says no more of those without an answer than that they may stand or may not. */
import { describe, expect, it } from 'vitest'
import { everyTable } from '../../analysis/catalogue/every-table.ts'
import type { AuditTable } from '../../analysis/disclosure/audit/linked-tables/audit-table.ts'
import { auditTablesOf } from '../../analysis/disclosure/audit-tables.ts'
import { caseSetOf } from '../../analysis/disclosure/case-set.ts'
import { NO_NOISE } from '../../analysis/disclosure/noise/cell-key.ts'
import { protectPair } from '../../analysis/disclosure/rules/protect-pair.ts'
import { protectVariable } from '../../analysis/disclosure/rules/protect-variable.ts'
import type { ProtectedVariable } from '../../analysis/disclosure/rules/protected-tables.ts'
import { plainNumber } from '../../analysis/exact/exact-count.ts'
import { POLICY_V2, POLICY_V2_WITHHOLD } from '../../analysis/policy/policy.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import type { Policy } from '../../survey-schema/release/bundle.ts'
import type { CaseRecord } from '../../survey-schema/release/case-record.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import { readAll, type SentCase, withAnswer } from '../support/edition.ts'
import { CONTEXT, plainSubmission } from '../support/records.ts'
import fc from '../support/seeded-properties.ts'

const ORGANISATIONS = 5
const RECORD = receive(plainSubmission(), CONTEXT).record

/** Somebody with this answer, reported by this organisation. */
interface Somebody {
  readonly answer: string
  readonly organisation: number
}

/** 15 cases of each of four categories, of all organisations, and more. */
function caseSetWith(id: string, others: readonly Somebody[], policy: Policy, change = (record: CaseRecord, _index: number) => record) {
  const variable = variableById(id)!
  const codes = variable.levels[0]!.categories.slice(0, 4).map(({ codes: [code] }) => code!)
  const answered = codes.flatMap((answer) => Array.from({ length: 15 }, (_, at) => ({ answer, organisation: at % ORGANISATIONS })))
  const state = ['unknown', 'declined', 'not_asked', 'not_applicable']
  const sent = [...answered, ...others].map(({ answer, organisation }, index): SentCase => {
    const value = variable.kind === 'multiple' && !state.includes(answer) ? [answer] : answer
    return { record: change(withAnswer(RECORD, id, value as never), index), organisation, key: 7919 * (index + 1) }
  })
  const input = { policy, holdings: Array.from({ length: ORGANISATIONS }, () => null) }
  return { ...caseSetOf([readAll(sent)], () => 0, input), noise: NO_NOISE }
}

/** Every line of the single table at every level, of the crosstab with gender, and whether its cells are shown. */
function structureOf(id: string, others: readonly Somebody[], policy: Policy = POLICY_V2) {
  const caseSet = caseSetWith(id, others, policy)
  const [variable, gender] = [protectVariable(caseSet, id), protectVariable(caseSet, 'gender')]
  const { byLevel, frame, verdicts } = variable
  const alone = [...byLevel].flatMap(([level, lines]) =>
    [...lines, ...frame.alone].map(({ code, key }) => `${level} ${code} ${verdicts.get(key)!.status}`),
  )
  const levels = [...byLevel.keys()].map((level) => [level, 'list'] as const)
  const pair = protectPair(caseSet, variable, gender, levels)
  const rows = [...[...byLevel.values()].flat(), ...frame.crossed]
  const columns = [...gender.byLevel.get('list')!, ...gender.frame.crossed]
  const crossed = rows.flatMap((row) => columns.map((column) => `${row.code} ${column.code} ${pair.verdict(row, column).status}`))
  return [...alone, ...crossed].join('\n')
}

const times = (length: number, somebody: Somebody) => Array.from({ length }, () => somebody)
const anyState = fc.constantFrom('unknown', 'declined', 'not_asked')
const anyOrganisation = fc.nat({ max: ORGANISATIONS - 1 })
const anyFew = (answer: fc.Arbitrary<string>) => fc.array(fc.record({ answer, organisation: anyOrganisation }), { maxLength: 4 })
const SINGLE = 'education'
const MULTIPLE = 'push_factors'
/** Does not arise for everybody. */
const FOLLOWING = 'debt_band'

describe.each([POLICY_V2, POLICY_V2_WITHHOLD])('P89 under $id a table with', (policy) => {
  it.each([SINGLE, MULTIPLE, FOLLOWING])('nobody to four without an answer, of whatever organisations, has one structure: %s', (id) => {
    const nobody = structureOf(id, [], policy)
    fc.assert(
      fc.property(anyFew(anyState), (unanswered) => structureOf(id, unanswered, policy) === nobody),
      { numRuns: 60 },
    )
  })

  it('nobody to four to whom the question does not apply has one structure, and so with both', () => {
    const nobody = structureOf(FOLLOWING, [], policy)
    fc.assert(
      fc.property(anyFew(anyState), anyFew(fc.constant('not_applicable')), (unanswered, unasked) => {
        expect(structureOf(FOLLOWING, [...unanswered, ...unasked], policy)).toBe(nobody)
      }),
      { numRuns: 60 },
    )
    const unasked = times(10, { answer: 'not_applicable', organisation: 0 })
    const standing = [...unasked, ...times(10, { answer: 'not_applicable', organisation: 1 })]
    const known = structureOf(FOLLOWING, standing, policy)
    expect(known).not.toBe(nobody)
    fc.assert(
      fc.property(anyFew(anyState), (unanswered) => structureOf(FOLLOWING, [...standing, ...unanswered], policy) === known),
      { numRuns: 60 },
    )
  })

  it.each([SINGLE, MULTIPLE])('no, one or two others beside what one organisation sends has one structure: %s', (id) => {
    fc.assert(
      fc.property(fc.nat({ max: 15 }), anyOrganisation, anyState, (padding, organisation, answer) => {
        const own = times(padding, { answer, organisation })
        const structures = [0, 1, 2].map((count) =>
          structureOf(id, [...own, ...times(count, { answer: 'declined', organisation: (organisation + 1) % ORGANISATIONS })], policy),
        )
        expect(new Set(structures).size).toBe(1)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a base', () => {
  const unanswered = (count: number, organisation = 0) => times(count, { answer: 'unknown', organisation })
  const frameOf = (id: string, others: readonly Somebody[]) =>
    protectVariable(caseSetWith(id, others, POLICY_V2), id).frame.alone.map(({ code }) => code)

  it('P15 holds those without an answer where they may not stand, and all cases where "not applicable" may not either', () => {
    const unasked = [0, 1, 2].flatMap((organisation) => times(5, { answer: 'not_applicable', organisation }))
    const answered = ['answered', 'unknown', 'declined', 'not_asked', 'no_answer', 'not_applicable', 'total']
    expect(frameOf(SINGLE, unanswered(4))).toEqual(['applicable', 'not_applicable', 'total'])
    expect(frameOf(SINGLE, [...unanswered(4), ...unanswered(3, 1)])).toEqual(answered)
    expect(frameOf(SINGLE, [...unanswered(4), ...unanswered(2, 1)])).toEqual(['applicable', 'not_applicable', 'total'])
    expect(frameOf(FOLLOWING, unanswered(4))).toEqual(['total'])
    expect(frameOf(FOLLOWING, [...unanswered(4), ...unasked])).toEqual(['applicable', 'not_applicable', 'total'])
    // Nobody may leave this question open, and it applies to everybody.
    expect(frameOf('consent_basis', [])).toEqual(answered)
  })

  it('is counted as the set that it names, and is all cases where the question applies to all', () => {
    const variable = protectVariable(caseSetWith(SINGLE, unanswered(4), POLICY_V2), SINGLE)
    expect(variable.frame.alone.map(({ key }) => variable.verdicts.get(key))).toEqual([
      { status: 'shown', figure: 64 },
      { status: 'not_applicable' },
      { status: 'shown', figure: 64 },
    ])
    const unasked = [0, 1, 2].flatMap((organisation) => times(5, { answer: 'not_applicable', organisation }))
    const following = protectVariable(caseSetWith(FOLLOWING, [...unanswered(3), ...unasked], POLICY_V2), FOLLOWING)
    expect(following.frame.alone.map(({ key }) => following.verdicts.get(key))).toEqual(
      [63, 15, 78].map((figure) => ({ status: 'shown', figure })),
    )
  })

  it('P89 is all that a crosstab says of it: nothing on a line that is part of it is shown, whoever knows everybody on the other line', () => {
    // Of twelve without an answer the state recognised eleven, and knows them; and others too.
    const others = [...unanswered(6), ...unanswered(6, 1)]
    const recognised = (index: number) => (index < 20 || (index >= 60 && index < 71) ? 'police' : 'no_contact')
    const caseSet = caseSetWith(SINGLE, others, POLICY_V2, (record, index) => withAnswer(record, 'state_recognition', recognised(index)))
    const [variable, state] = [SINGLE, 'state_recognition'].map((id) => protectVariable(caseSet, id)) as [
      ProtectedVariable,
      ProtectedVariable,
    ]
    expect(variable.frame.unprinted.map(({ code }) => code)).toEqual(['no_answer'])
    const pair = protectPair(caseSet, variable, state, [['six', 'group3']])
    const column = state.byLevel.get('group3')!.find(({ code }) => code === 'recognised')!
    expect(pair.verdict(variable.frame.unprinted[0]!, column)).toEqual({ status: 'withheld', reason: 'small' })
    const counted = plainNumber(pair.cases(variable.frame.unprinted[0]!, column))
    expect(counted).toBe(11)
  })

  it('P85 is audited with what it leaves unprinted: withheld cells, with their count and what each contributor knows', () => {
    const variable = protectVariable(caseSetWith(FOLLOWING, [...unanswered(2), ...unanswered(1, 1)], POLICY_V2), FOLLOWING)
    const table = everyTable().find(({ id }) => id === `${FOLLOWING}@band`)!
    const now = { variable: () => variable, pair: () => expect.unreachable() }
    const [{ axes, cells, truth, own }] = auditTablesOf(now, [table], 'x') as [AuditTable]
    const [noAnswer, notApplicable] = [-2, -1].map((at) => [axes[0].lines.at(at)!.code, cells.at(at)!.status, plainNumber(truth!.at(at)!)])
    expect([noAnswer, notApplicable]).toEqual([
      ['no_answer', 'withheld', 3],
      ['not_applicable', 'withheld', 0],
    ])
    expect([0, 1, 2].map((unit) => plainNumber(own!.at(-2)![unit]!))).toEqual([2, 1, 0])
  })

  it('P82 goes under exact figures with one category less: the smallest by figure, of equal ones the last', () => {
    const withheld = (others: readonly Somebody[]) => {
      const { byLevel, verdicts } = protectVariable(caseSetWith(SINGLE, others, POLICY_V2_WITHHOLD), SINGLE)
      return byLevel.get('six')!.flatMap(({ code, key, blocked }) => (!blocked && verdicts.get(key)!.status === 'withheld' ? [code] : []))
    }
    const codes = variableById(SINGLE)!.levels[0]!.categories.map(({ code }) => code)
    expect(withheld([])).toEqual(withheld(unanswered(3)))
    expect(withheld([])).toEqual([codes[3]])
    const more = codes.slice(0, 4).flatMap((answer, at) => (at === 1 ? [] : [{ answer, organisation: 0 }]))
    expect(withheld(more)).toContain(codes[1])
    expect(withheld([...unanswered(6), ...unanswered(6, 1)])).toEqual([])
  })
})
