/** The one field before the questions. What the code is good for is asked once. */
import { readInvitation, readReceipt } from '../../survey-schema/receipt-code.ts'
import { CodeForm, type ReadCode } from '../typed-code/code-form.tsx'
import { adviceOf } from './refusal-words.ts'
import { WORDS } from './words.ts'

interface CodeFieldProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  /** @throws Refused */
  readonly onCode: (code: string) => Promise<void>
}

const FIELD_WORDS = { label: WORDS.code, hint: WORDS.codeHint, go: WORDS.start, going: WORDS.checking }

function read(typed: string): ReadCode {
  const code = readInvitation(typed)
  if (code !== null) return { code }
  return { trouble: typed.trim() === '' ? WORDS.codeEmpty : readReceipt(typed) ? WORDS.codeIsReceipt : WORDS.codeSlip }
}

export const CodeField = (props: CodeFieldProps) => (
  <CodeForm id="invitation-code" words={FIELD_WORDS} read={read} adviceOf={adviceOf} {...props} />
)
