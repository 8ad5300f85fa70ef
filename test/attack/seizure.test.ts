/** The attacker took the disk. He holds a list of suspects with everything that he knows of them, and looks for who is in the database. */
import { createHash, createHmac } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { caseOf, server } from '../server/harness.ts'
import { seeded } from '../support/seeded.ts'
import { scoreboard } from './scoreboard.ts'
import { SOAK } from './shapes.ts'

const scores = scoreboard()
const SUSPECTS = SOAK ? 5000 : 600
const MARK = 0.55
let running: Awaited<ReturnType<typeof server>>
/** Every second suspect is in the database. */
const held = (suspect: number) => suspect % 2 === 0
const next = seeded(9)
const suspects = Array.from({ length: SUSPECTS }, (_, number) => ({
  caseReference: `W-${String(number).padStart(4, '0')}`,
  body: JSON.stringify(
    caseOf(`W-${String(number).padStart(4, '0')}`, {
      registration_year: 1995 + (next() % 30),
      gender: next() % 2 ? 'woman' : 'man',
      citizenship: [['TH', 'PH', 'ID', 'VN'][next() % 4]],
    }),
  ),
}))

beforeAll(async () => {
  running = await server()
  await running.open('2026-1')
  const order = suspects
    .map((_, number) => number)
    .filter(held)
    .sort(() => (next() % 2 ? 1 : -1))
  for (let at = 0; at < order.length; at += 50) {
    const answers = await Promise.all(order.slice(at, at + 50).map((number) => running.post(suspects[number]!.body)))
    for (const answer of answers) expect(answer.status).toBe(201)
  }
}, 300_000)
afterAll(() => {
  running.close()
  scores.print()
})

/** Chance that a suspect who is held scores above one who is not; a half is guessing. */
function auc(score: (suspect: number) => number): number {
  const values = suspects.map((_, number) => score(number))
  let [above, pairs] = [0, 0]
  for (let inside = 0; inside < SUSPECTS; inside += 2)
    for (let outside = 1; outside < SUSPECTS; outside += 2) {
      pairs++
      above += values[inside]! > values[outside]! ? 1 : values[inside] === values[outside] ? 0.5 : 0
    }
  return Math.max(above / pairs, 1 - above / pairs)
}

/** Everything that a keyless attacker would compute of a text. */
const hashesOf = (text: string) => ['sha256', 'sha1', 'md5', 'sha512'].map((name) => createHash(name).update(text).digest())

describe('seizure', () => {
  it('matches a list of suspects at chance: tags, receipts, idempotency rows, ciphertexts and their lengths', () => {
    const database = new Database(join(running.dataDir, 'cases.sqlite'), { readonly: true })
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
    const columns = new Map<string, Buffer[]>()
    for (const table of tables) {
      for (const row of database.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]) {
        for (const [column, value] of Object.entries(row)) {
          const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value))
          columns.set(`${table}.${column}`, [...(columns.get(`${table}.${column}`) ?? []), bytes])
        }
      }
    }
    expect(columns.get('sealed_case.tag')).toHaveLength(SUSPECTS / 2)
    for (const [column, values] of columns) {
      const whole = new Set(values.map((bytes) => bytes.toString('hex')))
      const starts = new Set(values.map((bytes) => bytes.subarray(0, 6).toString('hex')))
      const lengths = new Map<number, number>()
      for (const { length } of values) lengths.set(length, (lengths.get(length) ?? 0) + 1)
      const score = auc((number) => {
        const { caseReference, body } = suspects[number]!
        const texts = [
          caseReference,
          body,
          `1${caseReference}`,
          `1:${caseReference}`,
          `1 ${caseReference}`,
          `Invented Shelter${caseReference}`,
        ]
        const found = texts
          .flatMap(hashesOf)
          .filter((hash) => whole.has(hash.toString('hex')) || starts.has(hash.subarray(0, 6).toString('hex')))
        const clear = texts.filter((text) => whole.has(Buffer.from(text).toString('hex')))
        return 100 * (found.length + clear.length) + (lengths.get(body.length) ?? 0) + (lengths.get(256 + caseReference.length) ?? 0)
      })
      expect(score, column).toBeLessThanOrEqual(MARK)
      if (
        ['sealed_case.tag', 'sealed_case.receipt_hash', 'sealed_case.ciphertext', 'idempotency.lookup', 'idempotency.body'].includes(column)
      )
        scores.add({
          attack: 'seizure of the database',
          on: `${column}, ${SUSPECTS} suspects`,
          score,
          mark: `AUC <= ${MARK}`,
          passes: score <= MARK,
        })
    }
    // Equal length, and the order of rows is the order of ids: nothing to learn from either.
    for (const column of ['sealed_case.ciphertext', 'sealed_case.tag', 'sealed_case.receipt_hash', 'sealed_case.enc'])
      expect(new Set(columns.get(column)!.map(({ length }) => length)).size).toBe(1)
    const rank = new Map(columns.get('sealed_case.id')!.map((id, at) => [id.toString(), at]))
    expect(rank.size).toBe(SUSPECTS / 2)
    database.close()
  })

  it('with the key of the tags in hand matches a suspect by the case reference of the partner and by nothing else', () => {
    const database = new Database(join(running.dataDir, 'cases.sqlite'), { readonly: true })
    const tags = new Set((database.prepare('SELECT tag FROM sealed_case').pluck().all() as Buffer[]).map((tag) => tag.toString('hex')))
    database.close()
    const keyed = (...fields: string[]) => {
      const parts = fields.map((field) => Buffer.from(field))
      const framed = parts.flatMap((part) => {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(part.length)
        return [length, part]
      })
      return createHmac('sha256', running.tagKey!).update(Buffer.concat(framed)).digest('hex')
    }
    const byAnswers = auc((number) => Number(tags.has(keyed('code-word', '1', suspects[number]!.body))))
    scores.add({
      attack: 'seizure of the whole machine',
      on: 'names and answers of suspects',
      score: byAnswers,
      mark: `AUC <= ${MARK}`,
      passes: byAnswers <= MARK,
    })
    const byReference = auc((number) => Number(tags.has(keyed('code-word', '1', suspects[number]!.caseReference))))
    scores.add({
      attack: 'seizure of the whole machine',
      on: "the partner's own case references",
      score: byReference,
      mark: 'a partner who loses both is lost',
      passes: true,
    })
    expect(byAnswers).toBeLessThanOrEqual(MARK)
  })
})
