import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { headHash } from '../../../survey-schema/audit-log/head.ts'
import { writeLine } from '../../../survey-schema/audit-log/log-file.ts'
import { verifyLog } from '../../../survey-schema/audit-log/verify.ts'
import { cosignersOf, type Invented, inventedLog, KEY, SMALL } from './invented-log.ts'

const { lines, shown } = inventedLog(SMALL)
const COSIGNERS = cosignersOf(1, 2)
const seenIn = (of: typeof shown) => of.map((head) => ({ chain: head.chain, period: head.period, hash: bytesToHex(headHash(head)) }))
const verified = (given: readonly string[], seen = seenIn(shown)) => verifyLog(given, { keys: [KEY], cosigners: COSIGNERS, seen })
const found = (given: readonly string[], seen = seenIn(shown)) =>
  verified(given, seen).findings.map(({ chain, at, place, rule }) => `${chain ?? '-'} ${at} ${place} ${rule}`)
/** The lines with another text, or none, in the place of one. */
const changed = (index: number, ...texts: readonly string[]) => lines.toSpliced(index, 1, ...texts)
/** The same number of things at the end, as somebody would write it who cut the file. */
const ended = (given: readonly string[]) => {
  const count = (kind: string) => given.filter((line) => line.startsWith(`{"${kind}"`)).length
  const end = { entries: count('entry'), heads: count('head'), cosignatures: count('cosignature') }
  return [...given.filter((line) => !line.startsWith('{"end"')), writeLine({ end })]
}

describe('an exported audit log', () => {
  it('P51 is whole as it was written, and says how far it is signed and cosigned', () => {
    expect(verified(lines)).toEqual({
      findings: [],
      chains: {
        intake: { entries: 3, heads: 3, covered: 2, cosigned: '2026-09' },
        other: { entries: 2, heads: 2, covered: 2, cosigned: null },
      },
    })
  })

  it('P51 shows every changed byte of the file', () => {
    // Signatures take most of the time: entries are changed where there is no head, a head and its cosignature where they stand alone.
    const alone = { entries: SMALL.entries.slice(0, 1), heads: SMALL.heads.slice(0, 1).map((head) => ({ ...head, cosigned: [1] })) }
    const missed: string[] = []
    for (const [given, kind] of [
      [{ entries: SMALL.entries, heads: [] }, /^/],
      [alone, /^\{"(head|cosignature)"/],
    ] as const) {
      const whole = inventedLog(given).lines
      expect(found(whole, [])).toEqual([])
      whole.forEach((line, index) => {
        if (!kind.test(line)) return
        for (let at = 0; at < line.length; at++) {
          const other = line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1)
          if (found(whole.with(index, other), []).length === 0) missed.push(`line ${index + 1}, ${at}`)
        }
      })
    }
    expect(missed).toEqual([])
  })

  it('P51 shows each line that was dropped, doubled, swapped or moved, also where the end was written anew', () => {
    const missed: string[] = []
    // Cosignatures are judged by their number alone: a head needs so many, and which ones is nothing that was ever fixed.
    const fixed = lines.map((line, index) => ({ line, index })).filter(({ line }) => !/^\{"(log|end|cosignature)"/.test(line))
    // The last entry of intake is under no head yet.
    const open = lines.findIndex((line) => line.includes('"month":"2026-11"'))
    for (const { line, index } of fixed) {
      if (index !== open && found(ended(changed(index))).length === 0) missed.push(`dropped ${index}`)
      if (found(ended(changed(index, line, line))).length === 0) missed.push(`doubled ${index}`)
      for (const { index: other } of fixed) {
        if (other <= index) continue
        const swapped = lines.with(index, lines[other]!).with(other, line)
        if (found(ended(swapped)).length === 0) missed.push(`swapped ${index} ${other}`)
      }
    }
    expect(missed).toEqual([])
  })

  it('P51 shows a log that was cut and signed anew below a head that somebody saw, and cannot show it to whoever saw none', () => {
    const cut: Invented = { entries: SMALL.entries.slice(0, 1), heads: SMALL.heads.slice(0, 1) }
    const shorter = inventedLog(cut).lines
    expect(found(shorter)).toEqual(['intake seen 2026-10 not-in-the-log', 'other seen 2026-10 not-in-the-log'])
    expect(found(shorter, [])).toEqual([])
    const other = inventedLog({ ...SMALL, entries: [{ ...SMALL.entries[0], organisation: 3 }, ...SMALL.entries.slice(1)] })
    expect(found(other.lines)).toContain('intake seen 2026-09 not-in-the-log')
    expect(found(other.lines, [])).toEqual([])
    expect(found(lines.slice(0, -1))).toEqual([`- line ${lines.length - 1} end`])
  })

  it('P51 shows entries that were written anew, hashes and all, under heads of before, and heads that do not follow one another', () => {
    const other = inventedLog({ ...SMALL, entries: [{ ...SMALL.entries[0], organisation: 3 }, ...SMALL.entries.slice(1)] }).lines
    const anew = lines.map((line, index) => (line.startsWith('{"entry"') ? other[index]! : line))
    expect(found(anew, [])).toEqual([1, 2, 3].map((number) => `intake head ${number} other-entries`))
    // Signed with the right key, after another head than the one that stands there.
    const [first, ...later] = SMALL.heads as [Invented['heads'][number], ...Invented['heads']]
    const elsewhere = inventedLog({ ...SMALL, heads: [{ ...first, period: '2026-08' }, ...later] }).lines
    const third = lines.findIndex((line) => line.startsWith('{"head"')) + 2
    expect(found(lines.with(third, elsewhere[third]!), [])).toContain('intake head 3 does-not-follow')
    const backwards = [
      { ...first, period: '2026-10' },
      { ...first, position: 2, period: '2026-09' },
    ]
    expect(found(inventedLog({ ...SMALL, heads: backwards }).lines, [])).toEqual(['intake head 2 does-not-follow'])
  })

  it('P51 takes no signature of another key, and none of a key that was replaced', () => {
    const other = new Uint8Array(32).fill(9)
    const forged = inventedLog(SMALL, other).lines
    expect(new Set(found(forged, []).map((finding) => finding.split(' ').at(-1)))).toEqual(new Set(['other-key']))
    const theirs = JSON.parse(forged.find((line) => line.startsWith('{"head"'))!).head.key as string
    const first = lines.findIndex((line) => line.startsWith('{"head"'))
    const keys = (...of: readonly string[]) => ({ keys: of, cosigners: null, seen: [] })
    const replaced = changed(first, forged[first]!)
    expect(verifyLog(replaced, keys(theirs, KEY)).findings).toEqual([])
    expect(verifyLog(replaced, keys(KEY, theirs)).findings.length).toBeGreaterThan(0)
  })

  it('P51 asks for the cosignatures of three organisations, or of all where there are fewer, two months later', () => {
    const months = ['2026-08', '2026-09', '2026-10']
    const withCosigners = (...cosigned: readonly (readonly number[])[]) =>
      inventedLog({
        entries: [],
        heads: months.map((period, index) => ({ chain: 'intake', reason: 'month', period, position: 0, cosigned: cosigned[index] ?? [] })),
      }).lines
    const judged = (given: readonly string[], ...active: readonly number[]) => {
      const { findings, chains } = verifyLog(given, { keys: [KEY], cosigners: cosignersOf(...active), seen: [] })
      return [findings.map(({ place, rule }) => `${place} ${rule}`), chains.intake.cosigned]
    }
    expect(judged(withCosigners([1, 2, 3]), 1, 2, 3, 4)).toEqual([[], '2026-08'])
    expect(judged(withCosigners([1, 2]), 1, 2, 3, 4)).toEqual([['1 too-few-cosignatures'], null])
    expect(judged(withCosigners([1, 2]), 1, 2)).toEqual([[], '2026-08'])
    // Under a later head it counts for the earlier ones.
    expect(judged(withCosigners([1, 2], [3]), 1, 2, 3)).toEqual([[], '2026-08'])
    expect(judged(withCosigners([], [], [1, 2, 3]), 1, 2, 3)).toEqual([[], '2026-10'])
    // Of somebody who is no cosigner, or who signs twice.
    expect(judged(withCosigners([1, 2, 9]), 1, 2, 3)).toEqual([['1 wrong-cosignature', '1 too-few-cosignatures'], null])
    expect(judged(withCosigners([1, 1, 1]), 1, 2, 3)[0]).toContain('1 too-few-cosignatures')
  })

  it('P52 shows what may not stand in an entry: a day among those of cases, a case among the others, a withdrawal without generation', () => {
    const wrong = (...entries: Invented['entries']) => found(inventedLog({ entries, heads: [] }).lines, [])
    const intake = { chain: 'intake', action: 'intake', organisation: 1, month: '2026-11' } as const
    expect(wrong({ ...intake, day: '2026-11-21' })).toEqual(['intake entry 1 content'])
    expect(wrong({ ...intake, role: 'machine' })).toEqual(['intake entry 1 content'])
    expect(wrong({ ...intake, action: 'withdrawal' })).toEqual(['intake entry 1 content'])
    expect(wrong({ ...intake, generation: 1 })).toEqual(['intake entry 1 content'])
    expect(wrong({ ...intake, action: 'publish' })).toEqual(['intake entry 1 content'])
    expect(wrong({ chain: 'other', action: 'intake', role: 'machine', day: '2026-11-21' })).toEqual(['other entry 1 content'])
    expect(wrong({ chain: 'other', action: 'publish', role: 'machine', day: '2026-11-21', organisation: 1 })).toEqual([
      'other entry 1 content',
    ])
    expect(wrong({ chain: 'other', action: 'publish', role: 'machine' })).toEqual(['other entry 1 content'])
    expect(() => wrong({ chain: 'other', action: 'publish', role: 'machine', day: '2026-11-21', subject: 'A Shelter' })).toThrow()
  })

  it('P31 P32 shows a ledger of withdrawals that went back', () => {
    const withdrawal = (generation: number) =>
      ({ chain: 'intake', action: 'withdrawal', organisation: 1, month: '2026-11', generation }) as const
    const judged = (...generations: readonly number[]) => found(inventedLog({ entries: generations.map(withdrawal), heads: [] }).lines, [])
    expect(judged(1, 1, 2, 5)).toEqual([])
    expect(judged(1, 3, 2)).toEqual(['intake entry 3 generation'])
  })
})
