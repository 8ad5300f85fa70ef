/** The receipts that an organisation kept when it sent its cases (`--receipts` of `submit` and `import`, or the file of the import page). */
import { isNoReceipt, type ReceiptRows, receiptRows } from '../../../survey-schema/credentials/receipt-rows.ts'
import { Refusal } from '../../runtime/refusal.ts'

/** @param name how the file is called where a row is named  @throws Refusal naming the line */
export function keptReceipts(text: string, name: string, edition: string): ReceiptRows {
  const read = receiptRows(text, name, edition)
  if (isNoReceipt(read))
    throw new Refusal(
      'invalid-file',
      `${name}, line ${read.line}: these are no receipts as \`submit\`, \`import\` or the import page write them`,
    )
  return read
}
