/** A year of an era is read by what is fetched for it: whoever goes on at once waits until it is in the form. */
import { expect, it } from 'vitest'
import { readYear, yearsAreRead } from '../../web/questionnaire/year-reading.ts'

it('waits for every year that is being read, and for none that names no year', async () => {
  const read: number[] = []
  for (const typed of ['令和元年', '昭和63年', 'last spring']) readYear(typed, ({ year }) => read.push(year))
  expect(read).toEqual([])
  await yearsAreRead()
  expect(read).toEqual([2019, 1988])
})
