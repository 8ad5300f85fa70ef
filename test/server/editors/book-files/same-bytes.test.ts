/** The same bundle gives the same bytes in another time zone, another language of the machine and another process. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeEdition } from '../../../support/edition.ts'
import { PROGRAM } from '../../../support/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'jnatip-same-'))
const FORMATS =
  'html,pdf,findings,findings-html,fact-sheets,packs,bibtex,ris,xlsx,csv,json-stat,datapackage,sav,dta,parquet,svg,markdown,latex'
beforeAll(() => writeFileSync(join(folder, 'bundle.json'), JSON.stringify(makeEdition({ cases: 160, seed: 5 }).bundle)), 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const jnatip = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<Ran>((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, 'book', ...args], {
      env: { ...process.env, ...env },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (text) => {
      stdout += text
    })
    child.stderr.on('data', (text) => {
      stderr += text
    })
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }))
  })
const bundle = () => join(folder, 'bundle.json')
const listed = (name: string) => readdirSync(join(folder, name)).sort()

describe('jnatip book', () => {
  it('P88 writes the same bytes in Honolulu and in Kiritimati', async () => {
    const places = [
      ['honolulu', { TZ: 'Pacific/Honolulu', LANG: 'C', LC_ALL: 'C' }],
      ['kiritimati', { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8', HOSTNAME: 'another', USER: 'another' }],
    ] as const
    const ran = await Promise.all(
      places.map(([name, env]) => jnatip([bundle(), '--lang', 'ja', '--to', FORMATS, '--out', join(folder, name), '--json'], env)),
    )
    expect(ran.map(({ code, stderr }) => [code, stderr.replace(/npm warn.*\n/g, '')])).toEqual([
      [0, ''],
      [0, ''],
    ])
    expect(listed('honolulu')).toEqual(listed('kiritimati'))
    expect(listed('honolulu').length).toBeGreaterThan(14)
    for (const name of listed('honolulu')) {
      const [one, other] = places.map(([place]) => readFileSync(join(folder, place, name)))
      expect(one!.equals(other!), name).toBe(true)
    }
    const parsed = JSON.parse(ran[0]!.stdout) as { files: { name: string; sha256: string }[] }
    expect(parsed.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true)
  }, 300_000)

  it('leaves nothing behind when it is refused', async () => {
    const before = readdirSync(folder).sort()
    const refused = await Promise.all([
      jnatip([bundle(), '--to', 'xlsx,odt', '--out', join(folder, 'never')]),
      jnatip([bundle(), bundle(), '--to', 'csv', '--out', join(folder, 'never')]),
      jnatip([bundle(), '--to', 'csv', '--out', join(folder, 'honolulu')]),
      jnatip([bundle(), '--to', 'csv', '--out', bundle()]),
      jnatip([bundle(), '--to', 'csv', '--out', join(bundle(), 'book')]),
    ])
    expect(refused.map(({ code }) => code)).toEqual([2, 1, 1, 1, 1])
    expect(readdirSync(folder).sort()).toEqual(before)
    for (const { stderr } of refused) expect(stderr).not.toMatch(/at .*\.ts:\d+|node_modules/)
  }, 120_000)
})

describe('a document', () => {
  it('says its title and nothing else about itself', () => {
    const xlsx = readFileSync(join(folder, 'honolulu', listed('honolulu').find((name) => name.endsWith('.xlsx'))!))
    const core = strFromU8(unzipSync(xlsx)['docProps/core.xml']!)
    expect(core.replaceAll(/<\?.*?\?>|<\/?cp:coreProperties[^>]*>|<\/?dc:title>|\s/g, '')).toMatch(/^JNATIPデータブック\/JNATIPDataBook$/)
  })
})
