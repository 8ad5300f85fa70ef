/**
 * The chance of the code that is tested, drawn from the seed of the run: it takes chance from `crypto.getRandomValues` alone. Loaded once in a
 * process, however many files of tests follow one another in it, so that all of them draw from one place.
 */
import { drawnBytes } from './seed.ts'

const real = crypto.getRandomValues.bind(crypto)
let next = drawnBytes('')

Object.defineProperty(crypto, 'getRandomValues', {
  configurable: true,
  value<Values extends ArrayBufferView>(values: Values): Values {
    // The real one refuses what it always refuses.
    real(values as never)
    new Uint8Array(values.buffer, values.byteOffset, values.byteLength).set(next(values.byteLength))
    return values
  },
})

/** From now on chance is of this purpose. */
export function drawFor(purpose: string): void {
  next = drawnBytes(purpose)
}

/** While `make` runs, chance is of this purpose, whichever file asks for it first. */
export async function drawingFor<Made>(purpose: string, make: () => Promise<Made>): Promise<Made> {
  const before = next
  drawFor(purpose)
  try {
    return await make()
  } finally {
    next = before
  }
}
