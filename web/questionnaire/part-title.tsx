/** The words at the head of a part; before the first question, what the form is and the one sentence that matters most. */
import { useLanguage } from '../language/language.tsx'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { PARTS } from './places-in-form.ts'
import { PART_HINTS, WORDS } from './words.ts'

export function Opening({ closed }: { closed: boolean }) {
  const { tell } = useLanguage()
  return (
    <header className="form-opening">
      <h1>{tell(WORDS.heading)}</h1>
      <p>{tell(WORDS.intro)}</p>
      <p>{tell(WORDS.introKept)}</p>
      {closed && (
        <p className="trouble" role="note">
          {tell(WORDS.noOpenEdition)}
        </p>
      )}
      <p className="independence">{tell(WORDS.independence)}</p>
      <LimitsOfLeaving />
    </header>
  )
}

export function PartTitle({ part }: { part: number }) {
  const { tell } = useLanguage()
  const here = PARTS[part]
  const hint = here && here.id in PART_HINTS ? PART_HINTS[here.id as keyof typeof PART_HINTS] : null
  const Heading = part === 0 ? 'h2' : 'h1'
  return (
    <>
      <Heading id="part-title" className="part-title" tabIndex={-1}>
        {here && <span className="part-letter">{here.letter}</span>}
        {tell(here ?? WORDS.review)}
      </Heading>
      {hint && <p className="part-hint">{tell(hint)}</p>}
    </>
  )
}
