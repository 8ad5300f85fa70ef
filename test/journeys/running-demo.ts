/**
 * Before the journeys: the demo runs as its own process on a free port, an edition is published and the next one open. The
 * journeys are handed its address, a partner's key and its folder. Afterwards it is stopped and its data are gone. With ON_WORKERS what was
 * published goes on in workerd with D1, for every journey.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import { PROGRAM } from '../support/program.ts'
import { PROJECT } from '../support/project-files.ts'
import { workerOf } from './running-worker.ts'

export interface RunningDemo {
  readonly url: string
  readonly organisationKey: string
  readonly organisationSecret: string
  readonly invitations: readonly string[]
  readonly password: string
  readonly signIns: readonly { readonly username: string; readonly roles: readonly string[]; readonly app: string }[]
  readonly edition: string
  /** The folder of its data. */
  readonly data: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    demo: RunningDemo
  }
}

/** The line that `demo --json` prints when it is ready. @throws Error when it ends before */
const readiness = (demo: ChildProcess) =>
  new Promise<Omit<RunningDemo, 'data'>>((resolve, reject) => {
    if (demo.stdout) createInterface({ input: demo.stdout }).once('line', (line) => resolve(JSON.parse(line) as Omit<RunningDemo, 'data'>))
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
  const ready = await readiness(demo)
  const stop = async () => {
    const ended = new Promise((resolve) => demo.once('exit', resolve))
    demo.kill('SIGTERM')
    await ended
  }
  const worker = process.env.ON_WORKERS ? await stop().then(() => workerOf(data)) : null
  project.provide('demo', { ...ready, url: worker?.url ?? ready.url, data })
  return async () => {
    await (worker ? worker.close() : stop())
    rmSync(data, { recursive: true, force: true })
  }
}
