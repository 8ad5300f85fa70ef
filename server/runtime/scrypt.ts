/**
 * scrypt on the machine itself. It takes 16 MiB and a quarter of a second of a core, in the same four threads that compress answers and read files
 * (libuv). So one is made at a time, two where there are three cores and more: threads and a core stay free for cases and withdrawals, whose
 * database needs no such thread.
 */
import { randomInt, scrypt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { ProblemError } from '../../survey-schema/problem.ts'
import { HASH_BYTES, type Stretch } from '../sealing/password-hash.ts'

const AT_A_TIME = availableParallelism() > 2 ? 2 : 1
/** So few that whoever waits is served within some two seconds; the next one is told to come again. */
const WAITING = 8 * AT_A_TIME

const made = (...[password, salt, { n, r, p }]: Parameters<Stretch>): Promise<Uint8Array> =>
  new Promise((resolve, reject) =>
    scrypt(password, salt, HASH_BYTES, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error ? reject(error) : resolve(new Uint8Array(key)),
    ),
  )

/**
 * Who waits is taken at random. In the order of arrival a flood that comes first would be served first, and nobody else; so everybody who
 * comes in has the same chance, known username or not.
 * @param pick place of whoever goes next, or leaves a full queue
 * @throws ProblemError 'busy' for whoever leaves because too many wait
 */
export function boundedScrypt(pick: (waiting: number) => number = (waiting) => randomInt(waiting)): Stretch {
  let running = 0
  const waiting: { readonly go: () => void; readonly leave: (error: ProblemError) => void }[] = []
  const taken = () => (waiting.length > 0 ? waiting.splice(pick(waiting.length), 1)[0] : undefined)
  const turn = () =>
    new Promise<void>((go, leave) => {
      waiting.push({ go, leave })
      if (waiting.length > WAITING) taken()?.leave(new ProblemError('busy'))
    })
  return async (password, salt, cost, first) => {
    if (running >= AT_A_TIME) await turn()
    else running++
    try {
      await first?.()
      return await made(password, salt, cost)
    } finally {
      // Whoever is next takes this place over, so that nobody who has just come slips in between.
      const next = taken()
      if (next) next.go()
      else running--
    }
  }
}
