/** A text to copy, with the button that does. */
import { useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

export function Copied({ name, text, code = false }: { readonly name: Text; readonly text: string; readonly code?: boolean }) {
  const { say, tell } = useLanguage()
  const [copied, setCopied] = useState<string | null>(null)
  return (
    <div className="copied">
      <p className="copied-name">{tell(name)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
      <section aria-label={say(name)} tabIndex={0} className="copied-frame">
        <pre className={code ? 'copied-code' : 'copied-text'}>{text}</pre>
      </section>
      <button
        type="button"
        aria-label={say(WORDS.copyNamed(say(name)))}
        onClick={() =>
          navigator.clipboard.writeText(text).then(
            () => setCopied(text),
            () => setCopied(null),
          )
        }
      >
        {tell(copied === text ? WORDS.copied : WORDS.copy)}
      </button>
    </div>
  )
}
