/** Readings of kanji are taken apart for a page and written in brackets for plain text. */
import { expect, it } from 'vitest'
import { furigana, withBrackets } from '../../../survey-schema/languages/furigana.ts'

it('furigana gives each kanji its reading and leaves the rest as it is', () => {
  expect(furigana('18歳《さい》より下《した》でしたか。')).toEqual([
    { text: '18', reading: null },
    { text: '歳', reading: 'さい' },
    { text: 'より', reading: null },
    { text: '下', reading: 'した' },
    { text: 'でしたか。', reading: null },
  ])
  expect(furigana('佐々木《ささき》')).toEqual([{ text: '佐々木', reading: 'ささき' }])
  expect(furigana('ไทย')).toEqual([{ text: 'ไทย', reading: null }])
  expect(furigana('')).toEqual([])
})

it('no letter of a text is lost', () => {
  for (const text of ['国《くに》', 'か《な》', '《》国', '国《くに', '国《》と国《くに》'])
    expect(
      furigana(text)
        .map((part) => (part.reading === null ? part.text : `${part.text}《${part.reading}》`))
        .join(''),
    ).toBe(text)
})

it('plain text has the reading in brackets', () => {
  expect(withBrackets('国《くに》に帰《かえ》る')).toBe('国（くに）に帰（かえ）る')
})
