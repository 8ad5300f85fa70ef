/** Whatever a reader drops has words on the page; none is called an answer. */
import { expect, it } from 'vitest'
import { DROPPED_COLUMNS } from '../../survey-schema/partner-files/published/ctdc-2021-columns.ts'
import { droppedKind } from '../../web/import/dropped-kinds.ts'
import { RECEIPT_WORDS } from '../../web/questionnaire/receipt-words.ts'

it.each(['telephone', 'metadata', 'number_plate', ...new Set(Object.values(DROPPED_COLUMNS))])('%s', (kind) => {
  const { ja, en } = droppedKind(kind)
  expect([ja, en].some((text) => text === kind)).toBe(false)
  expect([ja, en]).not.toEqual([RECEIPT_WORDS.somewhere.ja, RECEIPT_WORDS.somewhere.en])
})
