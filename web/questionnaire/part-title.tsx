/** The words at the head of a part; before the first question, what the form is and the one sentence that matters most. */
import { useLanguage } from '../language/language.tsx'
import { PARTS } from './places-in-form.ts'
import { PART_HINTS, WORDS } from './words.ts'

export function Opening({ closed }: { closed: boolean }) {
  const { say } = useLanguage()
  return (
    <header className="form-opening">
      <h1>{say(WORDS.heading)}</h1>
      <p>{say(WORDS.intro)}</p>
      <p>{say(WORDS.introKept)}</p>
      <p className="quiet">
        {say(WORDS.leave)}
        {say({ ja: '：', en: ': ' })}
        {say(WORDS.leaveWhat)}
      </p>
      {closed && (
        <p className="trouble" role="note">
          {say(WORDS.noOpenEdition)}
        </p>
      )}
      <p className="independence">{say(WORDS.independence)}</p>
    </header>
  )
}

export function PartTitle({ part }: { part: number }) {
  const { say } = useLanguage()
  const here = PARTS[part]
  const hint = here && PART_HINTS[here.id]
  const Heading = part === 0 ? 'h2' : 'h1'
  return (
    <>
      <Heading id="part-title" className="part-title" tabIndex={-1}>
        {here && <span className="part-letter">{here.letter}</span>}
        {say(here ?? WORDS.review)}
      </Heading>
      {hint && <p className="part-hint">{say(hint)}</p>}
    </>
  )
}
