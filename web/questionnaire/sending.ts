/** Sending, so that trying again is always safe: one key for one filled form, kept until the server has said yes. */
import { useCallback, useRef, useState } from 'react'
import { client, type Receipt, Refused } from '../client.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import type { Submission } from './submission.ts'

export interface Attempt {
  readonly form: string
  /** What was sent, and is sent again after a dropped line; null before. */
  readonly body: string | null
  readonly idempotencyKey: string
}

/** The case was signed for an edition that is not open any more, or is read in another way by the server: nothing was stored. */
const TO_BE_SIGNED_AGAIN: ReadonlySet<string> = new Set(['edition-changed', 'record-differs'])

type Keep = (attempt: Attempt) => void

/** @param keep is told of every change of what is being sent, before it is sent @throws Refused */
async function sent(first: Attempt, submission: Submission, credential: HeldCredential, keep: Keep): Promise<Receipt> {
  const send = async (attempt: Attempt & { readonly body: string }) => {
    keep(attempt)
    return client.submitCase(attempt.body, credential.access, attempt.idempotencyKey)
  }
  try {
    return await send({ ...first, body: first.body ?? (await signedBody(submission, credential)) })
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason
    // Whatever the answer says, what comes next may be another text.
    if (reason.slug !== 'no-connection' && reason.slug !== 'busy') keep({ ...first, body: null })
    if (!TO_BE_SIGNED_AGAIN.has(reason.slug)) throw reason
    return send({ form: first.form, idempotencyKey: randomKey(), body: await signedBody(submission, credential) })
  }
}

/** Tagged and signed on this machine where the organisation has a secret; otherwise the form as it is. */
async function signedBody(submission: Submission, credential: HeldCredential): Promise<string> {
  const { bodyToSend } = await import('../credential/body-to-send.ts')
  return bodyToSend(submission, credential)
}

/** The case that is held under this reference is replaced, whole. Sent again after a dropped line it replaces itself. @throws Refused */
async function corrected(submission: Submission, credential: HeldCredential): Promise<void> {
  const { ownCase } = await import('../credential/own-case.ts')
  const { bodyToSend } = await import('../credential/body-to-send.ts')
  const found = await ownCase(String(submission.answers.partner_case_key), credential)
  await client.correctCase(await bodyToSend(submission, credential, found.version + 1), found, credential.access)
}

interface WhenSent {
  readonly onReceipt: (receipt: Receipt) => void
  readonly onCorrected: () => void
}

export function useSending({ onReceipt, onCorrected }: WhenSent) {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [attempt, setAttempt] = useState<Attempt | null>(null)
  // Two presses of one moment are one: the page is drawn anew only after both.
  const busy = useRef(false)

  async function whileSending(work: () => Promise<void>) {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setRefusal(null)
    try {
      await work()
      setAttempt(null)
    } catch (reason) {
      setRefusal(reason instanceof Refused ? reason : new Refused('internal'))
    } finally {
      busy.current = false
      setSending(false)
    }
  }
  const send = (submission: Submission, credential: HeldCredential) =>
    whileSending(async () => {
      const form = JSON.stringify(submission)
      // The same form keeps its key over a dropped line; a changed one is another request.
      const first = attempt?.form === form ? attempt : { form, body: null, idempotencyKey: randomKey() }
      onReceipt(await sent(first, submission, credential, setAttempt))
    })
  const correct = (submission: Submission, credential: HeldCredential) =>
    whileSending(async () => {
      await corrected(submission, credential)
      onCorrected()
    })
  const forgetRefusal = useCallback(() => setRefusal(null), [])
  return { sending, refusal, attempt, send, correct, resumeAttempt: setAttempt, forgetRefusal }
}

/** 128 bits as hexadecimal. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
