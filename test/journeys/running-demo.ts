/**
 * Before the journeys: the demo runs as its own process on a free port, an edition is published and the next one open. The
 * journeys are handed its address and a partner's key, and nothing else. Afterwards it is stopped and its data are gone.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { PROGRAM } from '../support/program.ts'
import { PROJECT } from '../support/project-files.ts'

export interface RunningDemo {
  readonly url: string
  readonly organisationKey: string
  readonly organisationSecret: string
  readonly invitations: readonly string[]
  readonly password: string
  readonly signIns: readonly { readonly username: string; readonly roles: readonly string[]; readonly app: string }[]
  readonly edition: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: RunningDemo
  }
}

/** The line that `demo --json` prints when it is ready. @throws Error when it ends before */
const readiness = (demo: ChildProcess) =>
  new Promise<RunningDemo>((resolve, reject) => {
    if (demo.stdout) createInterface({ input: demo.stdout }).once('line', (line) => resolve(JSON.parse(line) as RunningDemo))
    demo.once('exit', (code) => reject(new Error(`the demo ended with code ${code} before it was ready`)))
  })

export default async function setup(project: TestProject) {
  const data = mkdtempSync(join(tmpdir(), 'jnatip-journeys-'))
  const demo = spawn(
    process.execPath,
    [PROGRAM, 'demo', '--json', '--no-open', '--no-book', '--cases', '480', '--port', '0', '--data', data],
    {
      cwd: PROJECT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const { url, organisationKey, organisationSecret, invitations, password, signIns, edition } = await readiness(demo)
  project.provide('demo', { url, organisationKey, organisationSecret, invitations, password, signIns, edition })
  return async () => {
    const ended = new Promise((resolve) => demo.once('exit', resolve))
    demo.kill('SIGTERM')
    await ended
    rmSync(data, { recursive: true, force: true })
  }
}
