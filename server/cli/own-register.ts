/** What the register of a server says of the organisation whose key is held: a dry run judges with it, as the server will. */
import * as z from 'zod'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { Refusal } from '../runtime/refusal.ts'

/** Whether a rule for the research use of existing records is registered (R22); `unknown` where nobody was asked. */
export type RecordRuleHeld = 'registered' | 'none' | 'unknown'

const Answer = z.object({ existing_record_rule: z.object({ year: z.int() }).nullable() })

/** @throws Refusal when the server refuses the key; NotSent, or TypeError when it cannot be reached */
export async function recordRuleHeld({ url, key }: { readonly url: string; readonly key: string }): Promise<RecordRuleHeld> {
  const response = await ask(url, '/api/v1/organisation', { key })
  if (response.status === 200) return Answer.parse(await response.json()).existing_record_rule === null ? 'none' : 'registered'
  const { slug } = await answeredProblem(response)
  // A server of an earlier version has no such address; neither has a key without the scope, which a dry run does not need.
  if (slug === 'not-found') return 'unknown'
  throw new Refusal(slug, `the server did not say what it holds of the organisation (${slug}); nothing was sent`)
}
