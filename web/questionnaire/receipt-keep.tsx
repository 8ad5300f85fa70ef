/** Ways to keep the code. What is copied is the code alone; the file holds it, and the address for withdrawing where the network has one. */
import { useState } from 'react'
import type { Text } from '../../survey-schema/text.ts'
import { keepFile } from '../frame/keep-file.ts'
import { useLanguage } from '../language/language.tsx'
import { useWithdrawalAddress } from './receipt-slip.tsx'
import { RECEIPT_WORDS } from './receipt-words.ts'

interface KeepReceiptProps {
  readonly code: string
  readonly onKept: () => void
  readonly onRefuse: () => void
}

export function KeepReceipt({ code, onKept, onRefuse }: KeepReceiptProps) {
  const { tell } = useLanguage()
  const address = useWithdrawalAddress()
  const [outcome, setOutcome] = useState<Text | null>(null)
  const kept = (words: Text) => {
    setOutcome(words)
    onKept()
  }
  const copy = () =>
    copied(code).then(
      () => kept(RECEIPT_WORDS.copied),
      () => setOutcome(RECEIPT_WORDS.notCopied),
    )
  const save = () => {
    keepFile('code.txt', 'text/plain', [code, ...(address ? [address] : []), ''].join('\n'))
    kept(RECEIPT_WORDS.saved)
  }
  const print = () => {
    window.print()
    kept(RECEIPT_WORDS.printed)
  }
  return (
    <div className="receipt-keep">
      <div className="form-actions">
        <button type="button" onClick={copy}>
          {tell(RECEIPT_WORDS.copy)}
        </button>
        <button type="button" onClick={save}>
          {tell(RECEIPT_WORDS.save)}
        </button>
        <button type="button" onClick={print}>
          {tell(RECEIPT_WORDS.print)}
        </button>
        <button type="button" onClick={() => kept(RECEIPT_WORDS.noted)}>
          {tell(RECEIPT_WORDS.written)}
        </button>
        <button type="button" className="plain" onClick={onRefuse}>
          {tell(RECEIPT_WORDS.refuse)}
        </button>
      </div>
      <p role="status">{outcome && tell(outcome)}</p>
    </div>
  )
}

/** @throws where the browser has no clipboard for pages, or keeps it from this one */
const copied = async (code: string) => navigator.clipboard.writeText(code)
