/** No text, however made, costs a pattern of ours more than in step with its length: work is counted at two sizes, never timed. */
import { describe, expect, it } from 'vitest'
import { countedMatches, TooMuchWork } from '../support/counted-matcher.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { filesIn, madePatterns, patternsIn, type WrittenPattern } from '../support/patterns-of-files.ts'

/** Whatever reads what comes from outside; `server/editors`, `server/cli` and `server/demo` read their own. */
const FOLDERS = [
  'survey-schema',
  ...[
    'accounts',
    'book',
    'editions',
    'http',
    'imports',
    'intake',
    'questionnaire',
    'receipts',
    'runtime',
    'sealing',
    'store',
    'tables',
  ].map((name) => `server/${name}`),
]
const LENGTH = 300
/** Twice the text may cost twice the steps, and a little for what begins only in a longer one. */
const GROWTH = 2.4
/** Steps for each character, at most. */
const STEPS = 3000

/** What is wrong with the pattern, or nothing. */
function fault({ place, pattern }: WrittenPattern): string | null {
  for (const text of hostileTexts(pattern)) {
    const steps = [LENGTH, 2 * LENGTH].map((length) => {
      try {
        return countedMatches(pattern, text(length), STEPS * length).steps
      } catch (error) {
        if (!(error instanceof TooMuchWork)) throw error
        return Infinity
      }
    }) as [number, number]
    if (!(steps[1] / steps[0] < GROWTH) && steps[1] > 40 * LENGTH)
      return `${place} ${steps.join(' -> ')} ${JSON.stringify(text(40))} ${String(pattern).slice(0, 120)}`
  }
  return null
}

const files = FOLDERS.flatMap(filesIn)
const found = files.map((file) => patternsIn(file))

describe('patterns that touch what comes from outside', () => {
  it('P13 each pattern that stands in a file does work in step with the length of the text', () => {
    const literals = found.flatMap(({ literals }) => literals)
    expect(literals.length).toBeGreaterThan(150)
    expect(literals.flatMap((one) => fault(one) ?? [])).toEqual([])
  })

  it('P13 and so does each pattern that is made at run time', async () => {
    const made = await madePatterns(async () => {
      for (const file of files) if (file.startsWith('survey-schema/')) await import(`../../${file}`)
      const [{ kindsIn }, { readCell }, { isDateFormat }] = await Promise.all([
        import('../../survey-schema/identifiers/detect.ts'),
        import('../../survey-schema/partner-files/table/cell.ts'),
        import('../../survey-schema/partner-files/workbooks/excel-dates.ts'),
      ])
      kindsIn('20040501 090-1234-5678')
      isDateFormat('yyyy')
      void readCell
    })
    expect(made.length).toBeGreaterThan(60)
    expect(made.flatMap((one) => fault(one) ?? [])).toEqual([])
  })
})
