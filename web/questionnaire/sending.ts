/** Sending, so that trying again is always safe: one key for one filled form, kept until the server has said yes. */
import { useCallback, useRef, useState } from 'react'
import { client, type Receipt, Refused } from '../client.ts'
import type { Submission } from './submission.ts'

interface Attempt {
  readonly body: string
  readonly idempotencyKey: string
}

export function useSending(onReceipt: (receipt: Receipt) => void) {
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const attempt = useRef<Attempt | null>(null)

  async function send(submission: Submission, organisationKey: string) {
    const body = JSON.stringify(submission)
    // The same form keeps its key over a dropped line; a changed one is another request.
    if (attempt.current?.body !== body) attempt.current = { body, idempotencyKey: randomKey() }
    setSending(true)
    setRefusal(null)
    try {
      const receipt = await client.submitCase(body, organisationKey, attempt.current.idempotencyKey)
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
