/** What two editors do around a build: decide pairs by codes, look at the report, read the page of methods. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { population } from '../../server/demo/population/index.ts'
import { openEditorFile } from '../../server/editors/editor-file.ts'
import type { EditorsReport } from '../../server/editors/pages/report.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { type Opened, server } from '../server/harness.ts'
import { jnatip } from '../server/spawned.ts'
import { plainSubmission } from '../support/records.ts'

const folder = mkdtempSync(join(tmpdir(), 'editors-'))
const file = (name: string) => join(folder, name)
const json = <T>(name: string) => JSON.parse(readFileSync(file(name), 'utf8')) as T
const shares = ['--share', file('share-1.txt'), '--share', file('share-2.txt')]

/** Two partners know of each other's report: of one person, and of another who is two. */
const TWICE = ['21_23', '24_26']
interface Pairs {
  readonly pairs: readonly { readonly pair: string; readonly codes: Readonly<Record<string, string>>; readonly decision: string | null }[]
}

let running: Awaited<ReturnType<typeof server>>
let opened: Opened
beforeAll(async () => {
  running = await server()
  opened = await running.open('2026-1')
  const network = population({ cases: 60, seed: 4 })
  const keys: string[] = []
  for (const { en, recordRule = null } of network.organisations) keys.push(await running.organisation(en, { rule: recordRule }))
  for (const { organisation, submission } of network.cases) await running.post(submission, { key: keys[organisation] as string })
  for (const age_band_registration of TWICE)
    for (const key of keys.slice(0, 2))
      await running.post(
        plainSubmission({
          partner_case_key: `T-${age_band_registration}`,
          age_band_registration,
          citizenship: ['BO'],
          other_report_known: 'yes',
        }),
        { key },
      )
  await running.open('2026-2')
  opened.shares.forEach((share, index) => {
    writeFileSync(file(`share-${index + 1}.txt`), share)
  })
})
afterAll(() => {
  running.close()
  rmSync(folder, { recursive: true })
})

const build = (...more: string[]) =>
  jnatip(['build', '--data', running.dataDir, '--edition', '2026-1', ...shares, '--out', file('bundle.json'), ...more, '--json'])
const counted = async () => {
  const { cells } = await openEditorFile(readFileSync(file('bundle.json.editor'), 'utf8'), opened.shares.slice(1))
  return cells.find(({ table, lines }) => table === 'persons' && lines[0] === 'most')?.cases
}

describe('pairs of reports', () => {
  it('are written by codes, decided by name, and the same person is counted once', async () => {
    const held = await running.held('2026-1')
    const first = await build('--pairs', file('pairs.json'))
    expect(first.stderr).toBe('')
    expect(JSON.parse(first.stdout)).toMatchObject({ pairs: 2, undecided: 2 })
    expect(await counted()).toBe(held)
    const text = readFileSync(file('pairs.json'), 'utf8')
    const { pairs } = JSON.parse(text) as Pairs
    expect(pairs.map(({ codes }) => codes.age_band_registration).sort()).toEqual(TWICE)
    for (const one of pairs) expect(Object.keys(one).sort()).toEqual(['codes', 'decision', 'editions', 'pair'])
    expect(text).not.toMatch(/[0-9a-f]{32}|T-2|organisation/)
    expect(statSync(file('pairs.json')).mode & 0o077).toBe(0)

    const [same, different] = TWICE.map((age) => pairs.find(({ codes }) => codes.age_band_registration === age)!.pair)
    writeFileSync(file('decisions.json'), JSON.stringify({ [same!]: 'same', [different!]: 'different' }))
    const second = await build('--decisions', file('decisions.json'), '--pairs', file('again.json'))
    expect(JSON.parse(second.stdout)).toMatchObject({ pairs: 2, undecided: 0 })
    expect(
      json<Pairs>('again.json')
        .pairs.map(({ pair, decision }) => [pair, decision])
        .sort(),
    ).toEqual(
      [
        [same, 'same'],
        [different, 'different'],
      ].sort(),
    )
    expect(await counted()).toBe(held - 1)
    const { duplicates } = await openEditorFile(readFileSync(file('bundle.json.editor'), 'utf8'), opened.shares.slice(1))
    expect(duplicates.map(({ decision }) => decision).sort()).toEqual(['different', 'same'])
    const { persons } = json<Bundle>('bundle.json').manifest
    expect(persons.map(({ slice }) => slice)).toEqual(['2026-1'])
  })

  it('refuse decisions on other pairs, or in other words, by position alone', async () => {
    for (const [decisions, rule] of [
      [{ '0123456789ab': 'same' }, 'unknown_pair'],
      [{ '0123456789ab': 'maybe' }, 'decisions'],
      [['same'], 'decisions'],
    ] as const) {
      writeFileSync(file('wrong.json'), JSON.stringify(decisions))
      const { code, stdout } = await build('--decisions', file('wrong.json'))
      expect([code, stdout]).toEqual([1, expect.stringContaining(rule)])
      expect(stdout).not.toContain('0123456789ab')
    }
  })
})

describe("the editors' report", () => {
  it('gives every withheld cell one reason, says how much is shown, and that it is never published', async () => {
    await build()
    writeFileSync(file('audit.json'), (await jnatip(['audit', file('bundle.json'), '--json'])).stdout)
    const made = await jnatip([
      'report',
      file('bundle.json'),
      ...['--editor', file('bundle.json.editor'), ...shares, '--audit', file('audit.json'), '--out', file('report'), '--json'],
    ])
    expect(made.stderr).toBe('')
    const report = json<EditorsReport>('report/report.json')
    const bundle = json<Bundle>('bundle.json')
    const hidden = bundle.tables.flatMap(({ cells }) => cells).filter(({ status }) => status === 'withheld').length
    expect(report.withheld).toHaveLength(hidden)
    expect(Object.values(report.reasons).reduce((sum, count) => sum + count, 0)).toBe(hidden)
    const { cells } = await openEditorFile(readFileSync(file('bundle.json.editor'), 'utf8'), opened.shares.slice(1))
    const exact = new Map(cells.map((cell) => [`${cell.slice} ${cell.table} ${cell.lines.join(' ')}`, cell.cases]))
    for (const { slice, table, lines, reason } of report.withheld)
      if (reason !== 'small' && reason !== 'audit') expect(exact.get(`${slice} ${table} ${lines.join(' ')}`)).toBeGreaterThanOrEqual(5)
    expect(report.audit).toEqual(json('audit.json'))
    expect(report.utility.all.massShown).toBeLessThanOrEqual(report.utility.all.mass)
    expect(report.utility.all.meanError).toBeLessThanOrEqual(5)
    expect(JSON.stringify(report.withheld)).not.toContain('"cases"')
    const page = readFileSync(file('report/report.html'), 'utf8')
    expect(page).toContain('Never publish')
    expect(page).not.toMatch(/<script|https?:|undefined|NaN|\[object/)
    expect(statSync(file('report/report.html')).mode & 0o077).toBe(0)
  })

  it('refuses figures of another build, and no shares', async () => {
    writeFileSync(file('other.editor'), readFileSync(file('bundle.json.editor')))
    const { pairs } = json<Pairs>('pairs.json')
    writeFileSync(file('both.json'), JSON.stringify(Object.fromEntries(pairs.map(({ pair }) => [pair, 'same']))))
    await build('--decisions', file('both.json'))
    const report = ['report', file('bundle.json'), '--editor', file('other.editor'), '--out', file('none'), '--json']
    expect(await jnatip([...report, ...shares])).toMatchObject({ code: 1, stdout: expect.stringContaining('other_build') })
    expect(await jnatip(report)).toMatchObject({ code: 1, stdout: expect.stringContaining('share-too-few') })
  })
})

describe('the page of methods', () => {
  it('is written in both languages', async () => {
    const { code } = await jnatip(['methods', '--out', file('methods')])
    expect(code).toBe(0)
    expect(readFileSync(file('methods/methods.ja.html'), 'utf8')).toContain('撹乱表（D = 5、V = 3、js = 2）')
    expect(readFileSync(file('methods/methods.en.html'), 'utf8')).toContain('0.73447')
  })
})
