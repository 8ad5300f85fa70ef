/** From the first question to the receipt: what the page holds while she answers. All of it is in memory, and nothing is kept on the device. */
import { useCallback, useMemo, useReducer, useRef, useState } from 'react'
import { answerSubmission } from '../../survey-schema/credentials/answer-submission.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import type { Language, Text } from '../../survey-schema/text.ts'
import { changed, EMPTY_FORM, type FilledForm } from '../questionnaire/form-state.ts'
import { sendAnswers } from './answer-client.ts'
import { type SentAnswers, type Stored, storedOf } from './attempts.ts'
import type { Invited } from './invited.ts'
import { ownSubmission } from './own-answers.ts'
import { adviceOf } from './refusal-words.ts'

/** 128 bits: the receipt is made of them, so that whoever made the code does not know it. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The body to send, or what stands in its way. */
function signedBody(form: FilledForm, language: Language, { keys, invitation }: Invited): string | readonly Issue[] {
  try {
    return JSON.stringify(answerSubmission(ownSubmission(form, language), invitation, keys))
  } catch (problem) {
    if (problem instanceof ProblemError) return problem.errors
    throw problem
  }
}

export function useAnswering(language: Language, invited: Invited) {
  const [form, change] = useReducer(changed, EMPTY_FORM)
  const [stored, setStored] = useState<Stored | null>(null)
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<Text | null>(null)
  // Changed answers are another request; what was sent before may have been stored all the same.
  const attempts = useRef<readonly SentAnswers[]>([])
  const busy = useRef(false)

  const body = useMemo(() => signedBody(form, language, invited), [form, language, invited])

  const send = useCallback(async () => {
    if (busy.current || typeof body !== 'string') return
    busy.current = true
    const before = attempts.current.find((attempt) => attempt.body === body)
    attempts.current = [...attempts.current.filter((attempt) => attempt !== before), before ?? { body, key: randomKey() }]
    setSending(true)
    setTrouble(null)
    try {
      setStored(await storedOf(attempts.current, async (attempt) => (await sendAnswers(attempt.body, attempt.key)).receipt))
      attempts.current = []
    } catch (reason) {
      setTrouble(adviceOf(reason))
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [body])

  return { form, change, stored, sending, trouble, issues: typeof body === 'string' ? [] : body, send }
}
