import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseOf } from '../server/harness.ts'
import { jnatip, type Serving, serve } from '../server/spawned.ts'
import { networkOfBefore } from '../support/network-of-before.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-cli-'))
const path = (name: string) => join(folder, name)
const data = path('data')
let server: Serving
let key: string

const json = async (args: readonly string[], key?: string) => {
  const ran = await jnatip([...args, '--json'], key === undefined ? {} : { JNATIP_KEY: key })
  expect(ran.stdout.trimEnd().split('\n')).toHaveLength(1)
  return { code: ran.code, answer: JSON.parse(ran.stdout) as Record<string, unknown>, stderr: ran.stderr }
}

/** What the test itself puts there, and what is made for everybody. */
const OPEN = /^(cases.*|broken\.json|.*\.ndjson|.*\.public\.json)$/

beforeAll(async () => {
  // Whatever is written is closed to others by itself, and not by the mask of the process.
  process.umask(0)
  for (const edition of ['2026-1', '2026-2']) await json(['keys', 'make', '--edition', edition, '--out', path('keys'), '--fictional'])
  networkOfBefore(data)
  await json(['keys', 'install', path('keys/2026-1.public.json'), '--data', data])
  const organisation = await json([
    'keys',
    'organisation',
    'Invented Shelter',
    '--data',
    data,
    '--scope',
    'submit',
    '--scope',
    'edit',
    '--scope',
    'publish',
  ])
  key = organisation.answer.key as string
  server = await serve(data)
})
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(folder, { recursive: true })
})

describe('the command line', () => {
  it('lists its commands, and every command explains itself', async () => {
    const help = await jnatip(['--help'])
    expect(help.code).toBe(0)
    for (const command of ['demo', 'serve', 'keys', 'convert', 'submit', 'tabulate', 'build', 'publish'])
      expect(help.stdout).toContain(command)
    for (const told of await Promise.all(
      [['serve'], ['keys', 'organisation'], ['submit'], ['build']].map((args) => jnatip([...args, '--help'])),
    )) {
      expect([told.code, told.stdout.includes('--json')]).toEqual([0, true])
    }
  })

  it('runs from its sources through tsx as it runs when it is built', async () => {
    const args = ['tabulate', '--help']
    const source = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/cli.ts', ...args], { encoding: 'utf8' })
    expect([source.status, source.stdout]).toEqual([0, (await jnatip(args)).stdout])
  })

  it('ends with 2 when it was not understood', async () => {
    for (const args of [
      [],
      ['nothing'],
      ['build'],
      ['serve', '--no-such'],
      ['build', '--edition', 'x', '--out', 'y'],
      ['keys', 'make', '--edition', 'Ö', '--out', folder],
      ['keys', 'organisation', 'X', '--data', data, '--scope', 'all'],
    ]) {
      expect([args, (await jnatip(args)).code]).toEqual([args, 2])
    }
    const host = await jnatip(['serve', '--data', data, '--host', '0.0.0.0'])
    expect([host.code, host.stderr]).toEqual([2, expect.stringContaining('--behind-proxy')])
    const environment = await jnatip(['serve', '--data', data], { JNATIP_PROT: '1' })
    expect([environment.code, environment.stderr]).toEqual([2, expect.stringContaining('JNATIP_PROT')])
  })

  it('makes a key once, with shares that only their owner can read', async () => {
    const files = readdirSync(path('keys')).filter((name) => name.startsWith('2026-1'))
    expect(files.sort()).toEqual(['2026-1.public.json', '2026-1.share-1.txt', '2026-1.share-2.txt', '2026-1.share-3.txt'])
    for (const name of files.slice(1)) expect(statSync(path(`keys/${name}`)).mode & 0o077).toBe(0)
    for (const name of ['tag-key', 'ledger-key']) expect(statSync(join(data, name)).mode & 0o777).toBe(0o600)
    expect(statSync(data).mode & 0o777).toBe(0o700)
    const before = readFileSync(path('keys/2026-1.public.json'), 'utf8')
    expect((await jnatip(['keys', 'make', '--edition', '2026-1', '--out', path('keys')])).code).toBe(1)
    expect(readFileSync(path('keys/2026-1.public.json'), 'utf8')).toBe(before)
  })

  it('submits a file line by line; again, it changes nothing', async () => {
    const lines = [
      ...Array.from({ length: 45 }, (_, number) => JSON.stringify(caseOf(`A-${number}`))),
      '',
      JSON.stringify(caseOf('A-99', { gender: 'Yamanoue' })),
      '{',
    ]
    writeFileSync(path('cases.ndjson'), lines.join('\n'))
    const first = await json(['submit', path('cases.ndjson'), '--to', server.url, '--receipts', path('receipts.ndjson')], key)
    expect(first.code).toBe(1)
    expect(first.answer).toMatchObject({ accepted: 45, replayed: 0, refused: 2 })
    expect(first.answer.refusals).toEqual([
      { line: 47, outcome: 'refused', slug: 'invalid-submission', errors: [{ pointer: '/answers/gender', rule: 'invalid_code' }] },
      { line: 48, outcome: 'refused', slug: 'invalid-json', errors: [{ pointer: '', rule: 'syntax' }] },
    ])
    expect(readFileSync(path('receipts.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(45)
    const again = await json(['submit', path('cases.ndjson'), '--to', server.url], key)
    expect(again.answer).toMatchObject({ accepted: 0, replayed: 45, refused: 2 })
    const wrong = await json(['submit', path('cases.ndjson'), '--to', server.url], 'jnk_wrong')
    expect([wrong.code, wrong.answer.accepted]).toEqual([1, 0])
  })

  it('builds a closed edition with two shares and publishes it, and refuses clearly otherwise', async () => {
    const share = (number: number) => ['--share', path(`keys/2026-1.share-${number}.txt`)]
    const building = (...args: string[]) =>
      json(['build', '--from', server.url, '--edition', '2026-1', '--out', path('bundle.json'), ...args], key)
    const early = await building(...share(1), ...share(2))
    expect([early.code, early.answer.error]).toEqual([1, 'edition-open'])
    const install = () => json(['keys', 'install', path('keys/2026-2.public.json'), '--data', data])
    // 45 cases, and all of one organisation.
    expect((await install()).answer.error).toBe('edition-too-small')
    const other = await json(['keys', 'organisation', 'Invented Union', '--data', data])
    writeFileSync(path('others.ndjson'), Array.from({ length: 10 }, (_, number) => JSON.stringify(caseOf(`B-${number}`))).join('\n'))
    await json(['submit', path('others.ndjson'), '--to', server.url], other.answer.key as string)
    const installed = await install()
    expect(installed.answer).toMatchObject({ edition: '2026-2', closed: '2026-1' })
    const single = await building(...share(1))
    expect([single.code, single.answer.error]).toEqual([1, 'share-too-few'])
    const strange = await building(...share(1), '--share', path('keys/2026-2.share-1.txt'))
    expect([strange.code, strange.answer.error, strange.answer.message]).toEqual([
      1,
      'share-other-edition',
      expect.stringContaining('share 2'),
    ])
    expect(existsSync(path('bundle.json'))).toBe(false)
    expect((await building(...share(3), ...share(1))).code).toBe(0)
    const here = await json(['build', '--data', data, '--edition', '2026-1', '--out', path('same.json'), ...share(1), ...share(2)])
    expect(here.code).toBe(0)
    expect(readFileSync(path('same.json'), 'utf8')).toBe(readFileSync(path('bundle.json'), 'utf8'))
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])

    const published = await json(['publish', path('bundle.json'), '--to', server.url], key)
    expect(published.answer).toMatchObject({ editions: ['2026-1'], new: true })
    expect((await json(['publish', path('bundle.json'), '--data', data])).answer.new).toBe(false)
    writeFileSync(path('broken.json'), readFileSync(path('bundle.json'), 'utf8').replace('"withheld"', '"WITHHELD"'))
    const broken = await json(['publish', path('broken.json'), '--data', data])
    expect([broken.code, broken.answer.error]).toEqual([1, 'invalid-bundle'])
  })

  it('refuses a folder without a database, and a database without its key', async () => {
    expect((await json(['publish', path('bundle.json'), '--data', path('typo')])).answer.error).toBe('no-data-folder')
    expect(existsSync(path('typo'))).toBe(false)
    const lost = path('lost')
    await json(['keys', 'install', path('keys/2026-1.public.json'), '--data', lost])
    rmSync(join(lost, 'ledger-key'))
    expect((await json(['publish', path('bundle.json'), '--data', lost])).answer.error).toBe('ledger-key-lost')
  })

  it('writes statements for D1 instead, without the key in them', async () => {
    const organisation = await json([
      'keys',
      'organisation',
      "Invented O'Brien Shelter",
      '--emit-sql',
      path('organisation.sql'),
      '--record-rule',
      'Rule 3, section 2, 2019, Board',
    ])
    const text = readFileSync(path('organisation.sql'), 'utf8')
    expect(text).toContain("'Invented O''Brien Shelter'")
    expect(text).toContain("'Rule 3, section 2', 2019, 'Board'")
    expect(text).not.toContain(organisation.answer.key as string)
    expect((await json(['keys', 'install', path('keys/2026-1.public.json'), '--emit-sql', path('edition.sql')])).code).toBe(0)
    expect(readFileSync(path('edition.sql'), 'utf8').match(/;\n/g)).toHaveLength(3)
  })

  it('P01 writes files for their owner alone, in folders for their owner alone, whatever the mask of the process is', async () => {
    const names = (readdirSync(folder, { recursive: true }) as string[]).sort()
    for (const name of names) {
      const { mode } = statSync(path(name))
      if (!OPEN.test(basename(name))) expect([name, mode & 0o077]).toEqual([name, 0])
    }
    for (const name of [
      'data/cases.sqlite',
      'data/cases.sqlite-wal',
      'data/cases.sqlite-shm',
      'data/tag-key',
      'data/ledger-key',
      'data/withdrawals.ledger',
      'bundle.json',
    ])
      expect(names).toContain(name)
  })

  it('P40 writes each share to a medium of its own, or nothing where one of them cannot be written', async () => {
    const media = ['medium-1', 'medium-2', 'medium-3'].map(path)
    for (const place of media) mkdirSync(place)
    const making = (...places: readonly string[]) =>
      json(['keys', 'make', '--edition', '2027-1', '--out', path('public'), ...places.flatMap((place) => ['--share-to', place])])
    expect((await making(...media.slice(0, 2))).code).toBe(2)
    expect((await making(...media.slice(0, 2), media[0] as string)).code).toBe(2)
    expect((await making(...media.slice(0, 2), path('not-plugged-in'))).answer.error).toBe('no-such-folder')
    writeFileSync(join(media[2] as string, '2027-1.share-3.txt'), 'of another ceremony')
    expect((await making(...media)).answer.error).toBe('file-exists')
    expect([
      ...media.slice(0, 2).flatMap((place) => readdirSync(place)),
      existsSync(path('public')),
      existsSync(path('not-plugged-in')),
    ]).toEqual([false, false])
    rmSync(join(media[2] as string, '2027-1.share-3.txt'))
    expect((await making(...media)).code).toBe(0)
    for (const [index, place] of media.entries()) {
      expect(readdirSync(place)).toEqual([`2027-1.share-${index + 1}.txt`])
      expect(statSync(join(place, `2027-1.share-${index + 1}.txt`)).mode & 0o777).toBe(0o600)
    }
    expect(readdirSync(path('public'))).toEqual(['2027-1.public.json'])
  })
})
