/** Examples in docstrings are true: each that states a value is evaluated. */
import { describe, expect, it } from 'vitest'
import { filesUnder, textOf } from '../support/project-files.ts'
import { evaluated, examplesIn, isValue } from './examples.ts'

/** Examples that need something beside the exports of their file, such as a record of a case. */
const WITHOUT_EXPORTS = new Set([
  'nameOf(linked, cell).keys',
  'encodeRecord(receive(body, context).record).length',
  "readReceipt(receiptCode(bits).toLowerCase().replaceAll('-', ' '))",
  'isRiskyDifference(exactCount(20), exactCount(17), POLICY_V1, true)',
])

const FILES = ['analysis', 'survey-schema'].flatMap((folder) => filesUnder(folder)).filter((path) => path.endsWith('.ts'))
const STATED = FILES.flatMap((path) => examplesIn(textOf(path)).map((example) => ({ path, ...example }))).filter(
  ({ expression, value }) => isValue(value) && !WITHOUT_EXPORTS.has(expression),
)

describe('examples in docstrings', () => {
  it('are found', () => {
    expect(STATED.length).toBeGreaterThan(25)
  })

  it.each(STATED)('$expression is $value', async ({ path, expression, value }) => {
    const names = (await import(/* @vite-ignore */ `../../${path}`)) as Record<string, unknown>
    expect(evaluated(expression, names)).toEqual(evaluated(value, {}))
  })
})
