/**
 * Before a run of tests: its seed is drawn and printed, and there is a folder for what several files need and one of them makes. Both end
 * with the run, so nothing that was made by older code is ever read.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedOfRun } from './seed.ts'

/** The variable with its path, which the processes of the tests inherit; the program refuses settings of its own prefix that it does not know. */
const VARIABLE = 'TEST_RUN_FOLDER'

/** Null outside a run of tests, as in a benchmark. */
export const runFolder = (): string | null => process.env[VARIABLE] ?? null

export default function setup() {
  // Several projects of one run share both.
  if (runFolder() !== null) return () => {}
  process.stdout.write(`Seed of the random choices: SEED=${seedOfRun()}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-run-'))
  process.env[VARIABLE] = folder
  return () => {
    delete process.env[VARIABLE]
    rmSync(folder, { recursive: true, force: true })
  }
}
