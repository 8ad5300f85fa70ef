/** What the form tells a person at which part: nothing of parts still to come, faults of a part only after it was left once. */
import { describe, expect, it } from 'vitest'
import { formChecks } from '../../web/questionnaire/form-checks.ts'
import { changed, EMPTY_FORM, type FilledForm } from '../../web/questionnaire/form-state.ts'
import { PARTS, placeOfQuestion, REVIEW } from '../../web/questionnaire/places-in-form.ts'
import { findingsOf } from '../../web/questionnaire/submission.ts'

const YEAR = 2026
const at = (current: number, ...seen: number[]) => ({ current, seen: new Set(seen) })
const checks = (form: FilledForm, position: ReturnType<typeof at>) => formChecks(findingsOf(form, 'en', position, YEAR), [], position)

describe('the form', () => {
  it('says nothing of an empty first part before it was left', () => {
    const { shown, states, faulty } = checks(EMPTY_FORM, at(0))
    expect(shown).toEqual([])
    expect(states).toHaveLength(PARTS.length + 1)
    expect(new Set(states)).toEqual(new Set(['open']))
    expect(faulty(0)).toBe(true)
  })

  it('shows the faults of a part that was left, at that part and at its question', () => {
    const { shown, states, troublesAt } = checks(EMPTY_FORM, at(0, 0))
    expect(shown.length).toBeGreaterThan(0)
    expect(states[0]).toBe('trouble')
    const place = shown.map(({ pointer }) => placeOfQuestion(pointer.split('/')[2] ?? ''))[0]
    expect(troublesAt(place?.name ?? '').length).toBeGreaterThan(0)
  })

  it('shows all faults on the last step', () => {
    const everywhere = PARTS.map((_, part) => part)
    const { shown } = checks(EMPTY_FORM, at(REVIEW, ...everywhere))
    expect(shown.length).toBeGreaterThanOrEqual(checks(EMPTY_FORM, at(0, 0)).shown.length)
  })

  it('shows what only the server could find until the form has faults of its own', () => {
    const refused = [{ pointer: '/answers/partner_case_key', rule: 'existing_record_rule' }]
    const empty = { issues: [], flags: [] } as unknown as Parameters<typeof formChecks>[0]
    expect(formChecks(empty, refused, at(REVIEW)).shown).toEqual(refused)
    const found = { issues: [{ pointer: '/answers/gender', rule: 'required' }], flags: [] } as unknown as Parameters<typeof formChecks>[0]
    expect(formChecks(found, refused, at(REVIEW)).shown.map(({ pointer }) => pointer)).toEqual(['/answers/gender'])
  })

  it('keeps an answer that was given when another part changes', () => {
    const form = changed(EMPTY_FORM, { type: 'answer', id: 'gender', answer: 'female' })
    expect(changed(form, { type: 'contacts', contacts: 'none' }).answers).toEqual({ gender: 'female' })
  })
})
