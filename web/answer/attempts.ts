/** Sending answers over a line that may drop: whatever was stored, its receipt comes. A code is used once, and only she has the receipt. */
import { Refused } from '../client.ts'

/** The same answers keep their key, so that sent again they are the same request. */
export interface SentAnswers {
  readonly body: string
  readonly key: string
}

export interface Stored {
  readonly receipt: string
  /** Answers that she changed after they were sent: their reply got lost, and they were stored. */
  readonly earlier: boolean
}

/** Of a code that was used meanwhile, and of one that was used before its edition closed. */
const TAKEN = ['invitation-used', 'invitation-over']

/**
 * The newest answers are sent first, so that earlier ones are never stored in their place; where the code is used up it may have been by those of
 * an earlier attempt, which are then sent again for their receipt.
 * @param attempts without a reply so far, the newest last  @throws what the newest is refused with, or 'no-connection' of an earlier one
 */
export async function storedOf(attempts: readonly SentAnswers[], send: (attempt: SentAnswers) => Promise<string>): Promise<Stored | null> {
  const [newest, ...earlier] = [...attempts].reverse()
  if (!newest) return null
  try {
    return { receipt: await send(newest), earlier: false }
  } catch (reason) {
    if (!isRefusal(reason, TAKEN)) throw reason
    for (const attempt of earlier) {
      const receipt = await send(attempt).catch(refusedAgain)
      if (receipt !== null) return { receipt, earlier: true }
    }
    throw reason
  }
}

const isRefusal = (reason: unknown, slugs: readonly string[]): boolean => reason instanceof Refused && slugs.includes(reason.slug)

/** Null where it was not this attempt that used the code. */
function refusedAgain(reason: unknown): null {
  if (isRefusal(reason, [...TAKEN, 'idempotency-mismatch'])) return null
  throw reason
}
