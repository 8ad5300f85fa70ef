/** A Stata dataset is written as its documentation says, read back by a reader that follows the map of the file. */
import { describe, expect, it } from 'vitest'
import { type DtaVariable, dtaFile } from '../../../../analysis/publication/formats/data/dta-file.ts'
import { readDta } from '../../../support/dta-figures.ts'

const number = (values: Extract<DtaVariable, { kind: 'number' }>['values'], name = 'cases'): DtaVariable => ({
  kind: 'number',
  name,
  label: '事例数'.repeat(40),
  labels: [
    ['a', '秘匿 / withheld'],
    [7, 'seven'],
  ],
  values,
})
const file = (...variables: DtaVariable[]) => dtaFile({ label: 'x'.repeat(90), notes: ['一', 'two'], variables })

describe('a Stata dataset', () => {
  it('holds numbers up to the largest of four bytes, and missing values above them', () => {
    const { rows, valueLabels, labels, notes } = readDta(file(number([0, -5, 2_147_483_620, 'a', 'b', 'c'])))
    expect(rows.flat()).toEqual([0, -5, 2_147_483_620, '.a', '.b', '.c'])
    expect([valueLabels.cases, notes]).toEqual([{ '.a': '秘匿 / withheld', 7: 'seven' }, ['2', '一', 'two']])
    expect([...labels[0]!].length).toBe(80)
  })

  it('holds text in as many bytes as it needs, cut between characters at the most that a string can have', () => {
    const text = (values: readonly string[]): DtaVariable => ({ kind: 'text', name: 'words', label: '', values })
    const long = `a${'字'.repeat(700)}`
    expect(readDta(file(text(['', '日本', 'b']), number([1, 2, 3]))).rows).toEqual([
      ['', 1],
      ['日本', 2],
      ['b', 3],
    ])
    expect(readDta(file(text([long]))).rows).toEqual([[long.slice(0, 682)]])
    expect(readDta(file(text([]), number([]))).rows).toEqual([])
  })

  it.each([
    ['a fraction', number([0.5])],
    ['a number of five bytes', number([2_147_483_621])],
    ['a name of 33 letters', number([1], 'n'.repeat(33))],
    ['a name with a hyphen', number([1], 'a-b')],
  ])('is not made of %s', (_, variable) => expect(() => file(variable)).toThrow(RangeError))
})
