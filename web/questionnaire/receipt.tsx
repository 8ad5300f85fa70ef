/** The receipt, shown once, large enough to copy by hand. It names no network and no subject, so the code can be passed on. */
import type { Receipt } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { levelText, pathText, RECEIPT_WORDS } from './receipt-words.ts'
import { ruleText } from './trouble-list.tsx'

interface ReceiptProps {
  readonly receipt: Receipt
  /** Checks that were confirmed before sending. */
  readonly confirmed: readonly string[]
  readonly onAnother: () => void
}

export function ReceiptOfCase({ receipt, confirmed, onAnother }: ReceiptProps) {
  const { tell } = useLanguage()
  const groups = receipt.receipt.split('-')
  const open = receipt.flags.filter((flag) => !confirmed.includes(flag))
  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h1 id="receipt-title" tabIndex={-1}>
        {tell(RECEIPT_WORDS.heading)}
      </h1>
      <p>{tell(RECEIPT_WORDS.stored)}</p>
      <h2>{tell(RECEIPT_WORDS.code)}</h2>
      <p className="receipt-code" translate="no">
        {groups.map((group, place) => (
          // The groups of one code never change their order.
          // biome-ignore lint/suspicious/noArrayIndexKey: a group may occur twice
          <span key={place}>
            {group}
            {place < groups.length - 1 && <span className="receipt-dash">-</span>}
          </span>
        ))}
      </p>
      <p>{tell(RECEIPT_WORDS.once)}</p>
      <p>{tell(RECEIPT_WORDS.withdraw)}</p>
      {receipt.stripped.length > 0 && (
        <>
          <h2>{tell(RECEIPT_WORDS.stripped)}</h2>
          <ul>
            {receipt.stripped.map(({ path, kind }) => (
              <li key={`${path} ${kind}`}>{tell(pathText(path))}</li>
            ))}
          </ul>
        </>
      )}
      {receipt.generalised.length > 0 && (
        <>
          <h2>{tell(RECEIPT_WORDS.generalised)}</h2>
          <ul>
            {receipt.generalised.map(({ path, to }) => (
              <li key={`${path} ${to}`}>
                {tell(pathText(path))} → {tell(levelText(to))}
              </li>
            ))}
          </ul>
        </>
      )}
      {receipt.stripped.length + receipt.generalised.length === 0 && <p className="quiet">{tell(RECEIPT_WORDS.nothingDropped)}</p>}
      {open.length > 0 && (
        <>
          <h2>{tell(RECEIPT_WORDS.flags)}</h2>
          <ul>
            {open.map((flag) => (
              <li key={flag}>{tell(ruleText(flag))}</li>
            ))}
          </ul>
        </>
      )}
      <div className="form-actions">
        <button type="button" onClick={() => window.print()}>
          {tell(RECEIPT_WORDS.print)}
        </button>
        <button type="button" className="main-action" onClick={onAnother}>
          {tell(RECEIPT_WORDS.another)}
        </button>
      </div>
    </section>
  )
}
