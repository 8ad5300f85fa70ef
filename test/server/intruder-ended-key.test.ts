/** A request that began before its key was ended, and ends after it. */
import { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { utf8 } from '../../server/sealing/bytes.ts'
import { leave } from '../../server/store/queries/leaving.ts'
import { caseOf, server } from './harness.ts'

/** A promise, and what fulfils it. */
function signal() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** A body whose second half waits for `go`; `begun` once the server reads, so that it has looked at the key before. */
function halves(first: string, second: string) {
  const begun = signal()
  const rest = signal()
  const body = new ReadableStream(
    {
      async pull(stream) {
        stream.enqueue(utf8(first))
        begun.resolve()
        await rest.promise
        stream.enqueue(utf8(second))
        stream.close()
      },
    },
    { highWaterMark: 0 },
  )
  return { body, begun: begun.promise, go: rest.resolve }
}

type Running = Awaited<ReturnType<typeof server>>

/** The answer to a request during whose body something else happens. */
async function sentWhile(
  { app }: Running,
  [method, path]: readonly [string, string],
  text: string,
  headers: HeadersInit,
  meanwhile: () => unknown,
) {
  const { body, begun, go } = halves(text.slice(0, 1), text.slice(1))
  const answer = app.request(`/api/v1${path}`, { method, headers, body, duplex: 'half' } as RequestInit)
  // Whatever is refused before its body is read does not wait for it.
  await Promise.race([begun, answer])
  await meanwhile()
  go()
  return answer
}

const sql = ({ store }: Running, text: string) => store.runNow(CompiledQuery.raw(text))

it('a case is not kept whose key was ended while its body was on the way', async () => {
  const running = await server()
  await running.open('fictional-1')
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${running.key}`, 'Idempotency-Key': 'slow' }
  const { status } = await sentWhile(running, ['POST', '/cases'], JSON.stringify(caseOf('A-1')), headers, async () => {
    // The organisation leaves, with its cases of the open edition; both partners agreed.
    const asks = 'a'.repeat(32)
    sql(
      running,
      `INSERT INTO account (id, username, state, organisation, partner, analyst, editor, custodian, administrator, since, invited_by, agreed)
      VALUES ('${asks}', 'asks', 'active', 1, 1, 0, 0, 0, 0, '2026-11-01', NULL, 1)`,
    )
    sql(running, `INSERT INTO organisation_leaving VALUES (1, '${asks}', 1, '2026-11-20')`)
    const { before = [], decides, after = [] } = leave({ organisation: 1, day: '2026-11-21', second: null })
    await running.store.batch([...before, decides, ...after])
    expect(sql(running, 'SELECT organisation FROM organisation_left')).toHaveLength(1)
  })
  const held = await running.held('fictional-1')
  running.close()
  expect([status, held]).toEqual([401, 0])
})

const JSON_BODY = 'application/json'

it.each([
  ['PUT', '/editions/2026-1/bundle', 'publish', JSON_BODY],
  ['PUT', '/editions/2026-1/statements', 'publish', JSON_BODY],
  ['POST', '/answer-invitations', 'submit', JSON_BODY],
  ['POST', '/organisation/keys', 'submit', JSON_BODY],
  ['POST', '/organisation/tags', 'submit', JSON_BODY],
  ['PUT', '/imports/:import/parts/1', 'submit', 'application/x-ndjson'],
] as const)('%s %s is judged for nobody whose key was ended while its body was on the way', async (method, path, scope, type) => {
  const running = await server()
  await running.open('2026-1')
  const key = await running.organisation('Invented Publisher', { scopes: [scope] })
  const headers = { 'Content-Type': type, Authorization: `Bearer ${key}` }
  const begun = path.includes(':import')
    ? await running.app.request('/api/v1/imports', {
        method: 'POST',
        headers: { ...headers, 'Content-Type': JSON_BODY, 'Idempotency-Key': 'file' },
        body: JSON.stringify({ rows: 1 }),
      })
    : null
  const { id = '' } = begun ? ((await begun.json()) as { id: string }) : {}
  const { status } = await sentWhile(running, [method, path.replace(':import', id)], '{}', headers, () =>
    sql(running, 'DELETE FROM organisation_key'),
  )
  running.close()
  expect(status).toBe(401)
})
