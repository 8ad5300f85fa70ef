/**
 * Requests for withdrawal are gathered until a boundary in time, looked up together, and answered together at a boundary after that. When an
 * answer leaves shows neither whether the receipt had a case nor what the others held, and no number of requests keeps one of them out.
 */
import { ProblemError } from '../../survey-schema/problem.ts'
import type { AskWithdrawal } from '../deps.ts'
import { toHex } from '../sealing/bytes.ts'
import type { Store } from '../store/port.ts'
import { askWithdrawals } from '../store/queries/withdrawals.ts'

/** Does the work at the next boundary, which is the same for everybody. */
export type AtBoundary = (work: () => void) => void

/** Requests of one batch. A server in Node answers fewer in a quarter of a second, so that this bounds memory and keeps nobody out. */
const LARGEST = 16_384

interface WithdrawalBatch {
  readonly hashes: Map<string, Uint8Array>
  readonly answers: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[]
}

/** What was asked is durable when its promise settles; none of a batch is when its promises are rejected. */
export function batchedWithdrawals(store: Store, atBoundary: AtBoundary): AskWithdrawal {
  let gathering: WithdrawalBatch | null = null

  const lookUp = async ({ hashes, answers }: WithdrawalBatch) => {
    const failed = await store.batch(askWithdrawals([...hashes.values()])).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    atBoundary(() => {
      for (const { resolve, reject } of answers)
        if (failed) reject(failed.error)
        else resolve()
    })
  }

  const begin = (): WithdrawalBatch => {
    const batch: WithdrawalBatch = { hashes: new Map(), answers: [] }
    atBoundary(() => {
      gathering = null
      void lookUp(batch)
    })
    return batch
  }

  return (receiptHash) =>
    new Promise((resolve, reject) => {
      gathering ??= begin()
      if (gathering.answers.length >= LARGEST) return reject(new ProblemError('busy'))
      gathering.hashes.set(toHex(receiptHash), receiptHash)
      gathering.answers.push({ resolve, reject })
    })
}

/** Where a request may not wait for the work of another (Workers): each is a batch by itself, and keeps to the same boundaries. */
export const loneWithdrawals =
  (store: Store, atBoundary: AtBoundary): AskWithdrawal =>
  (receiptHash) =>
    batchedWithdrawals(store, atBoundary)(receiptHash)
