/** What the register of a server says of the organisation whose key is held: a program judges and signs with it, as the server will. */
import * as z from 'zod'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { Refusal } from '../runtime/refusal.ts'

export interface ServerAndKey {
  readonly url: string
  readonly key: string
}

/** Whether a rule for the research use of existing records is registered (R22); `unknown` where nobody was asked. */
export type RecordRuleHeld = 'registered' | 'none' | 'unknown'

const OwnRegister = z.object({
  existing_record_rule: z.object({ year: z.int() }).nullable(),
  number: z.int(),
  open_edition: z.object({ id: z.string(), layout: z.int() }).nullable(),
  year: z.int(),
  keys: z.array(z.object({ generation: z.int(), signing: z.string(), last_edition: z.string().nullable() })),
  earlier_withdrawals: z.object({ until: z.int() }).nullable().default(null),
})
export type OwnRegister = z.output<typeof OwnRegister>
const RecordRule = OwnRegister.pick({ existing_record_rule: true })

const asked = async ({ url, key }: ServerAndKey) => ask(url, '/api/v1/organisation', { key })

/** @throws Refusal when the server refuses the key; NotSent, or TypeError when it cannot be reached */
export async function recordRuleHeld(server: ServerAndKey): Promise<RecordRuleHeld> {
  const response = await asked(server)
  if (response.status === 200) return RecordRule.parse(await response.json()).existing_record_rule === null ? 'none' : 'registered'
  const { slug } = await answeredProblem(response)
  // A server of an earlier version has no such address; neither has a key without the scope, which a dry run does not need.
  if (slug === 'not-found') return 'unknown'
  throw refused(slug)
}

/** @throws Refusal when the server refuses the key or knows no signatures; NotSent, or TypeError when it cannot be reached */
export async function ownRegister(server: ServerAndKey): Promise<OwnRegister> {
  const response = await asked(server)
  if (response.status !== 200) throw refused((await answeredProblem(response)).slug)
  const parsed = OwnRegister.safeParse(await response.json())
  if (!parsed.success) throw new Refusal('older-server', 'the server takes no signatures: it is of an earlier version; nothing was sent')
  return parsed.data
}

const refused = (slug: string) => new Refusal(slug, `the server did not say what it holds of the organisation (${slug}); nothing was sent`)
