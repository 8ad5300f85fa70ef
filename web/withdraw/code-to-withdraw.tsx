/** The one field, and the request that takes a case back. */
import { readReceipt } from '../../survey-schema/receipt-code.ts'
import type { Text } from '../../survey-schema/text.ts'
import { client, Refused } from '../client.ts'
import { CodeForm, type ReadCode } from '../typed-code/code-form.tsx'
import { WORDS } from './words.ts'

interface CodeToWithdrawProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onArrived: () => void
}

const FIELD_WORDS = { label: WORDS.code, hint: WORDS.codeHint, go: WORDS.send, going: WORDS.sending }
const ADVICE: Readonly<Record<string, Text>> = { 'no-connection': WORDS.noConnection, 'invalid-receipt': WORDS.slip }

const adviceOf = (reason: unknown): Text => (reason instanceof Refused && ADVICE[reason.slug]) || WORDS.busy

function read(typed: string): ReadCode {
  const code = readReceipt(typed)
  return code === null ? { trouble: typed.trim() === '' ? WORDS.empty : WORDS.slip } : { code }
}

export function CodeToWithdraw({ typed, onType, onArrived }: CodeToWithdrawProps) {
  const withdraw = async (code: string) => {
    await client.withdraw(code)
    onArrived()
  }
  return <CodeForm id="receipt-code" words={FIELD_WORDS} read={read} adviceOf={adviceOf} typed={typed} onType={onType} onCode={withdraw} />
}
