/** A title and a text of the author's own, with a look at how the text will stand. */
import { useId } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'
import { WrittenText } from './written-text.tsx'

interface OwnWordsProps {
  readonly titleLabel: Text
  readonly textLabel: Text
  readonly title: string
  readonly text: string
  readonly onTitle: (title: string) => void
  readonly onText: (text: string) => void
  readonly placeholder?: string
}

/** Characters: more than a page of print beside one table. */
const LONGEST = 20_000

export function OwnWords({ titleLabel, textLabel, title, text, onTitle, onText, placeholder }: OwnWordsProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <div className="own-words">
      <label htmlFor={`${id}-title`}>{say(titleLabel)}</label>
      <input
        id={`${id}-title`}
        type="text"
        autoComplete="off"
        maxLength={200}
        value={title}
        placeholder={placeholder}
        onChange={(event) => onTitle(event.target.value)}
      />
      <label htmlFor={`${id}-text`}>{say(textLabel)}</label>
      <textarea
        id={`${id}-text`}
        autoComplete="off"
        maxLength={LONGEST}
        rows={Math.min(16, Math.max(4, text.split('\n').length + 1))}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {text.trim() !== '' && (
        <details>
          <summary>{say(WORDS.preview)}</summary>
          <WrittenText markdown={text} />
        </details>
      )}
    </div>
  )
}
