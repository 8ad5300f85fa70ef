/** Readers of a published edition beside a plain handler with the same bytes in memory, in the same run; and what eight of them do to a bystander. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { PROGRAM } from '../support/program.ts'
import { ratio } from './measure.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'

const READERS = 8
const SECONDS = 3
const ROUNDS = 3
const BYSTANDER = 300
const GZIP = { 'accept-encoding': 'gzip' }

const EDITION = '/api/v1/editions/fictional-1'
const SHEETS = `${EDITION}/book?part=sheets`
const ADDRESSES: Readonly<Record<string, string>> = {
  'fact sheets': SHEETS,
  'a chapter': `${EDITION}/book?part=people`,
  'a table as JSON-stat': `${EDITION}/tables?rows=citizenship@country&slice=fictional-1&lang=ja&format=json-stat`,
  'a table as XLSX': `${EDITION}/tables?rows=citizenship@country&slice=fictional-1&lang=ja&format=xlsx`,
  'the list of editions': '/api/v1/editions',
}

export async function benchReads(cases: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-reads-'))
  const running: ServerProcess[] = []
  try {
    const options = ['--cases', String(cases), '--json', '--no-open', '--no-book', '--port', '0', '--data', join(folder, 'data')]
    const ours = await serverProcess(PROGRAM, 'demo', ...options)
    running.push(ours)
    const answers: Record<string, { type: string; coding: string | null; base64: string }> = {}
    const cold: string[] = []
    for (const [name, path] of Object.entries(ADDRESSES)) {
      const start = performance.now()
      const response = await fetch(`${ours.url}${path}`, { headers: GZIP })
      await response.arrayBuffer()
      cold.push(`${name} ${Math.round(performance.now() - start)} ms`)
      answers[path] = await raw(ours.url, path)
    }
    print(`reads: an edition of ${cases} cases, ${READERS} readers that take gzip; first time, one after the other: ${cold.join(', ')}`)
    const file = join(folder, 'answers.json')
    writeFileSync(file, JSON.stringify(answers))
    const peer = await serverProcess('test/bench/static-server.ts', file)
    running.push(peer)
    for (const [name, path] of Object.entries(ADDRESSES)) {
      const [rate, theirs] = [0, 0].map(() => [] as number[]) as [number[], number[]]
      // In turns, because a shared machine swings.
      for (let round = 0; round < ROUNDS; round++) {
        rate.push(await requests(ours.url, path))
        theirs.push(await requests(peer.url, path))
      }
      print(
        `  ${name.padEnd(22)} ours ${median(rate)} requests/s, static ${median(theirs)}; ratio ours / static ${(median(rate) / median(theirs)).toFixed(2)}  (goal 0.33)`,
      )
    }
    const tag = (await fetch(`${ours.url}${SHEETS}`, { headers: GZIP })).headers.get('ETag') ?? ''
    const held = await requests(ours.url, SHEETS, { ...GZIP, 'if-none-match': tag })
    print(`  fact sheets to who holds them (304): ${held} requests/s`)
    for (const [name, server] of Object.entries({ ours, static: peer })) {
      const path = name === 'ours' ? '/healthz' : '/'
      const alone = await bystander(server.url, path)
      // In a process of their own: otherwise the bystander would wait for their client.
      const readers = spawn(
        'node_modules/.bin/autocannon',
        ['-c', String(READERS), '-d', '60', '-H', 'accept-encoding=gzip', `${server.url}${SHEETS}`],
        {
          stdio: 'ignore',
        },
      )
      await new Promise((resolve) => setTimeout(resolve, 1500))
      const beside = await bystander(server.url, path)
      readers.kill('SIGKILL')
      print(
        `  a bystander of ${name}: median ${alone.toFixed(2)} ms alone, ${beside.toFixed(2)} ms beside ${READERS} readers without a pause; ratio ${ratio(beside, alone)}${name === 'ours' ? '  (goal 2)' : ''}`,
      )
    }
  } finally {
    for (const server of running) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The answer with the bytes as they travel. */
async function raw(url: string, path: string) {
  const { request } = await import('node:http')
  return new Promise<{ type: string; coding: string | null; base64: string }>((resolve, reject) => {
    request(`${url}${path}`, { headers: GZIP }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          type: response.headers['content-type'] ?? '',
          coding: response.headers['content-encoding'] ?? null,
          base64: Buffer.concat(chunks).toString('base64'),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

async function requests(url: string, path: string, headers: Readonly<Record<string, string>> = GZIP): Promise<number> {
  const result = await autocannon({ url, connections: READERS, duration: SECONDS, requests: [{ path, headers }] })
  if (result.errors > 0 || result['2xx'] > 0 === 'if-none-match' in headers) throw new Error(`${path}: refused or failed`)
  return Math.round((result['2xx'] + result.non2xx) / result.duration)
}

/** Milliseconds that one request after the other takes, in the middle. */
async function bystander(url: string, path: string): Promise<number> {
  const took: number[] = []
  for (let asked = 0; asked < BYSTANDER; asked++) {
    const start = performance.now()
    await (await fetch(`${url}${path}`)).arrayBuffer()
    took.push(performance.now() - start)
  }
  return median(took)
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
