/** The case reference, as it is typed. The browser does not remember it. */
import { useLanguage } from '../language/language.tsx'
import type { ControlProps } from './choices.tsx'
import { WORDS } from './words.ts'

export function CaseReference({
  question,
  name,
  answer,
  describedBy,
  invalid,
  onAnswer,
  labelledBy,
}: ControlProps & { labelledBy: string }) {
  const { tell } = useLanguage()
  return (
    <>
      <input
        id={`${name}-first`}
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={question.max ?? undefined}
        value={typeof answer === 'string' ? answer : ''}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => onAnswer(event.target.value)}
      />
      {question.max !== null && <p className="quiet">{tell(WORDS.upTo(question.max))}</p>}
    </>
  )
}
