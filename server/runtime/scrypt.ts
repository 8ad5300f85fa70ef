/** scrypt on the machine itself. It takes 16 MiB and a quarter of a second, so no more than two are made at a time and not many may wait. */
import { scrypt } from 'node:crypto'
import { ProblemError } from '../../survey-schema/problem.ts'
import { HASH_BYTES, type Stretch } from '../sealing/password-hash.ts'

const AT_A_TIME = 2
const WAITING = 20

const made: Stretch = (password, salt, { n, r, p }) =>
  new Promise((resolve, reject) =>
    scrypt(password, salt, HASH_BYTES, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error ? reject(error) : resolve(new Uint8Array(key)),
    ),
  )

/** @throws ProblemError 'too-many-requests' when too many wait */
export function boundedScrypt(): Stretch {
  let running = 0
  const waiting: (() => void)[] = []
  return async (password, salt, cost) => {
    if (running >= AT_A_TIME) {
      if (waiting.length >= WAITING) throw new ProblemError('too-many-requests')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
    running++
    try {
      return await made(password, salt, cost)
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
