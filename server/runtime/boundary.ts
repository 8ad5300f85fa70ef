/** Moments that lie a fixed time apart, whatever happens in between. */
import type { AtBoundary } from '../receipts/batch.ts'

/** Milliseconds. */
const PERIOD = 250
/** A timer may come a little early; what is due so soon was due already. */
const EARLY = 5

/** Milliseconds from now to the next boundary, which is not the one of now. */
export const untilBoundary = (now: number): number => {
  const left = PERIOD - (now % PERIOD)
  return left < EARLY ? left + PERIOD : left
}

export const atBoundary: AtBoundary = (work) => void setTimeout(work, Math.ceil(untilBoundary(Date.now())))
