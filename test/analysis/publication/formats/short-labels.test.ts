/** Labels in both languages that a format with little space takes. */
import { describe, expect, it } from 'vitest'
import { bilingual } from '../../../../analysis/publication/formats/data/long-table.ts'
import { cutToBytes, LABEL_BYTES, shortLabel, shortLabels } from '../../../../analysis/publication/formats/data/short-labels.ts'
import fc from '../../../support/seeded-properties.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length
const KANJI = '在留資格別にみた支援につながるまでの道のりと妨げになったもの'.repeat(4)
const LATIN = 'What stood in the way of seeking help, by status of residence, '.repeat(3)

describe('a short label', () => {
  it('is both languages where they fit, up to the last byte', () => {
    const fits = { ja: '字'.repeat(20), en: 'a'.repeat(57) }
    expect([shortLabel(fits), bytes(shortLabel(fits))]).toEqual([bilingual(fits), LABEL_BYTES])
    expect(shortLabel({ ...fits, en: 'a'.repeat(58) })).toBe(`${'字'.repeat(18)}… / ${'a'.repeat(58)}`)
  })

  it('cuts each language to its half, between characters, and gives to one what the other does not need', () => {
    const [ja = '', en = ''] = shortLabel({ ja: KANJI, en: LATIN }).split(' / ')
    expect([ja, en]).toEqual([`${KANJI.slice(0, 18)}…`, `${LATIN.slice(0, 56).trimEnd()}…`])
    expect(shortLabel({ ja: '助け', en: LATIN })).toBe(`助け / ${LATIN.slice(0, 108).trimEnd()}…`)
    expect(shortLabel({ ja: KANJI, en: 'Help' })).toBe(`${KANJI.slice(0, 36)}… / Help`)
  })

  it('is never longer than it may be, never half a character, and never without one of the languages', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '字', '𠮷', ' '), minLength: 1, maxLength: 90, size: 'max' })
    fc.assert(
      fc.property(text, text, (ja, en) => {
        const label = shortLabel({ ja, en })
        expect(bytes(label)).toBeLessThanOrEqual(LABEL_BYTES)
        expect(label).not.toMatch(/\ufffd|\p{Surrogate}/u)
        if (ja !== en) expect(label).toContain(' / ')
      }),
    )
    expect(new TextDecoder('utf-8', { fatal: true }).decode(cutToBytes('a𠮷', 4))).toBe('a')
  })

  it('differs from those of the other lines where it was cut', () => {
    const lines = ['x', 'y'].map((end) => ({ ja: `${KANJI}${end}`, en: `${LATIN}${end}` }))
    const labels = shortLabels([...lines, { ja: '同', en: 'same' }, { ja: '同', en: 'same' }])
    expect(new Set(labels.slice(0, 2)).size).toBe(2)
    expect(labels.map((label) => label.slice(0, 3))).toEqual(['1. ', '2. ', '同 /', '同 /'])
    for (const label of labels) expect(bytes(label)).toBeLessThanOrEqual(LABEL_BYTES)
  })
})
