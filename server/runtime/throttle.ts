/** One bucket of tokens for a whole route: how many asked is counted, not who. Nothing is stored. */
import type { Throttle } from '../deps.ts'

/** Requests at once, and seconds until one more is taken. */
const HOLDS = 60
const SECONDS_EACH = 1

/** @param seconds since some moment; only differences count */
export function tokenBucket(seconds: () => number = () => performance.now() / 1000): Throttle {
  let tokens = HOLDS
  let last = seconds()
  return {
    take() {
      const now = seconds()
      tokens = Math.min(HOLDS, tokens + (now - last) / SECONDS_EACH)
      last = now
      if (tokens < 1) return false
      tokens--
      return true
    },
  }
}
