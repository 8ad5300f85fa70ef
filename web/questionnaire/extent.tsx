/** How much is asked: every question, or those that every case answers. */
import { useLanguage } from '../language/language.tsx'
import { CORE_QUESTIONS, partsAsked } from './places-in-form.ts'
import { WORDS } from './words.ts'

interface ExtentProps {
  readonly coreOnly: boolean
  readonly onChange: (coreOnly: boolean) => void
}

export function Extent({ coreOnly, onChange }: ExtentProps) {
  const { tell } = useLanguage()
  const choices = [
    [false, WORDS.extentAll(partsAsked(false).length)],
    [true, WORDS.extentCore(CORE_QUESTIONS.length)],
  ] as const
  return (
    <fieldset className="question">
      <legend>{tell(WORDS.extent)}</legend>
      <div className="choices single-file">
        {choices.map(([core, words]) => (
          <label key={words.en} className="choice">
            <input type="radio" name="extent" value={core ? 'core' : 'all'} checked={coreOnly === core} onChange={() => onChange(core)} />
            <span>{tell(words)}</span>
          </label>
        ))}
      </div>
      <p className="quiet keys-hint">{tell(WORDS.keys)}</p>
    </fieldset>
  )
}
