/** What the rules of the questionnaire say of the form, once they are there. */
import { useMemo, useRef } from 'react'
import type { Language } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { type FormPosition, formChecks, NOTHING_FOUND } from './form-checks.ts'
import type { FilledForm } from './form-state.ts'
import { useEngine } from './use-engine.ts'
import { yearsAreRead } from './year-reading.ts'

const currentYear = new Date().getFullYear()

/** @param begun whether there is an answer: the rules are fetched then @param refused what the server alone could find */
export function useJudgedForm(form: FilledForm, language: Language, position: FormPosition, begun: boolean, refused: readonly Issue[]) {
  const { engine, failed, load } = useEngine(begun)
  const findings = useMemo(
    () => engine?.findingsOf(form, language, position, currentYear) ?? NOTHING_FOUND,
    [engine, form, language, position],
  )
  const latest = useRef(form)
  latest.current = form
  const settled = () => new Promise<FilledForm>((resolve) => setTimeout(() => resolve(latest.current)))
  /**
   * Whether the part on screen has a fault. Where the rules did not come it has none: nothing is sent before they were there. A year may still
   * be read when somebody goes on, and is in the form only after the page has changed.
   */
  const isFaulty = async () => {
    const rules = engine ?? (await load())
    if (!rules) return false
    await yearsAreRead()
    return formChecks(rules.findingsOf(await settled(), language, position, currentYear), [], position).faulty(position.current)
  }
  return { engine, failed, load, findings, checks: formChecks(findings, refused, position), isFaulty }
}
