/** Opening an edition: its key is no other edition's, because the secret of both would make the same noise. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installEdition } from '../../server/editions/install.ts'
import { read } from '../../server/store/port.ts'
import { openEdition } from '../../server/store/queries/editions.ts'
import { server } from './harness.ts'

let running: Awaited<ReturnType<typeof server>>
beforeAll(async () => {
  running = await server()
})
afterAll(() => running.close())

it('refuses the key of another edition, and changes nothing', async () => {
  const { key } = await running.open('2026-1')
  await expect(
    installEdition(running.store, { edition: '2026-2', questionnaire: '1.0', fictional: true, publicKey: key.publicKey }),
  ).rejects.toMatchObject({ slug: 'edition-exists', errors: [{ rule: 'key_of_another_edition' }] })
  expect((await read(running.store, openEdition())).map(({ id }) => id)).toEqual(['2026-1'])
})
