/** What is printed of the receipt, and nothing else is: the code, as text and as an image. It names no network, no server and no subject. */

import { client } from '../client.ts'
import { useAnswer } from '../frame/editions.ts'
import { useLanguage } from '../language/language.tsx'
import { QrImage } from './receipt-qr.tsx'
import { RECEIPT_WORDS } from './receipt-words.ts'

/** The address for withdrawing, where the network has a neutral host name; elsewhere it is told by word of mouth (P33). */
export function useWithdrawalAddress(): string | null {
  const network = useAnswer('network', () => client.network())
  const host = network.state === 'here' ? network.value.receipt_host : null
  return host === null ? null : `https://${host}/withdraw`
}

export function ReceiptSlip({ code }: { readonly code: string }) {
  const { tell } = useLanguage()
  const address = useWithdrawalAddress()
  const groups = code.split('-')
  return (
    <div className="receipt-slip">
      <h2>{tell(RECEIPT_WORDS.code)}</h2>
      <div className="receipt-both">
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
        <QrImage text={code} title={RECEIPT_WORDS.image} />
      </div>
      {address && (
        <p>
          {tell(RECEIPT_WORDS.where)} <span translate="no">{address}</span>
        </p>
      )}
    </div>
  )
}
