/** A request that began before its key was ended, and ends after it. */
import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { utf8 } from '../../server/sealing/bytes.ts'
import { leave } from '../../server/store/queries/leaving.ts'
import { caseOf, server } from './harness.ts'

it('a case is not kept whose key was ended while its body was on the way', async () => {
  const running = await server()
  await running.open('fictional-1')
  const text = utf8(JSON.stringify(caseOf('A-1')))
  let go: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    go = resolve
  })
  const body = new ReadableStream({
    async start(stream) {
      stream.enqueue(text.slice(0, 10))
      await ended
      stream.enqueue(text.slice(10))
      stream.close()
    },
  })
  const answer = running.app.request('/api/v1/cases', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}`, 'Idempotency-Key': 'slow' },
    body,
    duplex: 'half',
  } as RequestInit)
  await new Promise((resolve) => setTimeout(resolve, 300))
  // The organisation leaves, with its cases of the open edition; both partners agreed.
  running.store.runNow(
    CompiledQuery.raw(`INSERT INTO account (id, username, state, organisation, partner, analyst, editor, custodian, administrator, since, invited_by, agreed)
    VALUES ('${'a'.repeat(32)}', 'asks', 'active', 1, 1, 0, 0, 0, 0, '2026-11-01', NULL, 1)`),
  )
  running.store.runNow(CompiledQuery.raw(`INSERT INTO organisation_leaving VALUES (1, '${'a'.repeat(32)}', 1, '2026-11-20')`))
  const { before = [], decides, after = [] } = leave({ organisation: 1, day: '2026-11-21', second: null })
  await running.store.batch([...before, decides, ...after])
  expect(running.store.runNow(CompiledQuery.raw('SELECT organisation FROM organisation_left'))).toHaveLength(1)
  go()
  const { status } = await answer
  const held = await running.held('fictional-1')
  running.close()
  expect([status === 201, held]).toEqual([false, 0])
})

it.each([
  ['PUT', '/editions/2026-1/bundle', 'publish'],
  ['PUT', '/editions/2026-1/statements', 'publish'],
  ['POST', '/answer-invitations', 'submit'],
  ['POST', '/organisation/keys', 'submit'],
  ['POST', '/organisation/tags', 'submit'],
] as const)('%s %s is judged for nobody whose key was ended while its body was on the way', async (method, path, scope) => {
  const running = await server()
  await running.open('2026-1')
  const key = await running.organisation('Invented Publisher', { scopes: [scope] })
  let go: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    go = resolve
  })
  const body = new ReadableStream({
    async start(stream) {
      stream.enqueue(utf8('{'))
      await ended
      stream.enqueue(utf8('}'))
      stream.close()
    },
  })
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` }
  const answer = running.app.request(`/api/v1${path}`, { method, headers, body, duplex: 'half' } as RequestInit)
  await new Promise((resolve) => setTimeout(resolve, 200))
  running.store.runNow(CompiledQuery.raw('DELETE FROM organisation_key'))
  go()
  const { status } = await answer
  running.close()
  expect(status).toBe(401)
})
