/** Statements on their way through the server, which keeps them once and gives each organisation its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Built } from '../../server/editors/build/build-edition.ts'
import { sealedStatements, statementsToSend } from '../../server/editors/build/statements.ts'
import { toBase64 } from '../../server/sealing/bytes.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'
import { openStatement } from '../../survey-schema/credentials/sealed-statement.ts'
import { type SignedNetwork, signedNetwork } from './editors/signed-network.ts'
import { problem } from './harness.ts'
import { publish } from './published.ts'

let network: SignedNetwork
let built: Built
let sent: { organisation: number; enc: string; ciphertext: string }[]
let [publisher, editor, own, others]: string[] = []

beforeAll(async () => {
  network = await signedNetwork()
  await network.openEdition('2026-2', 2)
  built = await network.build('2026-1', { register: await network.register() })
  const plain = built.statements[0]!
  sent = statementsToSend(await sealedStatements({ ...plain, to: plain.to.map((one) => ({ ...one, bytes: one.bytes.slice() })) }))
  publisher = await network.organisation('Invented Publisher', { scopes: ['publish'] })
  editor = await network.organisation('Invented Editor', { scopes: ['edit'] })
  own = await keyOf(network.partners[0]!.number)
  others = await network.organisation('Invented Newcomer')
})
afterAll(() => network.close())

/** A key of a partner that is there. */
async function keyOf(number: number) {
  const [{ name }] = network.run('SELECT name FROM organisation WHERE id = ?', number) as [{ name: string }]
  return network.organisation(name)
}
const put = (body: unknown, { key = publisher, edition = '2026-1', type = 'application/json' } = {}) =>
  network.app.request(`/api/v1/editions/${edition}/statements`, {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': type },
  })
const rules = async (response: Response) => {
  const { type, errors = [] } = await problem(response)
  return [response.status, type, ...errors.map(({ rule }) => rule)].join(' ')
}

describe('statements', () => {
  it('P64 wait for their bundle, and are kept once and whole', async () => {
    expect(await rules(await put({ statements: sent }))).toBe('404 /problems/not-released')
    expect(await rules(await put({ statements: sent }, { edition: 'no-such' }))).toBe('404 /problems/not-released')
    await publish(network, built.bundle)
    const [first, second] = sent as [(typeof sent)[number], (typeof sent)[number]]
    const invalid = (change: readonly object[]) => put({ statements: change })
    expect(await rules(await invalid(sent.slice(1)))).toBe('422 /problems/invalid-file other_than_committed')
    expect(await rules(await invalid([first, first, ...sent.slice(2)]))).toBe('422 /problems/invalid-file organisation_twice')
    expect(await rules(await invalid([{ ...first, organisation: 999 }, ...sent.slice(1)]))).toBe(
      '422 /problems/invalid-file unknown_organisation',
    )
    expect(await rules(await invalid([{ ...first, ciphertext: 'AA==' }, ...sent.slice(1)]))).toBe(
      '422 /problems/invalid-file lengths_differ',
    )
    expect(await rules(await invalid([{ ...first, enc: 'AA==' }, ...sent.slice(1)]))).toBe('422 /problems/invalid-file base64')
    expect(await rules(await invalid([{ ...first, more: 1 }, ...sent.slice(1)]))).toMatch(/^422 \/problems\/invalid-file/)
    expect(network.run('SELECT * FROM statement')).toEqual([])
    const kept = await put({ statements: [...sent].reverse() })
    expect([kept.status, await kept.json()]).toEqual([201, { edition: '2026-1', new: true }])
    expect((await put({ statements: sent })).status).toBe(200)
    const other = [{ ...first, enc: toBase64(randomBytes(32)) }, second, ...sent.slice(2)]
    expect(await rules(await put({ statements: other }))).toBe('409 /problems/statements-exist')
    expect(network.run('SELECT * FROM statement')).toHaveLength(sent.length)
    expect(network.run(`SELECT role, subject FROM audit_entry WHERE action = 'keep-statements'`)).toEqual([
      { role: 'machine', subject: '2026-1' },
    ])
  })

  it('P61 P64 go to their own organisation alone; what is not there answers alike', async () => {
    const answer = await network.get('/api/v1/editions/2026-1/statement', own)
    const body = (await answer.json()) as { organisation: number; enc: string; ciphertext: string }
    const partner = network.partners[0]!
    expect([answer.status, answer.headers.get('Cache-Control'), body.organisation]).toEqual([200, 'no-store', partner.number])
    const sealed = { enc: Buffer.from(body.enc, 'base64'), ciphertext: Buffer.from(body.ciphertext, 'base64') }
    const address = { edition: '2026-1', organisation: partner.number }
    const bytes = await openStatement(sealed, { ...address, privateKey: partner.keys.statements.privateKey })
    expect(bytes).toEqual(built.statements[0]!.to.find(({ organisation }) => organisation === partner.number)!.bytes)
    expect(await openStatement(sealed, { ...address, privateKey: network.partners[1]!.keys.statements.privateKey })).toBeNull()
    expect(await openStatement(sealed, { ...address, edition: '2026-2', privateKey: partner.keys.statements.privateKey })).toBeNull()
    const missing = await Promise.all([
      network.get('/api/v1/editions/2026-1/statement', others),
      network.get('/api/v1/editions/2026-2/statement', own),
      network.get('/api/v1/editions/no-such/statement', own),
      network.get('/api/v1/editions/2026-1/statement', editor),
      put({ statements: sent }, { key: own as string }),
      network.get('/api/v1/register', own),
    ])
    const texts = await Promise.all(missing.map(async (one) => `${one.status} ${await one.text()}`))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toMatch(/^404 /)
    expect((await network.get('/api/v1/editions/2026-1/statement')).status).toBe(401)
  })
})

describe('the network as the server lists it', () => {
  it('P64 goes to editors alone: organisations, umbrellas and public keys, and nothing of cases', async () => {
    expect((await network.get('/api/v1/register')).status).toBe(401)
    const listed = (await (await network.get('/api/v1/register', editor)).json()) as { organisations: object[]; editions: object[] }
    expect(listed.editions).toMatchObject([{ id: '2026-1', layout: 2 }, { id: '2026-2' }])
    expect(listed.organisations[1]).toMatchObject({
      number: network.partners[0]!.number,
      keys: [{ generation: 1, first_edition: '2026-1' }],
    })
    expect(Object.keys(listed.organisations[1]!).sort()).toEqual(['holding', 'keys', 'name', 'number'])
  })
})
