/** Receipts as they were kept, by a program or by the import page, become rows that a statement is compared with. */
import { describe, expect, it } from 'vitest'
import { isNoReceipt, receiptRows } from '../../../survey-schema/credentials/receipt-rows.ts'

const TAG = 'ab'.repeat(32)
const ID = 'cd'.repeat(16)

describe('receipts that were kept', () => {
  it('are read as the import page saves them, with a mark of order and line ends of Windows', () => {
    const text = `\uFEFFrow,outcome,id,receipt,tag,version\r\n2,stored,${ID},AAAA-BBBB,${TAG},1\r\n3,already_counted,,,,\r\n`
    expect(receiptRows(text, 'receipts.csv', 'e-1')).toEqual({
      entries: [{ row: 'receipts.csv, row 2', tag: TAG, version: 1, id: ID }],
      withoutTag: 1,
    })
  })

  it('are read as a program writes them; those of other editions are left out', () => {
    const lines = [
      { line: 1, id: ID, edition: 'e-1', tag: TAG, version: 2 },
      { row: 7, id: null, edition: 'e-2', tag: TAG, version: 1 },
      { row: 8, id: ID },
    ]
    expect(receiptRows(lines.map((line) => JSON.stringify(line)).join('\n'), 'a', 'e-1')).toEqual({
      entries: [{ row: 'a, row 1', tag: TAG, version: 2, id: ID }],
      withoutTag: 1,
    })
  })

  it.each([
    ['no receipts', 'name,age\nInvented,30', 1],
    ['a cell too many', `row,outcome,id,receipt,tag,version\n2,stored,${ID},A,${TAG},1,9`, 2],
    ['a tag cut short', `row,outcome,id,receipt,tag,version\n2,stored,${ID},A,abc,1`, 2],
    ['a version that is none', `row,outcome,id,receipt,tag,version\n2,stored,${ID},A,${TAG},0`, 2],
    ['a line that broke off', `{"row":1}\n{"row":`, 2],
  ])('name the line of %s', (_what, text, line) => {
    const read = receiptRows(text, 'a', 'e-1')
    expect(isNoReceipt(read) && read.line).toBe(line)
  })
})
