/** What an import cannot show: casts to a released table, clocks and chance in the pure packages, SQL outside the store, paths of a machine. */
import { describe, expect, it } from 'vitest'
import { filesUnder, placesOf } from '../support/project-files.ts'

const code = (...packages: string[]) => packages.flatMap((name) => filesUnder(name)).filter((path) => /\.tsx?$/.test(path))

/** Comments may name what the code must not do. */
const inCode = (pattern: string) => new RegExp(`^(?!\\s*(?:\\*|//|/\\*)).*(?:${pattern})`)

describe('text', () => {
  it('P81 only analysis/disclosure makes a released table', () => {
    const casts = placesOf(
      inCode('\\bas (?:unknown as )?(?:readonly )?Released(?:Table|Routes)\\b|<Released(?:Table|Routes)>\\{'),
      code('survey-schema', 'analysis', 'server', 'web'),
    )
    expect(casts.length).toBeGreaterThan(0)
    expect(casts.filter((place) => !place.startsWith('analysis/disclosure/'))).toEqual([])
  })

  it('an exact count becomes a plain number where a rule, an audit or its holder needs one, and nowhere else', () => {
    const calls = placesOf(inCode('\\bplainNumber\\b'), code('survey-schema', 'analysis', 'server', 'web'))
    const callers = [...new Set(calls.map((place) => place.split(':')[0]!))].sort()
    expect(callers).toEqual([
      'analysis/disclosure/audit/bounds/audit-counts.ts',
      'analysis/disclosure/audit/evidence/attacker.ts',
      'analysis/disclosure/audit/evidence/audit-evidence.ts',
      'analysis/disclosure/audit/suppression/secondary-suppression.ts',
      'analysis/disclosure/noise/cell-key.ts',
      'analysis/disclosure/rules/risky-differences.ts',
      'analysis/disclosure/rules/verdict.ts',
      'analysis/disclosure/utility.ts',
      'analysis/exact/exact-count.ts',
      'server/cli/commands/tabulate.ts',
      'server/editors/attack/public.ts',
      'server/editors/noise-check/case-set-check.ts',
      'server/editors/noise-check/kept-figures.ts',
      'web/own-count/counting.ts',
    ])
  })

  it('the pure packages have no clock, no chance, no log and no machine', () => {
    const pattern = inCode(
      'Math\\.random|\\bnew Date\\b|\\bDate\\.|\\bperformance\\.|\\bcrypto\\.|\\bconsole\\.|\\bprocess\\.|\\bglobalThis\\b|\\bfetch\\(',
    )
    expect(placesOf(pattern, code('survey-schema', 'analysis'))).toEqual([])
  })

  it('SQL is written in server/store alone', () => {
    // A control of an XForm is called select, too: in SQL a blank follows.
    const pattern = inCode('[\'"`](?:SELECT(?=\\s|$)|INSERT (?:OR \\w+ )?INTO|DELETE FROM|UPDATE \\w+ SET|CREATE TABLE|BEGIN|PRAGMA)\\b')
    const outside = code('survey-schema', 'analysis', 'server', 'web').filter((path) => !/^server\/(store|runtime)\//.test(path))
    expect(placesOf(new RegExp(pattern, 'i'), outside)).toEqual([])
  })

  it('no file names a folder of the machine it was written on', () => {
    const ours = filesUnder().filter((path) => path !== 'package-lock.json' && !/\.(png|ico|woff2?|ttf)$/.test(path))
    const folders = ['work', 'home', 'root', 'Users', 'mnt'].join('|')
    expect(placesOf(new RegExp(`(?:^|[\\s'"\`(=])/(?:${folders})/\\w`), ours)).toEqual([])
  })

  it('every random choice in a test comes from the seed of the run', () => {
    /** Where chance is made of the seed, and why each needs the word. */
    const makers: Readonly<Record<string, string>> = {
      'test/support/seed.ts': 'draws the seed of a run that was given none',
      'test/support/drawn-chance.ts': 'puts the seed behind the chance of the code that is tested',
      'test/support/seeded-properties.ts': 'gives fast-check the seed',
    }
    const pattern = inCode(
      "Math\\.random|getRandomValues|randomUUID|webcrypto|generateKey|\\brandom\\w+\\b.*from 'node:crypto'|from 'fast-check'",
    )
    const drawn = placesOf(
      pattern,
      code('test').filter((path) => path !== 'test/boundaries/text.test.ts'),
    )
    expect(drawn.filter((place) => makers[place.split(':')[0]!] === undefined)).toEqual([])
    expect(new Set(drawn.map((place) => place.split(':')[0]))).toEqual(new Set(Object.keys(makers)))
  })

  it('no test is left out or run alone, and nothing is marked as unfinished', () => {
    const marks = ['only', 'skip', 'todo'].map((mark) => `\\b(?:it|test|describe)\\.${mark}\\b`)
    const unfinished = ['TO' + 'DO', 'FIX' + 'ME', 'not ' + 'implemented', '@ts-' + 'ignore', '@ts-' + 'nocheck'].join('|')
    expect(placesOf(new RegExp(`${marks.join('|')}|${unfinished}`), code('survey-schema', 'analysis', 'server', 'web', 'test'))).toEqual([])
  })
})
