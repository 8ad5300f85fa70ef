/** `docs/promises.md` says no more and no less than the tests: each named test exists, and each test of a promise is named. */
import { describe, expect, it } from 'vitest'
import { filesUnder, textOf } from '../support/project-files.ts'

interface Row {
  readonly promise: string
  readonly today: string
  readonly where: string
  readonly files: readonly string[]
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => `P${String(from + step).padStart(2, '0')}`)
const ALL = [
  ...range(1, 6),
  ...range(10, 19),
  ...range(30, 34),
  ...range(40, 45),
  ...range(50, 52),
  ...range(60, 64),
  ...range(70, 72),
  ...range(80, 89),
]

const rows: readonly Row[] = textOf('docs/promises.md')
  .split('\n')
  .flatMap((line) => {
    const [, promise, , today = '', where = ''] = line.split('|').map((cell) => cell.trim())
    if (!promise || !/^P\d\d$/.test(promise)) return []
    return [{ promise, today, where, files: [...where.matchAll(/`(test\/[^`]+)`/g)].map((match) => match[1] ?? '') }]
  })

/** Numbers of promises with which the titles of a test file begin, of `describe`, `it` and `it.each` alike. */
function promisesIn(path: string): ReadonlySet<string> {
  const titles = textOf(path).matchAll(/\(\s*['"`]((?:P\d\d )+)/g)
  return new Set([...titles].flatMap((match) => (match[1] ?? '').trim().split(' ')))
}

const tests = filesUnder('test').filter((path) => path.endsWith('.test.ts') || /^test\/(accept|store)\/.*\.ts$/.test(path))

describe('docs/promises.md', () => {
  it('names every promise once, in order', () => {
    expect(rows.map(({ promise }) => promise)).toEqual(ALL)
  })

  it('calls a promise kept or in part only where a test stands, and says what is missing', () => {
    for (const { promise, today, where, files } of rows) {
      expect(['kept', 'in part', 'later'], promise).toContain(today)
      if (today === 'later') expect(files, promise).toEqual([])
      else expect(files.length, promise).toBeGreaterThan(0)
      if (today === 'in part') expect(where, promise).toMatch(/Not yet: /)
    }
  })

  it('names files whose titles carry the number of the promise', () => {
    const wrong = rows.flatMap(({ promise, files }) =>
      files.filter((path) => !tests.includes(path) || !promisesIn(path).has(promise)).map((path) => `${promise} ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('leaves no test of a promise unnamed', () => {
    const named = new Set(rows.flatMap(({ promise, files }) => files.map((path) => `${promise} ${path}`)))
    const written = tests.flatMap((path) => [...promisesIn(path)].map((promise) => `${promise} ${path}`))
    expect(written.filter((pair) => !named.has(pair))).toEqual([])
  })
})
