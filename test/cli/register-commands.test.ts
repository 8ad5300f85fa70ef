/** Two people sign a register, a build relies on it, and a partner asks what was counted: by the commands that they would use. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startNode } from '../../server/runtime/node.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { randomBytes } from '../../server/sealing/keyed.ts'
import { encodeSigned } from '../../survey-schema/answers/signed-bytes.ts'
import { caseTag } from '../../survey-schema/credentials/case-tag.ts'
import { sealStatement } from '../../survey-schema/credentials/sealed-statement.ts'
import { secretText } from '../../survey-schema/credentials/secret-text.ts'
import { writeStatement } from '../../survey-schema/credentials/statement.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { type SignedNetwork, signedNetwork } from '../server/editors/signed-network.ts'
import { jnatip } from '../server/spawned.ts'

const folder = mkdtempSync(join(tmpdir(), 'register-'))
const file = (name: string) => join(folder, name)
let network: SignedNetwork
let shares: string[]

beforeAll(async () => {
  network = await signedNetwork()
  await network.openEdition('2026-2', 2)
  shares = network.editions
    .get('2026-1')!
    .shares.slice(0, 2)
    .flatMap((text, index) => {
      writeFileSync(file(`share-${index}`), text)
      return ['--share', file(`share-${index}`)]
    })
})
/** Each starts programs, some of which build an edition. */
const PATIENT = { timeout: 240_000 }

afterAll(() => {
  network.close()
  rmSync(folder, { recursive: true })
})

interface Said {
  readonly error?: string
  readonly errors?: readonly object[]
  readonly [name: string]: unknown
}
const say = async (...args: readonly string[]): Promise<Said & { readonly code: number | null }> => {
  const { stdout, code } = await jnatip([...args, '--json'])
  return { ...(JSON.parse(stdout) as Said), code }
}
const draft = (out: string, ...more: readonly string[]) =>
  say('register', 'draft', '--data', network.dataDir, '--begins', 'all=2026-1', '--out', file(out), ...more)
const sign = (what: string, by: string, ...more: readonly string[]) => say('register', 'sign', file(what), '--key', file(by), ...more)
const build = (out: string, ...more: readonly string[]) =>
  say('build', '--data', network.dataDir, '--edition', '2026-1', ...shares, '--by-decision', '--out', file(out), ...more)
const bundleOf = (name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as Bundle

describe('a register', () => {
  const signers: string[] = []

  it('P64 is drafted from a server, signed by two, and pinned by the keys of those two', PATIENT, async () => {
    for (const name of ['ann.key', 'ben.key', 'eve.key']) {
      const made = await say('register', 'key', '--out', file(name))
      expect(made.fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){4}$/)
      expect(statSync(file(name)).mode & 0o077).toBe(0)
      signers.push(made.fingerprint as string)
    }
    expect(await say('register', 'draft', '--data', network.dataDir, '--out', file('register.json'))).toMatchObject({
      error: 'register-beginning-unconfirmed',
    })
    expect(await draft('register.json')).toMatchObject({ number: 1, code: 0 })
    expect(await build('none.json')).toMatchObject({ error: 'register-required' })
    expect(await sign('register.json', 'ann.key')).toMatchObject({ signer: signers[0] })
    expect(await sign('register.json', 'ann.key')).toMatchObject({ error: 'register-signed-already', code: 1 })
    writeFileSync(file('once.json'), readFileSync(file('register.json')))
    expect(await sign('register.json', 'ben.key')).toMatchObject({ signer: signers[1] })
    const pin = await say(
      ...['register', 'pin', '--register', file('register.json'), '--signer', signers[0]!, '--signer', signers[1]!],
      ...['--out', file('register.pin')],
    )
    expect(pin).toMatchObject({ code: 0 })
    expect(statSync(file('register.pin')).mode & 0o077).toBe(0)
  })

  it(
    'P64 is refused with one signature, with that of somebody else, altered, and left out where this machine has a pin',
    PATIENT,
    async () => {
      expect(await build('none.json', '--register', file('once.json'))).toMatchObject({ error: 'register-signatures-missing' })
      await sign('once.json', 'eve.key')
      expect(await build('none.json', '--register', file('once.json'))).toMatchObject({ error: 'register-signatures-missing' })
      const text = readFileSync(file('register.json'), 'utf8')
      writeFileSync(file('altered.json'), text.replace('"holding": null', '"holding": "An umbrella"'))
      expect(await build('none.json', '--register', file('altered.json'))).toMatchObject({ error: 'register-signature-wrong' })
      expect(await build('none.json')).toMatchObject({ error: 'register-required' })
      network.run('SAVEPOINT keyless')
      network.run('DELETE FROM organisation_public_key')
      network.run('RELEASE keyless')
      expect(await build('none.json')).toMatchObject({ error: 'register-required' })
      for (const { number, keys } of network.partners) network.addKey(number, keys, 1, '2026-1')
    },
  )

  it('P64 stands in the bundle, which is the same bytes twice, and statements lie beside it', PATIENT, async () => {
    expect(await build('bundle.json', '--register', file('register.json'))).toMatchObject({
      code: 0,
      checked: [{ edition: '2026-1', counted: 60, beforeFirstKey: 0, leftOut: 0 }],
      statements: file('bundle.json.statements'),
    })
    const { provenance } = bundleOf('bundle.json').manifest
    expect(provenance?.register).toMatchObject({ number: 1, signers: signers.slice(0, 2).sort() })
    await build('again.json', '--register', file('register.json'))
    expect(readFileSync(file('again.json'), 'utf8')).toBe(readFileSync(file('bundle.json'), 'utf8'))
    expect(statSync(file('bundle.json.statements')).mode & 0o077).toBe(0)
  })

  it('P64 of a lower number, or another of the same number, is refused from then on', PATIENT, async () => {
    expect(await draft('other.json')).toMatchObject({ number: 1 })
    const other = JSON.parse(readFileSync(file('other.json'), 'utf8')) as { organisations: { name: string }[] }
    other.organisations[0]!.name = 'Another name'
    writeFileSync(file('other.json'), JSON.stringify(other))
    for (const by of ['ann.key', 'ben.key']) await sign('other.json', by)
    expect(await build('none.json', '--register', file('other.json'))).toMatchObject({ error: 'register-another' })
    expect(await draft('second.json', '--previous', file('register.json'))).toMatchObject({ number: 2, changes: [] })
    expect(await sign('second.json', 'ann.key')).toMatchObject({ error: 'register-previous-required', code: 1 })
    for (const by of ['ann.key', 'ben.key'])
      expect(await sign('second.json', by, '--previous', file('register.json'))).toMatchObject({ code: 0 })
    expect(await build('third.json', '--register', file('second.json'))).toMatchObject({ code: 0 })
    expect(await build('none.json', '--register', file('register.json'))).toMatchObject({ error: 'register-older' })
  })

  it('P64 a draft says what changes, and refuses another key in the place of one that was signed', PATIENT, async () => {
    const [one] = network.partners
    network.run('UPDATE organisation SET holding = ? WHERE id = ?', 'An umbrella', one!.number)
    const changed = await draft('changed.json', '--previous', file('second.json'))
    expect(changed).toMatchObject({ number: 3, changes: [{ organisation: one!.number, change: expect.stringContaining('umbrella') }] })
    network.run('UPDATE organisation SET holding = NULL WHERE id = ?', one!.number)
    network.run('UPDATE organisation_public_key SET signing = randomblob(32) WHERE organisation = ?', one!.number)
    expect(await draft('replaced.json', '--previous', file('second.json'))).toMatchObject({ error: 'register-key-replaced' })
    network.run('UPDATE organisation_public_key SET signing = ? WHERE organisation = ?', one!.keys.signing.publicKey, one!.number)
  })
})

describe('a case that nobody signed', () => {
  it(
    'P64 stops the build with counts on the screen and ids in a private file; two people decide to build without it',
    PATIENT,
    async () => {
      const [{ partner, record }] = network.records as [SignedNetwork['records'][number]]
      const id = network.newId()
      const tag = caseTag(partner.keys.tagKey, 'put there')
      await network.put({ edition: '2026-1', id, organisation: partner.number, tag, version: 1, bytes: encodeSigned(record, null) })
      const register = ['--register', file('second.json')]
      const { stdout, stderr } = await jnatip([
        'build',
        '--data',
        network.dataDir,
        '--edition',
        '2026-1',
        ...shares,
        '--out',
        file('bad.json'),
        ...register,
      ])
      expect(`${stdout}${stderr}`).toContain(`2026-1, organisation ${partner.number}: 1 unsigned`)
      expect(`${stdout}${stderr}`).not.toContain(id)
      expect(statSync(file('bad.json.unsound')).mode & 0o077).toBe(0)
      expect(await say('register', 'decide', file('bad.json.unsound'), '--edition', '2026-1', '--out', file('without.json'))).toMatchObject(
        {
          cases: 1,
        },
      )
      const without = ['--without', file('without.json')]
      await sign('without.json', 'ann.key')
      expect(await build('bad.json', ...register, ...without)).toMatchObject({ error: 'register-signatures-missing' })
      await sign('without.json', 'ben.key')
      expect(await build('without-it.json', ...register, ...without)).toMatchObject({ code: 0, checked: [{ counted: 60, leftOut: 1 }] })
      expect(bundleOf('without-it.json').manifest.provenance?.editions).toMatchObject([{ leftOut: 1 }])
      network.run('DELETE FROM sealed_case WHERE id = ?', id)
    },
  )
})

describe('a statement', () => {
  it('P64 is published with its bundle, opened by its organisation alone, and compared with its receipts', PATIENT, async () => {
    expect(await say('publish', file('third.json'), '--data', network.dataDir)).toMatchObject({
      code: 0,
      statements: network.partners.length,
    })
    expect(await say('publish', file('third.json'), '--data', network.dataDir)).toMatchObject({ code: 0, new: false })
    const { partner } = network.records[0]!
    const another = network.partners.find((one) => one !== partner)!
    const key = await network.organisation(`Organisation ${partner.number}`)
    network.run('UPDATE organisation_key SET organisation = ? WHERE organisation = (SELECT max(id) FROM organisation)', partner.number)
    writeFileSync(file('access'), key)
    writeFileSync(file('secret'), secretText(partner.secret))
    writeFileSync(file('other-secret'), secretText(another.secret))
    const receipts = network.records.flatMap(({ partner: by }, index) =>
      by === partner ? [{ row: index, id: null, receipt: 'x', tag: toHex(caseTag(by.keys.tagKey, `A-${index}`)), version: 1 }] : [],
    )
    const written = (name: string, rows: readonly object[]) =>
      writeFileSync(file(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    written('receipts', receipts)
    written('more', [...receipts, { row: 999, tag: '0'.repeat(64), version: 1 }])
    written('fewer', [{ ...receipts[0], version: 2 }, ...receipts.slice(2)])
    const server = await startNode({ dataDir: network.dataDir, port: 0 })
    const ask = (secret: string, rows: string, ...more: readonly string[]) =>
      say(
        ...['statement', '--from', server.url, '--edition', '2026-1', '--key-file', file('access')],
        ...['--secret-file', file(secret), '--receipts', file(rows), ...more],
      )
    try {
      const { checksum } = bundleOf('third.json').manifest
      expect(await ask('secret', 'receipts')).toMatchObject({ code: 0, whole: true, counted: receipts.length, bundle: checksum })
      expect(await ask('secret', 'receipts', '--bundle', file('third.json'))).toMatchObject({ code: 0, whole: true })
      expect(await ask('secret', 'more')).toMatchObject({ code: 1, whole: false, missing: ['more, row 999'], foreign: 0 })
      expect(await ask('secret', 'fewer')).toMatchObject({ code: 1, otherVersion: [{ own: 2, counted: 1 }], foreign: 1 })
      expect(await ask('other-secret', 'receipts')).toMatchObject({ error: 'statement-sealed-to-another', code: 1 })
      // A bundle of another build is committed to other statements.
      expect(await ask('secret', 'receipts', '--bundle', file('bundle.json'))).toMatchObject({ error: 'statement-forged' })
      // Whoever knows the public key can seal another statement, in which all seems well; no manifest is committed to it.
      const address = { edition: '2026-1', organisation: partner.number }
      const { register } = bundleOf('third.json').manifest.provenance!
      const entries = receipts.map(({ tag, version }) => ({ tag, version }))
      const forged = writeStatement({ ...address, register: register.checksum, entries }, randomBytes(32), 64)
      const { enc, ciphertext } = await sealStatement(forged, { ...address, publicKey: partner.keys.statements.publicKey })
      network.run('UPDATE statement SET enc = ?, ciphertext = ? WHERE organisation = ?', enc, ciphertext, partner.number)
      expect(await ask('secret', 'receipts')).toMatchObject({ error: 'statement-forged' })
    } finally {
      await server.close()
    }
  })
})
