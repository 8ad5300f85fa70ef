import { describe, expect, it } from 'vitest'
import { parseJson } from '../../survey-schema/json.ts'
import fc from '../support/seeded-properties.ts'
import { refusal } from './refusal.ts'

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

const REFUSED: readonly [string, string, string][] = [
  ['nothing', '', 'syntax'],
  ['a truncated text', '{"a":', 'syntax'],
  ['NaN', '{"a":NaN}', 'syntax'],
  ['a byte order mark', '\uFEFF{}', 'syntax'],
  ['a raw control character', '"\u0001"', 'syntax'],
  ['a key twice', '{"a":1,"a":2}', 'duplicate_key'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}', 'duplicate_key'],
  ['a key twice further in', '{"a":[{"b":{"c":1,"d":"}","c":2}}]}', 'duplicate_key'],
  ['__proto__', '{"__proto__":{}}', 'forbidden_key'],
  ['__proto__ escaped', '{"\\u005f_proto__":1}', 'forbidden_key'],
  ['21 levels', deep(21), 'too_deep'],
  ['21 levels of objects', `${'{"a":'.repeat(21)}1${'}'.repeat(21)}`, 'too_deep'],
  ['NUL', '{"a":"\\u0000"}', 'nul'],
  ['a lone surrogate', '"\uD800"', 'lone_surrogate'],
  ['a lone surrogate escaped', '{"a":"\\uDC00x"}', 'lone_surrogate'],
]

describe('P13 JSON is read strictly', () => {
  it.each(REFUSED)('refuses %s', (_, text, rule) => expect(refusal(() => parseJson(text))).toEqual(['invalid-json', ` ${rule}`]))

  it.each([
    ['the same key in two objects', '[{"a":1},{"a":2}]'],
    ['braces and quotes inside strings', '{"a{":"}\\"[","b":"\\\\"}'],
    ['20 levels', deep(20)],
    ['pairs of surrogates', '"\\uD83D\\uDE00😀"'],
    ['a string that equals a key', '{"a":"a","b":["a","a"]}'],
  ])('accepts %s', (_, text) => expect(parseJson(text)).toEqual(JSON.parse(text)))

  it('reads whatever JSON can say as the engine does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const read = refusal(() => expect(parseJson(text)).toEqual(JSON.parse(text)))
        expect(read.filter((line) => line !== 'invalid-json' && !/ (nul|lone_surrogate|forbidden_key|duplicate_key)$/.test(line))).toEqual(
          [],
        )
      }),
    )
  })

  it('answers any text with a value or a problem', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'u', '0', 'a', ' '), size: 'medium' }),
        (text) => {
          expect(refusal(() => parseJson(text)).length).toBeLessThanOrEqual(2)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
