import { describe, expect, it } from 'vitest'
import { followLog, type ShownHead } from '../../../survey-schema/audit-log/follow.ts'
import { commitmentTo, cosignHead, isHeadCosignedBy, isHeadSignedBy } from '../../../survey-schema/audit-log/head.ts'
import { inventedLog, KEY, partner, SMALL } from './invented-log.ts'

const { shown } = inventedLog(SMALL)
const alarms = (given: readonly ShownHead[], memory: Parameters<typeof followLog>[1]) =>
  followLog(given, memory).alarms.map(({ alarm }) => alarm)
const september = shown.filter(({ period }) => period === '2026-09')

describe('what a partner’s program remembers of the log', () => {
  it('P51 follows from month to month, with the newest head of each chain to cosign', () => {
    const first = followLog(september, null)
    expect([first.alarms, first.memory?.key, first.memory?.heads.map(({ period }) => period)]).toEqual([[], KEY, ['2026-09']])
    const next = followLog(shown, first.memory)
    expect(next.alarms).toEqual([])
    expect(next.newest.map(({ chain, period }) => `${chain} ${period}`)).toEqual(['intake 2026-10', 'other 2026-10'])
    expect(followLog([], null)).toEqual({ alarms: [], newest: [], memory: null })
  })

  it('P51 raises an alarm for a log that was changed, cut, signed by another key, or is shown in another form', () => {
    const { memory } = followLog(shown, null)
    const entries = [{ ...SMALL.entries[0], organisation: 3 }, ...SMALL.entries.slice(1)]
    expect(alarms(inventedLog({ ...SMALL, entries }).shown, memory)).toEqual(['other-head'])
    expect(alarms(september, memory)).toEqual(['head-missing', 'head-missing'])
    expect(alarms(inventedLog(SMALL, new Uint8Array(32).fill(9)).shown, memory)).toEqual(['other-key'])
    expect(alarms(shown.slice(1), null)).toEqual(['does-not-follow'])
    expect(alarms([shown[1]!, shown[0]!, ...shown.slice(2)], null)).toEqual(['does-not-follow'])
    expect(alarms([{ ...shown[0]!, period: '2026-08' }, ...shown.slice(1)], null)).toEqual(['wrong-signature', 'does-not-follow'])
    expect(followLog(september, memory).memory).toBeNull()
  })

  it('P52 learns from a head neither how many entries there are nor whether there are any', () => {
    const content = { chain: 'intake', number: 1, reason: 'month', period: '2026-09', position: 0, link: new Uint8Array(32) } as const
    const commitments = [1, 2].map((blind) => String(commitmentTo({ ...content, blind: new Uint8Array(16).fill(blind) })))
    // The same state under two heads: nobody who lacks the random bytes can tell that nothing came between them.
    expect(new Set(commitments).size).toBe(2)
    expect(Object.keys(shown[0]!).sort()).toEqual(['chain', 'commitment', 'key', 'period', 'previous', 'reason', 'signature'])
  })

  it('P51 a cosignature is of one head and one key, and is no signature of the log', () => {
    const [one, other] = [shown[0]!, shown[1]!]
    const { privateKey, publicKey } = partner(1)
    const cosignature = cosignHead(one, privateKey)
    expect(isHeadCosignedBy(one, cosignature, publicKey)).toBe(true)
    expect(isHeadCosignedBy(other, cosignature, publicKey)).toBe(false)
    expect(isHeadCosignedBy(one, cosignature, partner(2).publicKey)).toBe(false)
    expect(isHeadSignedBy(one, cosignature, publicKey)).toBe(false)
    expect(isHeadCosignedBy(one, one.signature, one.key)).toBe(false)
    expect(isHeadCosignedBy(one, new Uint8Array(3), publicKey)).toBe(false)
  })
})
