/**
 * In each process that tests: keys and ids that our code draws come from the seed of the run, because it takes chance from
 * `crypto.getRandomValues` alone. Three things have no seed, and no figure depends on them: the ephemeral key of each seal, which WebCrypto
 * draws inside itself; how a secret is split into shares, for which the library asks Node; and what a program draws that a test starts.
 */
import { relative } from 'node:path'
import { afterEach, expect } from 'vitest'
import { PROJECT } from './project-files.ts'
import { drawnBytes, seedOfRun } from './seed.ts'

const real = crypto.getRandomValues.bind(crypto)
let next = drawnBytes(relative(PROJECT, expect.getState().testPath ?? ''))

Object.defineProperty(crypto, 'getRandomValues', {
  configurable: true,
  value<Values extends ArrayBufferView>(values: Values): Values {
    // The real one refuses what it always refuses.
    real(values as never)
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength).set(next(values.byteLength))
    return values
  },
})

/** While `make` runs, chance is of this purpose, whichever file asks for it first. */
export async function drawingFor<Made>(purpose: string, make: () => Promise<Made>): Promise<Made> {
  const before = next
  next = drawnBytes(purpose)
  try {
    return await make()
  } finally {
    next = before
  }
}

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(`SEED=${seedOfRun()} draws the same again`)
})
