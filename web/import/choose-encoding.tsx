/** Which encoding a text is in, where its bytes do not decide: each with some lines of the file as it reads them. */
import { type SubmitEvent, useState } from 'react'
import { ENCODING_NAMES, type Encoding } from '../../survey-schema/partner-files/texts/encoding.ts'
import { useLanguage } from '../language/language.tsx'
import type { EncodingPreview } from './reading-messages.ts'
import { WORDS } from './words.ts'

interface ChooseEncodingProps {
  readonly previews: readonly EncodingPreview[]
  readonly onChoose: (encoding: Encoding) => void
}

export function ChooseEncoding({ previews, onChoose }: ChooseEncodingProps) {
  const { say } = useLanguage()
  const [chosen, setChosen] = useState<Encoding | null>(null)
  const goOn = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen) onChoose(chosen)
  }
  return (
    <form onSubmit={goOn}>
      <h1 id="encoding-title" tabIndex={-1}>
        {say(WORDS.encodingHeading)}
      </h1>
      <p>{say(WORDS.encodingHint)}</p>
      <fieldset>
        <legend>{say(WORDS.encodingChoice)}</legend>
        {previews.map(({ encoding, lines }) => (
          <div key={encoding} className="encoding-preview">
            <label>
              <input type="radio" name="encoding" checked={chosen === encoding} onChange={() => setChosen(encoding)} />{' '}
              {ENCODING_NAMES[encoding]}
            </label>
            <pre>{lines.join('\n')}</pre>
          </div>
        ))}
      </fieldset>
      <p>{say(WORDS.encodingNone)}</p>
      <button type="submit" className="main-action" disabled={!chosen}>
        {say(WORDS.goOn)}
      </button>
    </form>
  )
}
