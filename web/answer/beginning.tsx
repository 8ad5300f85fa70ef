/** Before the code: help, and the field where the network has switched answers on in this language. */
import type { Network } from '../answer-shapes.ts'
import { useLanguage } from '../language/language.tsx'
import { LimitsOfLeaving } from '../leaving/limits.tsx'
import { CodeField } from './code-field.tsx'
import { HelpFirst } from './help-first.tsx'
import { WORDS } from './words.ts'

interface BeginningProps {
  readonly network: Network
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onCode: (code: string) => Promise<void>
}

export function Beginning({ network: { answers, hotlines }, typed, onType, onCode }: BeginningProps) {
  const { spoken, tell } = useLanguage()
  const on = answers.some((tag) => tag === spoken)
  return (
    <>
      <h1>{tell(on ? WORDS.heading : WORDS.title)}</h1>
      <HelpFirst hotlines={hotlines} />
      {on ? (
        <>
          <p>{tell(WORDS.what)}</p>
          <p>{tell(WORDS.sealed)}</p>
          <CodeField typed={typed} onType={onType} onCode={onCode} />
        </>
      ) : (
        <p>{tell(WORDS.off)}</p>
      )}
      <LimitsOfLeaving />
    </>
  )
}
