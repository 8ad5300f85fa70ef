/** What the rules of the questionnaire say of the form, once they are there. */
import { useMemo, useRef } from 'react'
import type { Language } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { type FormPosition, formChecks, NOTHING_FOUND } from './form-checks.ts'
import type { FilledForm } from './form-state.ts'
import { useEngine } from './use-engine.ts'

const currentYear = new Date().getFullYear()

/** @param begun whether there is an answer: the rules are fetched then @param refused what the server alone could find */
export function useJudgedForm(form: FilledForm, language: Language, position: FormPosition, begun: boolean, refused: readonly Issue[]) {
  const { engine, failed, load } = useEngine(begun)
  const findings = useMemo(
    () => engine?.findingsOf(form, language, position, currentYear) ?? NOTHING_FOUND,
    [engine, form, language, position],
  )
  // What was typed last may still be read when the rules arrive, as a year of an era is: both came over the same line.
  const latest = useRef(form)
  latest.current = form
  const settled = () => new Promise<FilledForm>((resolve) => setTimeout(() => resolve(latest.current)))
  /** Whether the part on screen has a fault. Where the rules did not come it has none: nothing is sent before they were there. */
  const isFaulty = async () => {
    const found = engine ? findings : (await load())?.findingsOf(await settled(), language, position, currentYear)
    return found !== undefined && formChecks(found, [], position).faulty(position.current)
  }
  return { engine, failed, load, findings, checks: formChecks(findings, refused, position), isFaulty }
}
