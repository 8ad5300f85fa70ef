/** Answers that seldom go together: right as they stand, or to be changed. */
import { useLanguage } from '../language/language.tsx'
import type { FormStep } from './form-state.ts'
import { type PlaceInForm, placeOfQuestion } from './places-in-form.ts'
import { ruleText } from './trouble-list.tsx'
import { WORDS } from './words.ts'

/** Where the answer stands that one would change first. */
const LOOK_AT: Readonly<Record<string, string>> = {
  R03: 'minor_when_exploited',
  R06: 'leg_from_country',
  R07: 'leg_purpose',
  R08: 'leg_purpose',
  R09: 'exploitation_duration',
  R12: 'status_at_contact',
  R13: 'entry_status',
  R14: 'means_of_control',
  R15: 'means_of_control',
  R16: 'residence_outcome',
  R17: 'exit_mode',
  R23: 'consent_basis',
}

interface FlagsProps {
  readonly flags: readonly string[]
  /** Those without whose confirmation the case is refused. */
  readonly needed: readonly string[]
  readonly confirmed: readonly string[]
  readonly onStep: (step: FormStep) => void
  readonly onGo: (place: PlaceInForm) => void
}

export function FlagsToConfirm({ flags, needed, confirmed, onStep, onGo }: FlagsProps) {
  const { tell } = useLanguage()
  if (flags.length === 0) return null
  return (
    <section className="flags" aria-labelledby="flags-title">
      <h2 id="flags-title">{tell(WORDS.flagsHeading)}</h2>
      <p className="quiet">{tell(WORDS.flagsHint)}</p>
      <ul>
        {flags.map((flag) => (
          <li key={flag}>
            <p id={`flag-${flag}`}>
              {tell(ruleText(flag))} {needed.includes(flag) && <strong>{tell(WORDS.flagNeeded)}</strong>}
            </p>
            <div className="flag-answers">
              <label className="choice">
                <input
                  type="checkbox"
                  aria-describedby={`flag-${flag}`}
                  checked={confirmed.includes(flag)}
                  onChange={(event) => onStep({ type: 'confirm', check: flag, on: event.target.checked })}
                />
                <span>{tell(flag === 'R23' ? WORDS.guardianApart : WORDS.flagRight)}</span>
              </label>
              <button
                type="button"
                className="plain"
                aria-describedby={`flag-${flag}`}
                onClick={() => onGo(placeOfQuestion(LOOK_AT[flag] ?? ''))}
              >
                {tell(WORDS.change)}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
