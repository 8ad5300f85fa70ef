/** The file is held. Its receipts are on this page until they are saved, and nowhere else. */

import { keepFile } from '../frame/keep-file.ts'
import { useLanguage } from '../language/language.tsx'
import type { ImportedFile } from './sending-parts.ts'
import { WORDS } from './words.ts'

interface ReceiptsToKeepProps {
  readonly imported: ImportedFile
  readonly onKept: () => void
  readonly onAnother: () => void
}

/** Row, outcome, id and code, and of signed cases what a statement of the network is compared with: nothing that was in the file. */
const csvOf = ({ receipts }: ImportedFile) =>
  [
    'row,outcome,id,receipt,tag,version',
    ...receipts.map(({ row, outcome, id, receipt, tag = '', version = '' }) =>
      [row, outcome, id ?? '', receipt ?? '', tag, version].join(','),
    ),
    '',
  ].join('\r\n')

export function ReceiptsToKeep({ imported, onKept, onAnother }: ReceiptsToKeepProps) {
  const { say } = useLanguage()
  const { stored, replaced, leftOut } = imported
  return (
    <section aria-labelledby="done-title">
      <h1 id="done-title" tabIndex={-1}>
        {say(WORDS.doneHeading)}
      </h1>
      <p>{say(WORDS.doneStored(stored, replaced, leftOut))}</p>
      <p>{say(WORDS.sealed)}</p>
      <p>{say(WORDS.receiptsHint)}</p>
      <div className="form-actions">
        <button
          type="button"
          className="main-action"
          onClick={() => {
            keepFile('receipts.csv', 'text/csv', csvOf(imported))
            onKept()
          }}
        >
          {say(WORDS.keepReceipts)}
        </button>
        <button type="button" onClick={onAnother}>
          {say(WORDS.another)}
        </button>
      </div>
    </section>
  )
}
