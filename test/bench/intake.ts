/** Intake under load, beside a plain server in the same run: the same bodies, 16 connections, each answer after a durable commit. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { population } from '../../server/demo/population/index.ts'
import { networkOfBefore } from '../support/network-of-before.ts'
import { PROGRAM } from '../support/program.ts'
import { signingPartner } from '../support/signing.ts'
import { ratio } from './measure.ts'
import { type ServerProcess, serverProcess } from './server-process.ts'

const CONNECTIONS = 16
const WARM_UP = 400
const ROUNDS = 5
/** Bodies that the client may take without sending them. */
const SPARE = CONNECTIONS * (ROUNDS + 1)

interface Load {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly cpu: number | null
  readonly memory: number | null
}

export async function benchIntake(cases: number, print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jnatip-bench-'))
  try {
    const bodies = population({ cases: cases + WARM_UP + SPARE, seed: 16 }).cases.map(({ submission }) => JSON.stringify(submission))
    const bytes = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length
    print(`intake: ${cases.toLocaleString('en')} cases of ${Math.round(bytes)} bytes, ${CONNECTIONS} connections`)
    const data = join(folder, 'server')
    const { key } = prepared(networkOfBefore(data), folder)
    const signedData = join(folder, 'signing')
    const partner = prepared(signedData, join(folder, 'of-signing'))
    const running = [
      await serverProcess(PROGRAM, 'serve', '--data', data, '--port', '0', '--json'),
      await serverProcess('test/bench/peer-server.ts', join(folder, 'peer.sqlite')),
      await serverProcess(PROGRAM, 'serve', '--data', signedData, '--port', '0', '--json'),
    ] as const
    const signed = await signedBodies(running[2].url, partner.key, bodies)
    const loads = [loader(running[0], bodies, key), loader(running[1], bodies, key), loader(running[2], signed, partner.key)]
    try {
      // In turns, because the disk of a shared machine swings by a factor of ten within a minute.
      for (let round = 0; round < ROUNDS; round++) for (const load of loads) await load.round(cases / ROUNDS)
    } finally {
      for (const server of running) await server.stop()
    }
    const [ours, theirs, signing] = loads.map((load) => load.found()) as [Load, Load, Load]
    report(print, 'ours: strip, checks, seal, tag, receipt, group commit', ours)
    report(print, 'ours, signed: the same with each signature verified', signing)
    report(print, 'peer: Hono + zod + SQLite, one commit a request', theirs)
    const cpu = ours.cpu !== null && theirs.cpu !== null ? `, CPU a case ours / peer ${ratio(ours.cpu, theirs.cpu)}` : ''
    print(`  ratio ours / peer: cases/s ${ratio(ours.rate, theirs.rate)}, p99 ${ratio(ours.p99, theirs.p99)}${cpu}`)
    if (signing.cpu !== null) print(`  signed: ${signing.cpu.toFixed(2)} ms CPU a case of 2 at most${signing.cpu > 2 ? ' MISSED' : ''}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a partner's programs send: each case tagged and signed beforehand, under public keys that are registered now. */
async function signedBodies(url: string, key: string, bodies: readonly string[]): Promise<string[]> {
  const partner = signingPartner((path, init) => fetch(`${url}${path}`, init), key)
  await partner.register()
  const signer = await partner.signer()
  const signed: string[] = []
  for (const body of bodies) signed.push(JSON.stringify(await partner.signed(JSON.parse(body) as object, 1, signer)))
  return signed
}

/** An open edition and the key of a partner that may use existing records, by the commands. */
export function prepared(data: string, folder: string): { readonly key: string } {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'keys', ...args, '--json'], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as { key: string }
  }
  run('make', '--edition', 'bench', '--out', join(folder, 'keys'), '--fictional')
  run('install', join(folder, 'keys', 'bench.public.json'), '--data', data)
  return run('organisation', 'Fictional Bench', '--data', data, '--record-rule', 'Fictional rule, 2012, Fictional board')
}

/** Sends the bodies one after the other, round by round; the first round begins with a warm-up that is not counted. */
function loader(server: ServerProcess, bodies: readonly string[], key: string) {
  const rounds: { amount: number; duration: number; p50: number; p99: number; cpu: number | null }[] = []
  let sent = 0
  let memory: number | null = null
  const post = (amount: number) =>
    autocannon({
      url: server.url,
      connections: CONNECTIONS,
      amount,
      requests: [
        {
          method: 'POST',
          path: '/api/v1/cases',
          setupRequest: (request) => {
            const number = sent++
            const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'idempotency-key': `bench-${number}` }
            return { ...request, body: bodies[number % bodies.length] ?? '', headers }
          },
        },
      ],
    })
  return {
    async round(amount: number) {
      if (sent === 0) await post(WARM_UP)
      // The client prepares a request ahead on each connection, so that a few more bodies are taken than are sent.
      const before = server.cpu()
      const result = await post(amount)
      if (result['2xx'] < amount || result.non2xx > 0 || result.errors > 0)
        throw new Error(`${result.non2xx} refused and ${result.errors} failed of ${amount}`)
      const after = server.cpu()
      memory = server.memory()
      rounds.push({
        amount,
        duration: result.duration,
        p50: result.latency.p50,
        p99: result.latency.p99,
        cpu: before === null || after === null ? null : after - before,
      })
    },
    found(): Load {
      const sum = (of: (round: (typeof rounds)[number]) => number) => rounds.reduce((total, round) => total + of(round), 0)
      const cpu = rounds.some((round) => round.cpu === null) ? null : sum((round) => round.cpu ?? 0) / sum((round) => round.amount)
      return {
        rate: sum((round) => round.amount) / sum((round) => round.duration),
        p50: median(rounds.map((round) => round.p50)),
        p99: median(rounds.map((round) => round.p99)),
        cpu,
        memory,
      }
    },
  }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function report(print: (line: string) => void, what: string, { rate, p50, p99, cpu, memory }: Load) {
  print(
    `  ${what.padEnd(54)} ${Math.round(rate)} cases/s, p50 ${p50} ms, p99 ${p99} ms, ${cpu === null ? 'CPU unknown' : `${cpu.toFixed(2)} ms CPU a case`}, ${memory === null ? 'memory unknown' : `${Math.round(memory)} MB`}`,
  )
}
