/** A partner's own cases, counted exactly in its own browser, stand in the lines of the released table. */
import { describe, expect, it } from 'vitest'
import type { ReleasedView, ViewLine } from '../../analysis/publication/figures/views/released-view.ts'
import { loadIdentifierDetector } from '../../survey-schema/identifiers/detect.ts'
import { kindOfFile } from '../../survey-schema/partner-files/file-kind.ts'
import { importFile } from '../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../survey-schema/partner-files/open-file.ts'
import { VARIABLES } from '../../survey-schema/variables/index.ts'
import { linesBeside } from '../../web/own-count/beside.ts'
import { countOwn } from '../../web/own-count/counting.ts'
import { CONTEXT, plainSubmission } from '../support/records.ts'

const detector = await loadIdentifierDetector()
const GENDERS = ['woman', 'woman', 'man', 'unknown', 'declined', 'no such answer']
const BODIES = GENDERS.map((gender) => plainSubmission({ gender }))
const FILE = await openFile(new TextEncoder().encode(BODIES.map((body) => JSON.stringify(body)).join('\n')), 'own.ndjson')
const read = () => importFile(FILE, kindOfFile(FILE), CONTEXT, detector)
const AT = { variable: 'gender', level: null }
const OWN = countOwn(read, CONTEXT.currentYear, AT)

const line = (role: ViewLine['role'], code: string): ViewLine => ({ role, code, label: `released ${code}` })
const VIEW = {
  rows: {
    id: 'gender@list',
    lines: [
      line('value', 'woman'),
      line('rest', 'rest'),
      line('answered', 'answered'),
      line('no_answer', 'no_answer'),
      line('total', 'total'),
    ],
  },
} as unknown as ReleasedView
const say = ({ en }: { readonly en: string }) => en

describe('own cases', () => {
  it('are counted exactly; a row that is no case is said, and counted nowhere', () => {
    expect(OWN).toEqual({ byCode: { woman: 2, man: 1, unknown: 1, declined: 1 }, answered: 3, total: 5, refused: 1 })
    expect(countOwn(read, CONTEXT.currentYear, { variable: 'citizenship', level: 'region' }).total).toBe(5)
    expect(() => countOwn(read, CONTEXT.currentYear, { variable: 'gender', level: 'no such level' })).toThrow(RangeError)
  })

  it('stand in the released lines; a category without one has its own, a line that joins several has none', () => {
    const seen = linesBeside(OWN, AT, VIEW, say).map(({ label, own, place }) => [label, own, place])
    expect(seen).toEqual([
      ['released woman', 2, 0],
      ['Man', 1, null],
      ['released rest', null, 1],
      ['released answered', 3, 2],
      ['released no_answer', 2, 3],
      ['released total', 5, 4],
    ])
    const alone = linesBeside(OWN, AT, null, say)
    expect(alone.every(({ place }) => place === null)).toBe(true)
    expect(alone.map(({ own }) => own)).toEqual([2, 1, 3, 2, 0, 5])
  })

  it('are counted by code: no category is called like a state', () => {
    const states = new Set(['unknown', 'declined', 'not_asked', 'not_applicable'])
    const codes = VARIABLES.flatMap(({ id, levels }) => levels.flatMap(({ categories }) => categories.map(({ code }) => [id, code])))
    expect(codes.filter(([, code]) => states.has(code ?? ''))).toEqual([])
  })
})
