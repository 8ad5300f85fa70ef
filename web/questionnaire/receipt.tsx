/** The receipt, shown once: it may be copied, saved, printed, written down or refused, and leaving it otherwise asks first. */
import { useEffect, useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import type { Receipt } from '../client.ts'
import { Asking } from '../frame/asking.tsx'
import { useLanguage } from '../language/language.tsx'
import type { FilledForm } from './form-state.ts'
import { KeepReceipt } from './receipt-keep.tsx'
import { ReceiptSlip } from './receipt-slip.tsx'
import { levelText, pathText, RECEIPT_WORDS } from './receipt-words.ts'
import { ruleText } from './trouble-list.tsx'
import { whatIsSent } from './what-is-sent.tsx'

export interface ReceiptProps {
  readonly receipt: Receipt
  /** What was sent: checks that were confirmed, and dates that the page had cut to their year before, stand beside what the server did. */
  readonly form: FilledForm
  /** Whether the code was taken or refused, so that nothing is lost by leaving. */
  readonly kept: boolean
  readonly onKept: () => void
  readonly onAnother: () => void
}

export function ReceiptOfCase({ receipt, form, kept, onKept, onAnother }: ReceiptProps) {
  const { tell } = useLanguage()
  const [refused, setRefused] = useState(false)
  useEffect(() => document.getElementById('receipt-title')?.focus(), [])
  const [asking, setAsking] = useState(false)
  const open = receipt.flags.filter((flag) => !form.confirmed.includes(flag))
  const coarser = [...whatIsSent(form).cut.map((path) => ({ path, to: 'year' })), ...receipt.generalised]
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
          <p>{tell(RECEIPT_WORDS.refused)}</p>
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
      <Changed title={RECEIPT_WORDS.generalised} lines={coarser.map(({ path, to }) => [pathText(path), levelText(to)])} />
      {receipt.stripped.length + coarser.length === 0 && <p className="quiet">{tell(RECEIPT_WORDS.nothingDropped)}</p>}
      <Changed title={RECEIPT_WORDS.flags} lines={open.map((flag) => [ruleText(flag)])} />
      <div className="form-actions">
        <button type="button" className="main-action" onClick={() => (kept ? onAnother() : setAsking(true))}>
          {tell(RECEIPT_WORDS.another)}
        </button>
      </div>
      <Asking
        open={asking}
        heading={RECEIPT_WORDS.askHeading}
        goOn={RECEIPT_WORDS.goOn}
        stay={RECEIPT_WORDS.stay}
        onGoOn={onAnother}
        onStay={() => setAsking(false)}
      >
        {tell(RECEIPT_WORDS.ask)}
      </Asking>
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
