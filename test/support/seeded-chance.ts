/**
 * Before each file of tests: keys and ids that our code draws come from the seed of the run. Three things have no seed, and no figure depends
 * on them: the ephemeral key of each seal, which WebCrypto draws inside itself; how a secret is split into shares, for which the library asks
 * Node; and what a program draws that a test starts.
 */
import { relative } from 'node:path'
import { afterEach, expect } from 'vitest'
import { drawFor } from './drawn-chance.ts'
import { PROJECT } from './project-files.ts'
import { seedOfRun } from './seed.ts'

drawFor(relative(PROJECT, expect.getState().testPath ?? ''))

afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.error(`SEED=${seedOfRun()} draws the same again`)
})
