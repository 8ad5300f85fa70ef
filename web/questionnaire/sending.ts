/** Sending, so that trying again is always safe: one key for one filled form, kept until the server has said yes. */
import { useCallback, useRef, useState } from 'react'
import { client, type Receipt, Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import type { Submission } from './submission.ts'

interface Attempt {
  readonly form: string
  /** What was sent, and is sent again after a dropped line; null before. */
  body: string | null
  idempotencyKey: string
}

/** The case was signed for an edition that is not open any more, or is read in another way by the server: nothing was stored. */
const TO_BE_SIGNED_AGAIN: ReadonlySet<string> = new Set(['edition-changed', 'record-differs'])

/** @throws Refused */
async function sent(attempt: Attempt, submission: Submission, credential: HeldCredential): Promise<Receipt> {
  attempt.body ??= await signedBody(submission, credential)
  try {
    return await client.submitCase(attempt.body, credential.access, attempt.idempotencyKey)
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason
    // Whatever the answer says, what comes next may be another text.
    if (reason.slug !== 'no-connection' && reason.slug !== 'busy') attempt.body = null
    if (!TO_BE_SIGNED_AGAIN.has(reason.slug)) throw reason
    attempt.idempotencyKey = randomKey()
    attempt.body = await signedBody(submission, credential)
    return client.submitCase(attempt.body, credential.access, attempt.idempotencyKey)
  }
}

/** Tagged and signed on this machine where the organisation has a secret; otherwise the form as it is. */
async function signedBody(submission: Submission, credential: HeldCredential): Promise<string> {
  const { bodyToSend } = await import('../credential/body-to-send.ts')
  return bodyToSend(submission, credential)
}

export function useSending(onReceipt: (receipt: Receipt) => void) {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const attempt = useRef<Attempt | null>(null)

  async function send(submission: Submission, credential: HeldCredential) {
    const form = JSON.stringify(submission)
    // The same form keeps its key over a dropped line; a changed one is another request.
    if (attempt.current?.form !== form) attempt.current = { form, body: null, idempotencyKey: randomKey() }
    setSending(true)
    setRefusal(null)
    try {
      const receipt = await sent(attempt.current, submission, credential)
      attempt.current = null
      onReceipt(receipt)
    } catch (reason) {
      setRefusal(reason instanceof Refused ? reason : new Refused('internal'))
    } finally {
      setSending(false)
    }
  }
  const forgetRefusal = useCallback(() => setRefusal(null), [])
  return { sending, refusal, send, forgetRefusal }
}

/** 128 bits as hexadecimal. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
