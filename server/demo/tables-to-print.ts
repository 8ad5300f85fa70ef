/** All that the demo can print of its edition, in plain text: headline tables, question bank, fact sheets. */
import { readBundle } from '../../analysis/disclosure/released/bundle.ts'
import { bookOf } from '../../analysis/publication/book/book.ts'
import { factSheets } from '../../analysis/publication/book/fact-sheets/sheets.ts'
import { TOPICS } from '../../analysis/publication/book/fact-sheets/topics.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { readBundleFile } from '../editors/bundle-file.ts'
import { checksum } from '../sealing/checksum.ts'
import { bank, headlines, sheets } from './headlines.ts'
import { answers, type TrueCase } from './question-bank.ts'

/** @param truth the cases as they were sent, by which the question bank judges what is answered */
export function tablesToPrint(bundleFile: string, truth: readonly TrueCase[]): string {
  const bundle = readBundle(readBundleFile(bundleFile), checksum)
  return [headlines(bundle), bank(answers(bundle, truth)), sheets(factSheets(bookOf(bundle, [], PLAN, checksum)), TOPICS)].join('\n')
}
