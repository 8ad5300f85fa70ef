/** The first administrator of a network. */
import { useEditions } from '../frame/editions.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { CodeForm } from '../people/code-form.tsx'
import { WORDS } from './words.ts'

export function SetupPage() {
  const { say } = useLanguage()
  const { fictional } = useEditions()
  return (
    <Frame page="sign-in" title={WORDS.title} fictional={fictional}>
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.lead)}</p>
      <CodeForm path="/setup" usernameHint={WORDS.usernameHint} />
      <p className="quiet">{say(WORDS.next)}</p>
    </Frame>
  )
}
