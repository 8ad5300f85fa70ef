/** A record is looked at once; what is kept of it is what looking again would give. */
import { describe, expect, it } from 'vitest'
import { recordReader } from '../../../analysis/exact/record-reading.ts'
import { gather, takeSnapshot } from '../../../analysis/exact/snapshot.ts'
import { stepsOf } from '../../../analysis/exact/steps.ts'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { editionInput } from '../../support/edition.ts'
import { plainSubmission } from '../../support/records.ts'

const CONTEXT = { currentYear: 2026, existingRecordRule: true } as const

describe('what is kept of records', () => {
  it('is, for the cases that are counted and in their order, the snapshot of their records', () => {
    // More than one page of rows, in another order, and some of them left out.
    const { cases } = editionInput({ cases: 1100, seed: 3 })
    const counted = cases.filter((_, at) => at % 7 !== 0).toReversed()
    const records = counted.map(({ record }) => record)
    const kept = gather(counted.map(({ reading }) => reading.at))
    const { columns, steps, size } = takeSnapshot(records)
    expect(kept.size).toBe(size)
    expect(kept.columns).toEqual(columns)
    // Whichever of two cases came first names their kind; which steps the kind holds is the same.
    const answersOf = ({ of, kinds }: typeof steps) =>
      Array.from(of, (kind) => [...new Set(kinds[kind]!.map((step) => step.join(' ')))].sort())
    expect(answersOf(kept.steps)).toEqual(answersOf(steps))
    expect(records.some((record) => stepsOf(record).length > 0)).toBe(true)
  })

  it('names who else knows the person, and by which codes she may be known again', () => {
    const steps = { contact_steps: [{ step_actor: 'police' }, { step_actor: 'embassy' }] }
    const known = recordReader()(receive(plainSubmission({ other_report_known: 'yes' }, steps), CONTEXT).record)
    expect([known.knownToState, known.embassies, known.reportedElsewhere]).toEqual([true, ['TH'], true])
    const unknown = recordReader()(receive(plainSubmission({ other_report_known: 'no' }), CONTEXT).record)
    expect([unknown.knownToState, unknown.embassies, unknown.reportedElsewhere]).toEqual([false, [], false])
    expect(known.codes.gender).toBe(unknown.codes.gender)
  })
})
