/** A server in a process of its own with one invented organisation, as soak tests load it; and what the process has grown to. */
import { readdirSync, readFileSync } from 'node:fs'
import { readRecordRule, register } from '../../server/accounts/register.ts'
import { installEdition } from '../../server/editions/install.ts'
import { newEditionKey } from '../../server/editors/keys/edition-key.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { caseOf } from '../server/harness.ts'
import { serve } from '../server/spawned.ts'
import { networkOfBefore } from '../support/network-of-before.ts'

/** The folder, of a network of before, has an open edition and an organisation that may submit. @returns its key */
export async function preparedFolder(dataDir: string): Promise<string> {
  const { store } = openDataDir(networkOfBefore(dataDir), { create: true })
  await installEdition(store, { edition: '2026-1', questionnaire: '1.0', fictional: true, publicKey: (await newEditionKey()).publicKey })
  const { key, queries } = register({
    name: 'Invented Shelter',
    holding: null,
    recordRule: readRecordRule('Invented rule, 2012, invented board'),
    scopes: ['submit'],
    expires: '2999-12',
  })
  await store.batch(queries)
  store.close()
  return key
}

/** Resident memory of a process now and at its largest, megabytes; open files. Linux says so. */
export function grownTo(pid: number): { readonly now: number; readonly peak: number; readonly files: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM'), files: readdirSync(`/proc/${pid}/fd`).length }
}

export async function intakeServer(dataDir: string) {
  const key = await preparedFolder(dataDir)
  const server = await serve(dataDir)
  let number = 0
  return {
    ...server,
    key,
    /** Sends one new case. @returns milliseconds until its receipt came. @throws Error for any other answer */
    async submit(): Promise<number> {
      const name = `C-${number++}`
      const from = performance.now()
      const response = await fetch(`${server.url}/api/v1/cases`, {
        method: 'POST',
        body: JSON.stringify(caseOf(name)),
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, 'Idempotency-Key': name },
      })
      await response.arrayBuffer()
      if (response.status !== 201) throw new Error(`unexpected ${response.status}`)
      return performance.now() - from
    },
  }
}
