/** A code that was just made, to be handed over by hand: as text, and as an address whose fragment no server sees. */
import type { Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { WORDS } from './words.ts'

interface HandedCodeProps {
  readonly title: Text
  readonly code: string
  readonly until: string
  /** Where it is typed; left out for what is no code of a person. */
  readonly path?: string
}

export function HandedCode({ title, code, until, path }: HandedCodeProps) {
  const { say } = useLanguage()
  return (
    <div className="trouble" role="status">
      <p>
        {say(title)} {say(WORDS.shownOnce)}
      </p>
      <p className="code">{code}</p>
      {path && <p className="code">{`${window.location.origin}${path}#${code}`}</p>}
      <p className="quiet">{say(WORDS.until(until))}</p>
    </div>
  )
}
