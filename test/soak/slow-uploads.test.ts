/**
 * Hours of slow, half-sent and cut-off uploads (`SOAK_MINUTES`, an hour without it). Two servers stand side by side, one is left alone: bursts
 * of 16 clients go to both in turn, so that whatever else runs on the machine slows both.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { scoreboard } from '../attack/scoreboard.ts'
import { caseOf } from '../server/harness.ts'
import { drawnNumbers } from '../support/seed.ts'
import { grownTo, intakeServer } from './intake-server.ts'

const MINUTES = Number(process.env.SOAK_MINUTES ?? 60)
const HELD = 200
const CUT = 12
const WHOLE = 8
const HANDS = 16
const EACH = 8
/** Between two pairs of bursts, milliseconds. */
const PAUSE = 5000
/** A slow hand sends a byte this often. */
const DRIP = 1500

const folder = mkdtempSync(join(tmpdir(), 'jnatip-slow-'))
const scores = scoreboard()
const random = drawnNumbers('when bodies are cut off')
afterAll(() => {
  scores.print()
  rmSync(folder, { recursive: true })
})

const percentile = (times: readonly number[], share: number) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] as number

describe.runIf(process.env.SOAK)('slow hands', () => {
  it(
    `P18 for ${MINUTES} minutes ${HELD} bodies stay half sent and ${CUT} are cut off: p99 of ${HANDS} clients stays under twice that of a server left alone`,
    async () => {
      const quiet = await intakeServer(join(folder, 'quiet'))
      const loud = await intakeServer(join(folder, 'loud'))
      const { port } = new URL(loud.url)
      const start = grownTo(loud.pid)
      const end = Date.now() + MINUTES * 60_000
      const counts = { held: 0, cut: 0, whole: 0, locks: 0 }
      const going = () => Date.now() < end

      const opened = (name: string, length: number): Socket => {
        const socket = connect(Number(port), '127.0.0.1')
        socket.on('error', () => {})
        socket.write(
          `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${loud.key}\r\nIdempotency-Key: ${name}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
        )
        return socket
      }
      /** A byte now and then until the server lets go, and again. */
      const holding = async () => {
        while (going()) {
          const socket = opened('half', 5000)
          counts.held++
          socket.write('{"schema":')
          let open = true
          socket.on('close', () => {
            open = false
          })
          socket.resume()
          while (open && going()) {
            socket.write(' ')
            await pause(DRIP)
          }
          socket.destroy()
        }
      }
      const cutting = async () => {
        while (going()) {
          const socket = opened('half', 5000)
          socket.write('{"schema":')
          counts.cut++
          await pause(20 + random() * 60)
          socket.destroy()
          // Four cuts a second each: enough to matter, and the test itself is no load.
          await pause(200)
        }
      }
      /** A case that takes some twenty seconds to arrive is taken in like any other. */
      const arriving = async (hand: number) => {
        for (let turn = 0; going(); turn++) {
          const name = `slow-${hand}-${turn}`
          const body = JSON.stringify(caseOf(name))
          const socket = opened(name, Buffer.byteLength(body))
          const answered = new Promise<string>((resolve) => {
            let heard = ''
            socket.on('data', (piece) => {
              heard += piece
              if (heard.includes('\r\n\r\n')) resolve(heard)
            })
            socket.on('close', () => resolve(heard))
          })
          const step = Math.ceil(body.length / 12)
          for (let at = 0; at < body.length; at += step) {
            socket.write(body.slice(at, at + step))
            await pause(DRIP)
          }
          const answer = await answered
          socket.destroy()
          expect(answer).toMatch(/^HTTP\/1\.1 201 /)
          counts.whole++
        }
      }
      const burst = async (server: typeof quiet, times: number[]) => {
        const hand = async () => {
          for (let n = 0; n < EACH; n++) times.push(await server.submit())
        }
        await Promise.all(Array.from({ length: HANDS }, hand))
      }

      await burst(quiet, [])
      await burst(loud, [])
      const slow = [
        ...Array.from({ length: HELD }, holding),
        ...Array.from({ length: CUT }, cutting),
        ...Array.from({ length: WHOLE }, (_, hand) => arriving(hand)),
      ]
      const times = { quiet: [] as number[], loud: [] as number[] }
      const writer = new Database(join(folder, 'loud/cases.sqlite'), { timeout: 1000 })
      let early = 0
      for (let round = 0; going(); round++) {
        if (round % 2) await burst(quiet, times.quiet)
        await burst(loud, times.loud)
        if (round % 2 === 0) await burst(quiet, times.quiet)
        // Whoever wants to write can: nobody holds a lock over a body that he waits for.
        writer.exec('begin immediate; rollback')
        counts.locks++
        if (Date.now() < end - MINUTES * 54_000) early = grownTo(loud.pid).now
        await pause(PAUSE)
      }
      await Promise.all(slow)
      await pause(1000)
      const late = grownTo(loud.pid)
      const stored = writer.prepare('select count(*) from sealed_case').pluck().get()
      writer.close()
      const p99 = { quiet: percentile(times.quiet, 0.99), loud: percentile(times.loud, 0.99) }
      const add = (on: string, score: number | string, mark: string, passes: boolean) =>
        scores.add({ attack: `slow uploads, ${MINUTES} min`, on, score, mark, passes })
      add('bodies held open and let go', counts.held, `>= ${HELD}`, counts.held >= HELD)
      add('bodies cut off', counts.cut, '> 0', counts.cut > 0)
      add('slow cases taken in', counts.whole, '> 0', counts.whole > 0)
      add('requests of others', times.loud.length, '', true)
      add('p99 alone, ms', p99.quiet, '', true)
      add('p99 beside them, ms', p99.loud, '', true)
      add('ratio', p99.loud / p99.quiet, '< 2', p99.loud / p99.quiet < 2)
      add('writers that had to wait', 0, `0 of ${counts.locks}`, true)
      add('memory after a tenth and at the end, MB', `${Math.round(early)} ${Math.round(late.now)}`, 'ratio < 1.5', late.now < early * 1.5)
      add('open files before and after', `${start.files} ${late.files}`, 'within 20', late.files - start.files < 20)
      expect(stored).toBe(times.loud.length + HANDS * EACH + counts.whole)
      expect(p99.loud / p99.quiet).toBeLessThan(2)
      expect([counts.held >= HELD, counts.whole > 0]).toEqual([true, true])
      expect(late.now).toBeLessThan(early * 1.5)
      expect(late.files - start.files).toBeLessThan(20)
      expect(loud.output()).not.toMatch(/crash|internal/)
      await quiet.end('SIGTERM')
      await loud.end('SIGTERM')
    },
    (MINUTES + 10) * 60_000,
  )
})
