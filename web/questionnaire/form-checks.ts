/** What the rules of the questionnaire say of a form as it stands, and of which of it the person is told at which part. Pure. */
import { CONFIRMABLE } from '../../survey-schema/answers/rules.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { PARTS, REVIEW } from './places-in-form.ts'
import type { PartState } from './progress.tsx'
import { placed, ruleText } from './trouble-list.tsx'

export interface FormPosition {
  /** Index of the part on screen; `REVIEW` for the last one. */
  readonly current: number
  /** Parts that were left once: their faults are shown. */
  readonly seen: ReadonlySet<number>
}

/** What the engine finds: refusals with their places, or flags to confirm. */
export interface FormFindings {
  readonly issues: readonly Issue[]
  readonly flags: readonly string[]
}

export const NOTHING_FOUND: FormFindings = { issues: [], flags: [] }

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
