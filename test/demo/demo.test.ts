/** The demo as somebody runs it: a process of its own, three lines first and last, one line of JSON or three tables, and nothing left behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { POLICY_V2 } from '../../analysis/policy/policy.ts'
import { exampleCommand } from '../../server/demo/example.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { totpCode } from '../../server/sealing/totp.ts'
import { WORDS } from '../../web/frame/words.ts'
import { fromBase32 } from '../server/people.ts'
import { PROGRAM } from '../support/program.ts'

/** Milliseconds: on a busy machine sending, building and a book take their time. */
const PATIENCE = 240_000

const folder = mkdtempSync(join(tmpdir(), 'demo-test-'))
const temporary = join(folder, 'tmp')
const running: ChildProcess[] = []
afterAll(() => {
  for (const one of running) one.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function demo(...options: string[]) {
  const child = spawn(process.execPath, [PROGRAM, 'demo', '--port', '0', '--no-open', ...options], {
    env: { ...process.env, TMPDIR: temporary },
  })
  running.push(child)
  let out = ''
  let remarks = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    remarks += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => out.includes('\n') && resolve(out.slice(0, out.indexOf('\n'))))
    void ended.then(() => reject(new Error('ended without a line')))
  })
  firstLine.catch(() => {})
  /** The first lines of what it says while it works. */
  const firstRemarks = (lines: number) =>
    new Promise<string[]>((resolve, reject) => {
      const said = () => remarks.split('\n').length > lines && resolve(remarks.split('\n').slice(0, lines))
      child.stderr.on('data', said)
      said()
      void ended.then(() => reject(new Error(`ended early: ${remarks}`)))
    })
  return { child, ended, firstLine, firstRemarks, out: () => out, remarks: () => remarks }
}

mkdirSync(temporary)

const leftBehind = () => readdirSync(temporary).filter((name) => name.startsWith('jnatip-'))
const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'))

const answer = async (address: string) => (await (await fetch(address)).json()) as Record<string, unknown>

/** Each edition with its state. */
const statesAt = async (url: string) => {
  const { editions } = (await answer(`${url}/api/v1/editions`)) as { editions: { id: string; state: string }[] }
  return Object.fromEntries(editions.map(({ id, state }) => [id, state]))
}

function expectTables(printed: string): void {
  for (const title of ['Main routes', 'Country of origin', 'Mode of contact', 'Question bank: ', 'Fact sheets: '])
    expect(printed).toContain(title)
  expect(printed).toMatch(/Fact sheets: [0-5] of 5 answered/)
  const figures = [...printed.split('Question bank')[0]!.matchAll(/ {2}(\d[\d,]*|x|\.)$/gm)].map(([, figure]) => figure!)
  expect(figures.length).toBeGreaterThan(10)
  expect(figures.filter((figure) => /^[1-4]$/.test(figure))).toEqual([])
}

describe('the demo', () => {
  it('prints three headline tables and the question bank of a fictional network, and leaves nothing behind', async () => {
    const { ended, out } = demo('--once', '--no-book', '--cases', '60', '--seed', '4')
    expect(await ended, out()).toBe(0)
    expect(out()).toMatch(/^FICTIONAL NETWORK/)
    expectTables(out())
    expect(leftBehind()).toEqual([])
  })

  it(
    'has sent its cases when it says address, key and what to click; ended while it builds, it leaves nothing behind',
    async () => {
      const { child, ended, firstRemarks, out } = demo('--no-book', '--cases', String(POLICY_V2.smallestVolume + POLICY_V2.noise.d))
      const [address = '', key, click = '', signIn = '', ...people] = await firstRemarks(10)
      const url = /^Pages: (http:\/\/localhost:\d+)$/.exec(address)?.[1] ?? ''
      expect(key).toMatch(/^Key of a fictional partner: jnk_\S+ {3}and its secret: jns1_\S+$/)
      for (const { en } of [WORDS.book, WORDS.explore, WORDS.questionnaire]) expect(click).toContain(`"${en}"`)
      for (const host of ['localhost', '127.0.0.1', ...(hasIpv6 ? ['[::1]'] : [])]) {
        const { edition, done } = await answer(`${url.replace('localhost', host)}/api/v1/preparing`)
        expect([edition, typeof done]).toEqual(['fictional-1', 'number'])
      }
      expect(await statesAt(url)).toEqual({ 'fictional-1': 'closed', 'fictional-2': 'open' })
      // Each role signs in with what is printed; the page asks the same.
      expect(signIn).toContain(`${url}/sign-in`)
      const password = /password "(.+)"/.exec(signIn)?.[1]
      const signedIn = await Promise.all(
        people.map(async (line) => {
          const [, username, app = ''] = /^ {2}(\S+) +\d{6} {3}\(key for an app: (\w+)\)$/.exec(line) ?? []
          const code = totpCode(fromBase32(app), Math.floor(Date.now() / 30_000))
          const answered = await fetch(`${url}/api/v1/sign-in/password`, {
            method: 'POST',
            headers: { Origin: url, 'Content-Type': 'application/json' },
            body: JSON.stringify({ username, password, code }),
          })
          return ((await answered.json()) as { roles?: string[] }).roles?.join(' ')
        }),
      )
      expect(signedIn).toEqual(['administrator', 'administrator', 'partner', 'analyst', 'editor', 'custodian'])
      expect(out()).toBe('')
      child.kill('SIGINT')
      expect(await ended).toBe(0)
      expect(leftBehind()).toEqual([])
    },
    PATIENCE,
  )

  it(
    'says how far it is until the edition is published; with everything there the three lines come again, and the book is offered',
    async () => {
      const book = join(folder, 'book')
      const { child, ended, firstRemarks, out, remarks } = demo('--tables', '--cases', '60', '--seed', '4', '--book', book)
      const first = await firstRemarks(3)
      const url = first[0]!.replace('Pages: ', '')
      const shares: number[] = []
      for (;;) {
        const response = await fetch(`${url}/api/v1/preparing`)
        if (response.status === 404) break
        shares.push(((await response.json()) as { done: number }).done)
        await pause(50)
      }
      expect(shares).toEqual([...shares].sort((one, other) => one - other))
      expect(await statesAt(url)).toEqual({ 'fictional-1': 'published', 'fictional-2': 'open' })
      const last = first.join('\n')
      while (!out().trimEnd().endsWith(last)) await Promise.race([once(child.stdout, 'data'), ended.then(() => expect.fail(remarks()))])
      expect(remarks()).toContain('Edition fictional-1 is being built: 0%')
      expect(out()).toMatch(/^FICTIONAL NETWORK/)
      expectTables(out())
      const made = readdirSync(book)
      for (const ending of ['.html', '.ja.pdf', '.en.pdf', '.ja.docx', '.en.docx', '.xlsx', '.bib', '.ris', 'index.json'])
        expect(made.filter((name) => name.endsWith(ending)).length, ending).toBeGreaterThan(0)
      expect(made.every((name) => name === 'index.json' || name.startsWith('fictional_'))).toBe(true)
      const { files } = (await answer(`${url}/api/v1/editions/fictional-1/files`)) as { files: { name: string; href: string }[] }
      expect([...files.map(({ name }) => name), 'index.json'].sort()).toEqual(made.sort())
      for (const { name, href } of files)
        expect(Buffer.from(await (await fetch(`${url}${href}`)).arrayBuffer()).equals(readFileSync(join(book, name))), name).toBe(true)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
      expect(leftBehind()).toEqual([])
    },
    PATIENCE,
  )

  it('with --json prints one line when ready; a partner key then submits the printed example', async () => {
    const { child, ended, firstLine, out } = demo('--json', '--no-book', '--cases', '40', '--data', join(folder, 'kept'))
    const ready = JSON.parse(await firstLine) as Record<string, string>
    expect(Object.keys(ready), JSON.stringify(ready)).toEqual([
      'url',
      'organisationKey',
      'organisationSecret',
      'invitations',
      'password',
      'signIns',
      'dataDir',
      'bundle',
      'edition',
    ])
    const { url, organisationKey, organisationSecret, bundle, edition } = ready as Record<
      'url' | 'organisationKey' | 'organisationSecret' | 'bundle' | 'edition',
      string
    >
    // Every partner of the demo signs: its server has no key of tags.
    expect(readdirSync(join(folder, 'kept'))).toContain('ledger-key')
    expect(readdirSync(join(folder, 'kept'))).not.toContain('tag-key')
    expect(readBundle(JSON.parse(readFileSync(bundle, 'utf8')), checksum).manifest).toMatchObject({
      editions: [{ id: edition }],
      fictional: true,
    })
    const example = exampleCommand(url, organisationKey, organisationSecret)
    const body = /-d '(.*)'$/s.exec(example)?.[1]
    const secret = /-H 'JNATIP-Secret: (\w+)'/.exec(example)?.[1] as string
    const response = await fetch(`${url}/api/v1/cases`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${organisationKey}`,
        'JNATIP-Secret': secret,
        'Idempotency-Key': 'example-1',
        'Content-Type': 'application/json',
      },
      body: body as string,
    })
    expect(response.status).toBe(201)
    const { stripped } = (await response.json()) as { stripped: { kind: string }[] }
    expect(stripped.map(({ kind }) => kind).sort()).toEqual(['personal_name', 'residence_card_number'])
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(out().trim().split('\n')).toHaveLength(1)
  })

  it('needs as many cases as the smallest edition', async () => {
    const { ended } = demo('--once', '--cases', '39')
    expect(await ended).toBe(2)
  })
})
