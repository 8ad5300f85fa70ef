/**
 * The whole path on real, published records: `npm run accept -- --data ../shared [--full]`. Reads FOLDER and writes to a
 * temporary folder alone; nothing of the file stays in the project.
 */
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { packed } from '../../server/cli/files/packed-records.ts'
import { recordsOf } from '../../server/cli/files/records.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { type Checks, checks } from './checks.ts'
import { checkEditors } from './editors.ts'
import { checkForms } from './forms.ts'
import { type CsvLine, checkJapan, checkMeans, checkPairs, checkTypes, type Golden, slowCount } from './golden.ts'
import { checkPartnerFiles } from './partner-files.ts'
import { NOTHING, type Peak, type Processes, processes } from './processes.ts'
import { compare, read } from './released.ts'
import { checkVectors } from './vectors.ts'

const PARTNERS = 12
const CONCURRENCY = 48
const EDITION = 'published-2021'
const MEGABYTE = 1 << 20
const PEAK_GOAL = 600 * MEGABYTE

const {
  values: { data = '', full = false },
} = parseArgs({ options: { data: { type: 'string' }, full: { type: 'boolean' } } })
const csv = join(resolve(data), 'data/ctdc/CTDC_global_kanon_20210715.csv')
const goldenFile = join(resolve(data), 'data/golden-ctdc-2021.json')
if (data === '' || !existsSync(csv) || !existsSync(goldenFile)) {
  console.error('usage: npm run accept -- --data FOLDER [--full], where FOLDER holds data/ctdc and data/golden-ctdc-2021.json')
  process.exit(2)
}

let highest = NOTHING
const folder = mkdtempSync(join(tmpdir(), 'jnatip-accept-'))
const all = processes()
const check = checks()
try {
  const golden = (JSON.parse(readFileSync(goldenFile, 'utf8')) as { ctdc_kanon_20210715: Golden }).ctdc_kanon_20210715
  const ndjson = join(folder, 'cases.ndjson')
  await convert(check, all, golden, ndjson)
  await exactFigures(check, all, golden, ndjson)
  const sent = await sample(ndjson, full ? 1 : 20)
  await throughTheServer(check, all, sent)
  // Read only now: writers and judges are large, and the memory of submitting and publishing is measured before.
  const { checkBook } = await import('./book.ts')
  await checkBook(check, all, resolve(data), join(folder, 'bundle.json'), folder)
  const { checkFindings } = await import('./findings.ts')
  checkFindings(check, golden, readFileSync(join(folder, 'bundle.json'), 'utf8'), sent.count)
  all.peak()
  const { checkSubtraction } = await import('./subtraction.ts')
  checkSubtraction(check, join(folder, 'bundle.json'), sent.all)
  await checkVectors(check, all, resolve(data))
  await checkForms(check, all, resolve(data), folder)
  await checkPartnerFiles(check, all, resolve(data), folder)
  const { checkPartnerCases } = await import('./partner-cases.ts')
  await checkPartnerCases(check, resolve(data))
  if (highest.bytes === 0) check.note('peak memory: this system does not say')
  else
    check.holds('peak memory of all processes together, the server among them, below 600 MB', highest.bytes < PEAK_GOAL, megabytes(highest))
} catch (error) {
  check.holds('the run came to its end', false, error instanceof Error ? (error.stack ?? error.message) : 'unknown')
} finally {
  all.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = check.end()

interface Sample {
  readonly all: string
  /** One for each partner. */
  readonly files: readonly string[]
  readonly count: number
}

interface Partner {
  readonly key: string
  readonly file: string
}

/** What the step needed at most, all processes together. */
function memory(to: Checks, { peak }: Processes, step: string) {
  const found = peak()
  if (!found) return
  if (found.bytes > highest.bytes) highest = found
  to.note(`${step}: at most ${megabytes(found)}`)
}

function megabytes({ bytes, resident, own }: Peak): string {
  const [all, summed, mine] = [bytes, resident, own].map((count) => Math.round(count / MEGABYTE))
  return `${all} MB, of it this process ${mine} (sum of resident sizes, shared pages counted in each: ${summed} MB)`
}

function rate(rows: number, seconds: number): string {
  return `${Math.round(rows / seconds).toLocaleString('en')} rows/s (${rows.toLocaleString('en')} in ${seconds.toFixed(1)} s)`
}

async function convert(to: Checks, all: Processes, golden: Golden, ndjson: string) {
  const report = join(folder, 'report.json')
  const { code, stderr, seconds } = await all.run('convert', csv, '--from', 'ctdc-2021', '--to', ndjson, '--report', report, '--json')
  to.holds('convert ends well', code === 0, stderr.trim())
  const { rows, columns } = JSON.parse(readFileSync(report, 'utf8')) as { rows: number; columns: { mapped: string[]; dropped: unknown[] } }
  to.equal('rows converted', rows, golden.rows)
  to.equal('columns read or dropped', columns.mapped.length + columns.dropped.length, golden.columns)
  to.note(`convert: ${rate(rows, seconds)}, start of the process included`)
  memory(to, all, 'convert')
}

/** Once as the holder asks, by `tabulate`; once by a slow count of our own. */
async function exactFigures(to: Checks, all: Processes, golden: Golden, ndjson: string) {
  const table = async (file: string, ...options: string[]): Promise<readonly CsvLine[]> => {
    const { stdout, stderr, code } = await all.run('tabulate', file, '--exact', ...options)
    if (code !== 0) throw new Error(stderr)
    return stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
  }
  checkPairs(to, golden, await table(csv, '--from', 'ctdc-2021', '--rows', 'citizenship', '--columns', 'route_destination'))
  checkTypes(to, golden, await table(ndjson, '--rows', 'exploitation_types'))
  checkMeans(to, golden, await table(ndjson, '--rows', 'means_of_control'))
  const japan = (rows: string) => table(ndjson, '--rows', rows, '--where', 'route_destination=JP')
  checkJapan(to, golden, {
    citizenship: await japan('citizenship'),
    registration_year: await japan('registration_year'),
    gender: await japan('gender'),
    exploitation_types: await japan('exploitation_types'),
  })
  const slow = slowCount()
  for (const record of recordsOf(ndjson, 'cases', new Date().getFullYear())) slow.take(record)
  slow.check(to, golden)
  memory(to, all, 'exact tables')
}

/** Every n-th case of the file, from the first: one file of all, and one for each partner, row n going to partner n mod 12. */
async function sample(from: string, every: number): Promise<Sample> {
  const files = Array.from({ length: PARTNERS }, (_, partner) => join(folder, `partner-${partner + 1}.ndjson`))
  const all = join(folder, 'sent.ndjson')
  const kept = new Map([all, ...files].map((file) => [file, [] as string[]]))
  const flush = () => {
    for (const [file, lines] of kept)
      writeFileSync(
        file,
        lines
          .splice(0)
          .map((line) => `${line}\n`)
          .join(''),
        { flag: 'a' },
      )
  }
  let [row, count] = [0, 0]
  for await (const line of createInterface({ input: createReadStream(from) })) {
    if (row++ % every !== 0) continue
    for (const file of [all, files[count % PARTNERS] as string]) kept.get(file)?.push(line)
    if (++count % 1000 === 0) flush()
  }
  flush()
  return { all, files, count }
}

/** Submit, close, build, publish and read back, by the commands and over HTTP. */
async function throughTheServer(to: Checks, all: Processes, { all: sent, files, count }: Sample) {
  const dataDir = join(folder, 'server')
  const keysDir = join(folder, 'keys')
  const ok = async (...args: string[]) => {
    const ran = await all.run(...args, '--json')
    if (ran.code !== 0) throw new Error(`${args[0]}: ${ran.stderr}`)
    return { ...(JSON.parse(ran.stdout) as Record<string, unknown>), seconds: ran.seconds }
  }
  for (const edition of [EDITION, 'next']) await ok('keys', 'make', '--edition', edition, '--out', keysDir)
  networkOfBefore(dataDir)
  await ok('keys', 'install', join(keysDir, `${EDITION}.public.json`), '--data', dataDir)
  // The file names no organisation: its cases go to twelve invented partners in turn. They are existing records (R22).
  const partners: Partner[] = []
  for (const [index, file] of files.entries()) {
    const { key } = (await ok(
      'keys',
      'organisation',
      `Fictional Partner ${index + 1}`,
      '--data',
      dataDir,
      '--record-rule',
      'Published records, 2021, Their publisher',
    )) as unknown as { key: string }
    partners.push({ key, file })
  }
  const server = await all.start('serve', '--data', dataDir, '--port', '0', '--json')
  try {
    const { url } = JSON.parse(server.line) as { url: string }
    await submit(to, all, url, partners, count)
    memory(to, all, 'submit')
    const { closed } = (await ok('keys', 'install', join(keysDir, 'next.public.json'), '--data', dataDir)) as unknown as { closed: string }
    to.equal('edition closed by opening the next', closed, EDITION)
    const bundle = join(folder, 'bundle.json')
    const shares = [1, 3].flatMap((share) => ['--share', join(keysDir, `${EDITION}.share-${share}.txt`)])
    // One thread: the memory of the whole run is measured.
    const built = await ok('build', '--data', dataDir, '--edition', EDITION, '--threads', '1', ...shares, '--out', bundle)
    to.note(`build: ${rate(count, built.seconds)}, start of the process included`)
    memory(to, all, 'build')
    await checkEditors(to, all, bundle, shares)
    memory(to, all, 'audit and attack')
    await ok('publish', bundle, '--data', dataDir)
    await readBack(to, url, sent)
    memory(to, all, 'publish and read')
  } finally {
    await server.stop()
  }
}

/** One partner after the other, by the command that partners use. */
async function submit(to: Checks, all: Processes, url: string, partners: readonly Partner[], count: number) {
  let [accepted, refused, seconds] = [0, 0, 0]
  for (const { key, file } of partners) {
    writeFileSync(`${file}.key`, key, { mode: 0o600 })
    const ran = await all.run('submit', file, '--to', url, '--key-file', `${file}.key`, '--concurrency', String(CONCURRENCY), '--json')
    const said = JSON.parse(ran.stdout) as { accepted: number; refused: number }
    accepted += said.accepted
    refused += said.refused
    seconds += ran.seconds
  }
  to.equal('cases accepted and refused at intake', [accepted, refused], [count, 0])
  to.note(`submit: ${rate(count, seconds)}, ${CONCURRENCY} requests at a time, ${partners.length} starts of the command included`)
}

async function readBack(to: Checks, url: string, sent: string) {
  const records = packed(recordsOf(sent, 'cases', new Date().getFullYear()))
  const at = (variable: string, level: string) => ({ variable, level })
  const tables = [
    [at('citizenship', 'country'), null],
    [at('citizenship', 'country'), at('route_destination', 'country')],
    [at('route_destination', 'country'), null],
    [at('means_of_control', 'list'), null],
    [at('means_of_control', 'ctdc8'), null],
    [at('exploitation_types', 'list'), null],
    [at('gender', 'list'), at('age_band_registration', 'broad3')],
    [at('registration_year', 'period3'), at('gender', 'list')],
  ] as const
  for (const [rows, columns] of tables) {
    const { shownCases, cases } = await compare(to, url, EDITION, records, rows, columns)
    if (cases > 0) to.note(`shown: ${((shownCases / cases) * 100).toFixed(0)} % of the cases in its categories`)
  }
  await japan(to, url)
}

/** What the server answers about Japan, where the file holds 111 women of one citizenship. */
async function japan(to: Checks, url: string) {
  const alone = await read(url, EDITION, 'route_destination@country', null)
  const crossed = await read(url, EDITION, 'citizenship@country', 'route_destination@country')
  const cells = [
    ...alone.cells.filter(({ lines: [row] }) => row?.code === 'JP'),
    ...crossed.cells.filter(({ lines: [, column] }) => column?.code === 'JP'),
  ]
  const figures = cells.flatMap(({ value, status }) => (status === undefined ? [value as number] : []))
  to.holds(
    'Japan: what is shown is at least 5, the rest has no number',
    cells.every(({ value, status }) => (status === undefined ? typeof value === 'number' && value >= 5 : value === null)),
    `${figures.length} shown, ${cells.length - figures.length} withheld or not applicable`,
  )
  for (const { lines, value, status } of cells.filter(
    (cell) => cell.status === undefined || cell.lines.some(({ code }) => code === 'PH'),
  )) {
    to.note(`${lines.map(({ code }) => code).join(' x ')}: ${status ?? value}`)
  }
}
