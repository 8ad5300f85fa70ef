/** What the rules of the questionnaire say of a form as it stands, and of which of it the person is told at which part. Pure. */
import { CONFIRMABLE } from '../../survey-schema/answers/rules.ts'
import type { Language, Text } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import type { FilledForm } from './form-state.ts'
import { PARTS, REVIEW } from './places-in-form.ts'
import type { PartState } from './progress.tsx'
import { examine, type FormFindings, submissionOf } from './submission.ts'
import { placed, ruleText } from './trouble-list.tsx'

export interface FormPosition {
  /** Index of the part on screen; `REVIEW` for the last one. */
  readonly current: number
  /** Parts that were left once: their faults are shown. */
  readonly seen: ReadonlySet<number>
}

/** Rules are applied to the parts that were reached, so that nobody is told of a question that is still to come. */
export function findingsOf(form: FilledForm, language: Language, { current, seen }: FormPosition, year: number): FormFindings {
  const reached = current === REVIEW ? REVIEW : Math.max(current, ...seen)
  return examine(submissionOf(form, language, reached), year)
}

/**
 * @param refused what the server alone could find; it stands until an answer changes
 */
export function formChecks(findings: FormFindings, refused: readonly Issue[], { current, seen }: FormPosition) {
  const found = findings.issues.length > 0 ? findings.issues : refused
  // What can be confirmed has a place of its own.
  const issues = placed(found.filter((issue) => !CONFIRMABLE.some((check) => check === issue.rule)))
  const shown = issues.filter(({ place }) => current === REVIEW || (place.part === current && seen.has(current)))
  const faulty = (part: number) => issues.some(({ place }) => place.part === part)
  return {
    shown: shown.map(({ issue }) => issue),
    toConfirm: CONFIRMABLE.filter((check) => findings.flags.includes(check) || findings.issues.some((issue) => issue.rule === check)),
    faulty,
    states: [...PARTS.map((_, part): PartState => (!seen.has(part) ? 'open' : faulty(part) ? 'trouble' : 'done')), 'open' as const],
    troublesAt: (name: string): readonly Text[] =>
      shown.filter(({ place }) => place.name === name).map(({ issue }) => ruleText(issue.rule)),
  }
}
