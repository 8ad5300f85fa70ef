/** The demo as somebody runs it: a process of its own, one line of JSON or three tables, and nothing left behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { exampleCommand } from '../../server/demo/example.ts'
import { checksum } from '../../server/sealing/checksum.ts'
import { PROGRAM } from '../support/program.ts'

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
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => out.includes('\n') && resolve(out.slice(0, out.indexOf('\n'))))
    void ended.then(() => reject(new Error('ended without a line')))
  })
  firstLine.catch(() => {})
  return { child, ended, firstLine, out: () => out }
}

mkdirSync(temporary)

describe('the demo', () => {
  it('prints three headline tables and the question bank of a fictional network, and leaves nothing behind', async () => {
    const book = join(folder, 'book')
    const { ended, out } = demo('--once', '--cases', '60', '--seed', '4', '--book', book)
    expect(await ended, out()).toBe(0)
    const made = readdirSync(book)
    for (const ending of ['.html', '.ja.pdf', '.en.pdf', '.ja.docx', '.en.docx', '.xlsx', '.bib', '.ris', 'index.json'])
      expect(made.filter((name) => name.endsWith(ending)).length, ending).toBeGreaterThan(0)
    expect(made.every((name) => name === 'index.json' || name.startsWith('fictional_'))).toBe(true)
    expect(out()).toMatch(/Fact sheets: [0-5] of 5 answered/)
    expect(out()).toMatch(/^FICTIONAL NETWORK/)
    for (const title of ['Main routes', 'Country of origin', 'Mode of contact', 'Question bank: ', 'Fact sheets: '])
      expect(out()).toContain(title)
    const figures = [
      ...out()
        .split('Question bank')[0]!
        .matchAll(/ {2}(\d[\d,]*|x|\.)$/gm),
    ].map(([, figure]) => figure!)
    expect(figures.length).toBeGreaterThan(10)
    expect(figures.filter((figure) => /^[1-4]$/.test(figure))).toEqual([])
    expect(readdirSync(temporary).filter((name) => name.startsWith('jnatip-'))).toEqual([])
  })

  it('with --json prints one line when ready; a partner key then submits the printed example', async () => {
    const { child, ended, firstLine, out } = demo('--json', '--no-book', '--cases', '40', '--data', join(folder, 'kept'))
    const ready = JSON.parse(await firstLine) as Record<string, string>
    expect(Object.keys(ready), JSON.stringify(ready)).toEqual(['url', 'organisationKey', 'dataDir', 'bundle', 'edition'])
    const { url, organisationKey, bundle, edition } = ready as { url: string; organisationKey: string; bundle: string; edition: string }
    expect(readBundle(JSON.parse(readFileSync(bundle, 'utf8')), checksum).manifest).toMatchObject({
      editions: [{ id: edition }],
      fictional: true,
    })
    const body = /-d '(.*)'$/s.exec(exampleCommand(url, organisationKey))?.[1]
    const response = await fetch(`${url}/api/v1/cases`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${organisationKey}`, 'Idempotency-Key': 'example-1', 'Content-Type': 'application/json' },
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
