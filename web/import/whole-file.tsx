/** Answers that no column gives and that hold for every row. */
import { useId } from 'react'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import { useLanguage } from '../language/language.tsx'
import { questionText } from './places.ts'
import { WORDS } from './words.ts'

interface WholeFileProps {
  readonly whole: Readonly<Record<string, string>>
  /** Every case needs them; otherwise they may stay empty. */
  readonly needed: boolean
  readonly onChange: (whole: Readonly<Record<string, string>>) => void
}

export function WholeFile({ whole, needed, onChange }: WholeFileProps) {
  const { say } = useLanguage()
  return (
    <section className={needed ? 'whole-file' : 'may-hold'}>
      <h2>{say(needed ? WORDS.wholeHeading : WORDS.mayHeading)}</h2>
      <p>{say(needed ? WORDS.wholeHint : WORDS.mayHint)}</p>
      {needed && <p className="quiet">{say(WORDS.allWait)}</p>}
      <ul className="decisions">
        {Object.entries(whole).map(([id, answer]) => (
          <li key={id} className="decision" id={`whole-${id}`} tabIndex={-1}>
            <WholeAnswer id={id} answer={answer} onAnswer={(next) => onChange({ ...whole, [id]: next })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WholeAnswer({ id, answer, onAnswer }: { id: string; answer: string; onAnswer: (answer: string) => void }) {
  const { say } = useLanguage()
  const name = useId()
  const question = questionById(id)
  const codes = question?.codes.filter(({ importOnly }) => !importOnly) ?? []
  if (question?.type === 'multiple') {
    const ticked = answer.split(';').filter((code) => code !== '')
    const press = (code: string) => onAnswer((ticked.includes(code) ? ticked.filter((one) => one !== code) : [...ticked, code]).join(';'))
    return (
      <fieldset>
        <legend>{say(questionText(id))}</legend>
        {codes.map((code) => (
          <label key={code.code} className="choice">
            <input type="checkbox" checked={ticked.includes(code.code)} onChange={() => press(code.code)} />
            <span>{say(code)}</span>
          </label>
        ))}
      </fieldset>
    )
  }
  return (
    <>
      <label htmlFor={name}>{say(questionText(id))}</label>
      {question?.type === 'date_precision' ? (
        <input id={name} inputMode="numeric" pattern="[0-9]{4}" value={answer} onChange={({ target }) => onAnswer(target.value)} />
      ) : (
        <select id={name} value={answer} onChange={({ target }) => onAnswer(target.value)}>
          <option value="">{say(WORDS.choose)}</option>
          {codes.map((code) => (
            <option key={code.code} value={code.code}>
              {say(code)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
