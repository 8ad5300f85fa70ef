/** The receipt, shown once: it may be copied, saved, printed, written down or refused, and leaving it otherwise asks first. */
import { useRef, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import type { Receipt } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { KeepReceipt } from './receipt-keep.tsx'
import { ReceiptSlip } from './receipt-slip.tsx'
import { levelText, pathText, RECEIPT_WORDS } from './receipt-words.ts'
import { ruleText } from './trouble-list.tsx'

interface ReceiptProps {
  readonly receipt: Receipt
  /** Checks that were confirmed before sending. */
  readonly confirmed: readonly string[]
  /** Whether the code was taken or refused, so that nothing is lost by leaving. */
  readonly kept: boolean
  readonly onKept: () => void
  readonly onAnother: () => void
  /** How the case is withdrawn by somebody who refused the code. */
  readonly withoutCode?: Text
}

export function ReceiptOfCase({ receipt, confirmed, kept, onKept, onAnother, withoutCode = RECEIPT_WORDS.refused }: ReceiptProps) {
  const { tell } = useLanguage()
  const [refused, setRefused] = useState(false)
  const asking = useRef<HTMLDialogElement>(null)
  const open = receipt.flags.filter((flag) => !confirmed.includes(flag))
  const refuse = () => {
    setRefused(true)
    onKept()
  }
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h1 id="receipt-title" tabIndex={-1}>
        {tell(RECEIPT_WORDS.heading)}
      </h1>
      <p>{tell(RECEIPT_WORDS.stored)}</p>
      {refused ? (
        <>
          <h2 role="status">{tell(RECEIPT_WORDS.refusedHeading)}</h2>
          <p>{tell(withoutCode)}</p>
        </>
      ) : (
        <>
          <ReceiptSlip code={receipt.receipt} />
          <p>{tell(RECEIPT_WORDS.once)}</p>
          <p>{tell(RECEIPT_WORDS.withdraw)}</p>
          <KeepReceipt code={receipt.receipt} onKept={onKept} onRefuse={refuse} />
        </>
      )}
      <Changed title={RECEIPT_WORDS.stripped} lines={receipt.stripped.map(({ path }) => [pathText(path)])} />
      <Changed title={RECEIPT_WORDS.generalised} lines={receipt.generalised.map(({ path, to }) => [pathText(path), levelText(to)])} />
      {receipt.stripped.length + receipt.generalised.length === 0 && <p className="quiet">{tell(RECEIPT_WORDS.nothingDropped)}</p>}
      <Changed title={RECEIPT_WORDS.flags} lines={open.map((flag) => [ruleText(flag)])} />
      <div className="form-actions">
        <button type="button" className="main-action" onClick={() => (kept ? onAnother() : asking.current?.showModal())}>
          {tell(RECEIPT_WORDS.another)}
        </button>
      </div>
      <dialog ref={asking} className="receipt-ask" aria-labelledby="receipt-ask-title">
        <h2 id="receipt-ask-title">{tell(RECEIPT_WORDS.askHeading)}</h2>
        <p>{tell(RECEIPT_WORDS.ask)}</p>
        <div className="form-actions">
          <button type="button" onClick={onAnother}>
            {tell(RECEIPT_WORDS.goOn)}
          </button>
          <button type="button" className="main-action" onClick={() => asking.current?.close()}>
            {tell(RECEIPT_WORDS.stay)}
          </button>
        </div>
      </dialog>
    </section>
  )
}

/** What intake did to the case, a line each; two texts are before and after. */
function Changed({ title, lines }: { readonly title: Text; readonly lines: readonly (readonly Text[])[] }) {
  const { say, tell } = useLanguage()
  if (lines.length === 0) return null
  return (
    <>
      <h2>{tell(title)}</h2>
      <ul>
        {[...new Set(lines.map((texts) => texts.map(say).join(' → ')))].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
