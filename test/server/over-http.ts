/** The real app behind a real listener on loopback, in the process of the test. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { register } from '../../server/accounts/register.ts'
import { installEdition } from '../../server/editions/install.ts'
import { newEditionKey } from '../../server/editors/keys/edition-key.ts'
import { eventLog } from '../../server/http/events.ts'
import { openDataDir } from '../../server/runtime/data-dir.ts'
import { startNode } from '../../server/runtime/node.ts'
import { read } from '../../server/store/port.ts'
import { editionCounted } from '../../server/store/queries/editions.ts'
import { networkOfBefore } from '../support/network-of-before.ts'

export async function overHttp() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jnatip-http-'))
  const { store } = openDataDir(networkOfBefore(dataDir), { create: true })
  await installEdition(store, { edition: '2026-1', questionnaire: '1.0', fictional: true, publicKey: (await newEditionKey()).publicKey })
  const { key, queries } = register({ name: 'Invented Shelter', holding: null, recordRule: null, scopes: ['submit'], expires: '2999-12' })
  await store.batch(queries)
  const log: string[] = []
  const server = await startNode({ dataDir, port: 0, events: eventLog((line) => log.push(line)) })
  return {
    url: server.url,
    key,
    dataDir,
    log: () => log,
    held: async () => (await read(store, editionCounted('2026-1')))[0]?.cases ?? 0,
    async close() {
      await server.close()
      store.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
