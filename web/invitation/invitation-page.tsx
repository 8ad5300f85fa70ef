/** Somebody who was handed a code, typed or in the fragment of an address, which no server ever sees. */
import { useState } from 'react'
import { useEditions } from '../frame/editions.ts'
import { takeFragment } from '../frame/fragment.ts'
import { Frame } from '../frame/frame.tsx'
import { useLanguage } from '../language/language.tsx'
import { CodeForm } from '../people/code-form.tsx'
import { WORDS } from './words.ts'

export function InvitationPage() {
  const { say } = useLanguage()
  const { fictional } = useEditions()
  const [code] = useState(takeFragment)
  return (
    <Frame page="sign-in" title={WORDS.title} fictional={fictional}>
      <h1>{say(WORDS.title)}</h1>
      <p>{say(WORDS.lead)}</p>
      <CodeForm path="/invitation" firstCode={code} />
      <p className="quiet">{say(WORDS.shared)}</p>
    </Frame>
  )
}
