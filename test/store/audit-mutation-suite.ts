/** Somebody with full write access to the stopped database changes the audit log: the verifier finds it. Run on better-sqlite3 and on D1 in workerd. */
import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { exportedLog } from '../../server/audit-log/export.ts'
import { keepLog } from '../../server/audit-log/keep-log.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { read, type Store } from '../../server/store/port.ts'
import { BY_COMMAND, entered, enteredAtIntake } from '../../server/store/queries/audit.ts'
import { headsOf } from '../../server/store/queries/audit-heads.ts'
import { registerOrganisation } from '../../server/store/queries/organisations.ts'
import type { RememberedHead } from '../../survey-schema/audit-log/follow.ts'
import { commitmentTo, headHash, logPublicKey } from '../../survey-schema/audit-log/head.ts'
import { verifyLog } from '../../survey-schema/audit-log/verify.ts'
import { unique } from './distinct.ts'

const LOG_KEY = new Uint8Array(32).fill(7)
const clockAt = (day: string) => ({ day: () => day, month: () => day.slice(0, 7), year: () => Number(day.slice(0, 4)) })
const raw = <Row>(sql: string, ...values: unknown[]) => CompiledQuery.raw(sql, values) as CompiledQuery<Row>

/** @param every n-th row of a table has its columns changed: what a verifier finds is the same on every store */
export function auditMutationSuite(name: string, fresh: () => Promise<Store>, every = 1): void {
  describe(`an altered audit log on ${name}`, () => {
    let store: Store
    let seen: readonly RememberedHead[]

    /** Three months: entries of both chains, days and months that end, an edition and a publication. */
    beforeEach(async () => {
      store = await fresh()
      const register = { name: 'Invented', holding: null, record_rule: null, record_rule_year: null, record_rule_approver: null }
      await store.batch(registerOrganisation(register, { hash: unique(), scopes: 'submit', expires: '2030-01' }))
      const tick = (day: string) => keepLog({ store, clock: clockAt(day), logKey: LOG_KEY })
      const intake = (organisation: number, month: string) => changing(enteredAtIntake({ action: 'intake', organisation, month }))
      const other = (action: 'open-edition' | 'publish' | 'destroy-cases', day: string) =>
        changing(entered({ action, ...BY_COMMAND, subject: '2026-1', day }))
      await intake(1, '2026-09')
      await other('open-edition', '2026-09-03')
      await tick('2026-09-03')
      for (const organisation of [2, 1, 1]) await intake(organisation, '2026-09')
      await other('destroy-cases', '2026-09-04')
      await tick('2026-09-05')
      await tick('2026-10-01')
      await intake(3, '2026-10')
      await store.batch([
        raw(`insert into audit_entry (chain, position, action, organisation, month, generation, blind)
          select 'intake', max(position) + 1, 'withdrawal', 2, '2026-10', 4, randomblob(16) from audit_entry where chain = 'intake'`),
      ])
      await other('publish', '2026-10-09')
      await tick('2026-11-02')
      seen = (await Promise.all((['intake', 'other'] as const).map((chain) => read(store, headsOf(chain, 'month')))))
        .flat()
        .map((head) => ({ chain: head.chain, period: head.period, hash: toHex(headHash({ ...head, commitment: commitmentTo(head) })) }))
    })
    /** Behind a statement that changes a row. */
    const changing = (entry: CompiledQuery<unknown>) => store.batch([raw("update organisation set holding = 'x'"), entry])

    const verified = async () => {
      const lines: string[] = []
      // A value that no log may hold cannot even be written as a line.
      try {
        for await (const line of exportedLog(store)) lines.push(line)
      } catch {
        return ['no log']
      }
      const { findings } = verifyLog(lines, { keys: [toHex(logPublicKey(LOG_KEY))], cosigners: null, seen })
      return findings.map(({ chain, at, place, rule }) => `${chain} ${at} ${place} ${rule}`)
    }
    const rowsOf = async (table: string) => [...(await read(store, raw<Record<string, unknown>>(`select * from ${table}`)))]
    /** Does something to the log, says what is found, and puts the table back. Null where the database itself does not take it. */
    const foundAfter = async (table: 'audit_entry' | 'audit_head', change: readonly CompiledQuery<unknown>[]): Promise<string[] | null> => {
      const before = await rowsOf(table)
      try {
        await store.batch([...change])
      } catch {
        return null
      }
      const findings = await verified()
      await store.batch([raw(`delete from ${table}`), ...before.map((row) => inserted(table, row))])
      return findings
    }
    const inserted = (table: string, row: Record<string, unknown>) =>
      raw(
        `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
          .map(() => '?')
          .join(', ')})`,
        ...Object.values(row),
      )
    const keyOf = (table: string) => (table === 'audit_entry' ? 'position' : 'number')

    it('P51 is whole before: a head for each day that had entries, for each month, for the edition and for the publication', async () => {
      expect(await verified()).toEqual([])
      const heads = await rowsOf('audit_head')
      expect(heads.map(({ chain, reason, period, position }) => `${chain} ${reason} ${period} ${position}`)).toEqual([
        'intake month 2026-08 0',
        'intake edition 2026-09 1',
        'intake month 2026-09 4',
        'intake month 2026-10 6',
        'intake publication 2026-11 6',
        'other month 2026-08 0',
        'other day 2026-09-03 1',
        'other day 2026-09-04 2',
        'other month 2026-09 2',
        'other day 2026-10-09 3',
        'other month 2026-10 3',
      ])
    })

    it('P51 P52 signs no head of a day among entries of cases, and nothing twice', async () => {
      const before = await rowsOf('audit_head')
      await keepLog({ store, clock: clockAt('2026-11-02'), logKey: LOG_KEY })
      expect(await rowsOf('audit_head')).toEqual(before)
      expect(before.filter(({ chain, period }) => chain === 'intake' && String(period).length > 7)).toEqual([])
    })

    it('P51 signs each head once though two ticks run at once, and none without a key, while entries get their hashes', async () => {
      const heads = (await rowsOf('audit_head')).length
      await changing(enteredAtIntake({ action: 'intake', organisation: 1, month: '2026-11' }))
      await keepLog({ store, clock: clockAt('2027-01-04'), logKey: null })
      expect((await rowsOf('audit_head')).length).toBe(heads)
      expect((await rowsOf('audit_entry')).filter(({ link }) => link === null)).toEqual([])
      await changing(entered({ action: 'publish', ...BY_COMMAND, subject: '2026-1', day: '2026-12-09' }))
      // One after the other by a few steps, so that each looks while another signs.
      const begun = [0, 3, 8, 15, 24].map(async (steps) => {
        for (let step = 0; step < steps; step++) await null
        await keepLog({ store, clock: clockAt('2027-01-04'), logKey: LOG_KEY })
      })
      await Promise.all(begun)
      const fresh = (await rowsOf('audit_head')).filter(({ period }) => String(period) >= '2026-12')
      expect(fresh.map(({ chain, reason, period }) => `${chain} ${reason} ${period}`)).toEqual([
        'intake month 2026-12',
        'intake publication 2027-01',
        'other day 2026-12-09',
        'other month 2026-12',
      ])
      expect(await verified()).toEqual([])
    })

    it('P51 is found whichever column of whichever row was changed', async () => {
      let tried = 0
      const missed: string[] = []
      for (const table of ['audit_entry', 'audit_head'] as const)
        for (const row of (await rowsOf(table)).filter((_, place) => place % every === 0))
          for (const [column, value] of Object.entries(row)) {
            for (const other of othersThan(value)) {
              const key = keyOf(table)
              const change = raw(`update ${table} set ${column} = ? where chain = ? and ${key} = ?`, other, row.chain, row[key])
              const findings = await foundAfter(table, [change])
              if (findings === null) continue
              tried++
              if (findings.length === 0) missed.push(`${table} ${row.chain} ${row[key]} ${column}`)
            }
          }
      expect(missed).toEqual([])
      expect(tried).toBeGreaterThan(200 / every)
      expect(await verified()).toEqual([])
    }, 120_000)

    it('P51 is found where an entry or head was deleted, swapped, repeated or cut off', async () => {
      const missed: string[] = []
      for (const table of ['audit_entry', 'audit_head'] as const) {
        const key = keyOf(table)
        // The head of a publication is the last one, and nobody saw it.
        const rows = (await rowsOf(table)).filter(({ reason }) => reason !== 'publication')
        const at = (row: Record<string, unknown>) => raw(`delete from ${table} where chain = ? and ${key} = ?`, row.chain, row[key])
        for (const row of rows) {
          const place = `${table} ${row.chain} ${row[key]}`
          if ((await foundAfter(table, [at(row)]))?.length === 0) missed.push(`deleted ${place}`)
          // Those after it move up, so that no number is missing.
          const up = raw(`update ${table} set ${key} = ${key} - 1 where chain = ? and ${key} > ?`, row.chain, row[key])
          if ((await foundAfter(table, [at(row), up]))?.length === 0) missed.push(`moved up ${place}`)
          const last = raw<{ last: number }>(`select max(${key}) as last from ${table} where chain = ?`, row.chain)
          const end = ((await read(store, last))[0]?.last ?? 0) + 1
          if ((await foundAfter(table, [inserted(table, { ...row, [key]: end })]))?.length === 0) missed.push(`repeated ${place}`)
          const cut = raw(`delete from ${table} where chain = ? and ${key} >= ?`, row.chain, row[key])
          if ((await foundAfter(table, [cut]))?.length === 0) missed.push(`cut ${place}`)
          for (const other of rows) {
            if (other.chain !== row.chain || Number(other[key]) <= Number(row[key])) continue
            const swapped = [
              at(row),
              at(other),
              inserted(table, { ...row, [key]: other[key] }),
              inserted(table, { ...other, [key]: row[key] }),
            ]
            if ((await foundAfter(table, swapped))?.length === 0) missed.push(`swapped ${place} ${other[key]}`)
          }
        }
      }
      expect(missed).toEqual([])
      expect(await verified()).toEqual([])
    }, 120_000)

    it('P51 is found where both chain and heads were cut and signed anew by the holder of the key, below a head that somebody saw', async () => {
      await store.batch([
        raw("delete from audit_head where chain = 'intake'"),
        raw("delete from audit_entry where chain = 'intake' and position > 2"),
      ])
      await keepLog({ store, clock: clockAt('2026-11-02'), logKey: LOG_KEY })
      expect(await verified()).toEqual([
        'intake seen 2026-08 not-in-the-log',
        'intake seen 2026-09 not-in-the-log',
        'intake seen 2026-10 not-in-the-log',
      ])
    })
  })
}

/** Other values of the same kind: each column in two places, and nothing in the place of something. */
function othersThan(value: unknown): unknown[] {
  if (value === null) return ['2026-11', 1]
  if (typeof value === 'number') return [value + 1, value - 1]
  if (value instanceof Uint8Array) return [0, value.length - 1].map((at) => value.map((byte, index) => (index === at ? byte ^ 1 : byte)))
  const text = String(value)
  const last = text.charCodeAt(text.length - 1)
  return [text.slice(0, -1) + String.fromCharCode(last ^ 1), `${text}0`, null]
}
