/** No retired word is left in names, comments, titles of tests, messages and documents; each type name stands for one thing. */
import { describe, expect, it } from 'vitest'
import { filesUnder, textOf } from '../support/project-files.ts'
import { KEPT, RETIRED, RETIRED_NAMES } from './retired-terms.ts'
import { type Piece, piecesOf } from './text-zones.ts'

/** Decision records keep the words of their day, with a note at the head; the lists of this test name what they look for. */
const OUTSIDE = /^(docs\/decisions\/|docs\/glossary\.md|LICENSE|package-lock\.json|test\/documents\/(retired-terms|terms\.test)\.ts)/

/** `toldTo`, `TOLD_TO`, `told-to`: "told to". */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()

/** What a piece of this file should say instead, or null. */
function judgeOf(path: string): (piece: Piece) => string | null {
  const rules = RETIRED.filter(({ within }) => within?.test(path) ?? true)
  const kept = KEPT.filter((one) => one.path.test(path))
  return ({ zone, text }) => {
    const whole = zone === 'name' && Object.hasOwn(RETIRED_NAMES, text) ? RETIRED_NAMES[text] : undefined
    const read = zone === 'name' ? wordsOf(text) : text
    const rule = rules.find(({ words, zones }) => (zones?.includes(zone) ?? true) && words.test(read))
    if (whole === undefined && rule === undefined) return null
    if (kept.some(({ zones, words }) => (zones?.includes(zone) ?? true) && words.test(text))) return null
    return `${zone} "${text.trim().slice(0, 80)}": ${whole ?? rule?.say}`
  }
}

function complaints(path: string, text: string): string[] {
  const judge = judgeOf(path)
  return piecesOf(path, text).flatMap((piece) => {
    const complaint = judge(piece)
    return complaint === null ? [] : [`${path}:${piece.line} ${complaint}`]
  })
}

describe('terms', () => {
  it('no retired word comes back', () => {
    const left = filesUnder()
      .filter((path) => !OUTSIDE.test(path))
      .flatMap((path) => complaints(path, textOf(path)))
    expect(left).toEqual([])
  })

  it.each([
    ['a name', 'analysis/disclosure/a.ts', 'export const toldTo = 1'],
    ['a type', 'analysis/disclosure/a.ts', 'type Slice = string'],
    ['a comment', 'server/intake/a.ts', '// The door is open.'],
    ['a title', 'test/a.test.ts', "it.each([1])('a stranger sees %s', () => {})"],
    ['a message', 'server/cli/a.ts', "throw new Error('the code word is missing')"],
    ['a template', 'server/cli/a.ts', 'const text = `the code word of $' + '{name}`'],
    ['a document', 'docs/a.md', 'Each room has a wall.'],
    ['a file name', 'server/cli/tripwire-kinds.ts', ''],
  ])('%s with a retired word is seen', (_, path, text) => {
    expect(complaints(path, text).length).toBeGreaterThan(0)
  })

  it.each([
    ['a stored word', 'server/cli/a.ts', "const reason = 'ladder'"],
    ['a style', 'web/a.ts', "const style = { border: '1px solid' }"],
    ['rounding', 'web/a.ts', 'const whole = Math.floor(2.5)'],
    ['part of a longer word', 'web/a.ts', 'const interface_ = isolated(surface, farewell)'],
  ])('%s is not a retired word', (_, path, text) => {
    expect(complaints(path, text)).toEqual([])
  })

  it('every record that uses a retired word says so at its head', () => {
    const without = filesUnder('docs/decisions').filter((path) => {
      const text = textOf(path)
      return complaints(path, text).length > 0 && !/^# .+\n\n\*\*Status.*\n\n> This record uses words that were replaced later: /.test(text)
    })
    expect(without).toEqual([])
  })
})
