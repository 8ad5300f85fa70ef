/** The two questions of this page to the server. What leaves it is the public key behind the code and what it signed; the code never does. */
import type { GoodInvitation, ProvenCode } from '../../survey-schema/credentials/answer-submission.ts'
import { problemOf, type Receipt, receiptOf } from '../answer-shapes.ts'
import { Refused } from '../client.ts'

/** What the code is good for. @throws Refused */
export async function askInvitation(code: ProvenCode): Promise<GoodInvitation> {
  const { organisation, edition, generation, year } = (await post('/api/v1/answers/invitation', code)) as Readonly<Record<string, unknown>>
  const numbers = [organisation, generation, year]
  if (typeof edition !== 'string' || !numbers.every((number) => Number.isSafeInteger(number))) throw new Refused('internal')
  return { organisation, edition, generation, year } as GoodInvitation
}

/** The answers are stored for good once this returns. Sent again with the same key it answers the same receipt. @throws Refused */
export async function sendAnswers(body: string, idempotencyKey: string): Promise<Receipt> {
  try {
    return receiptOf(await post('/api/v1/answers', body, { 'Idempotency-Key': idempotencyKey }))
  } catch (reason) {
    throw reason instanceof Refused ? reason : new Refused('internal')
  }
}

async function post(address: string, given: object | string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof given === 'string' ? given : JSON.stringify(given),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => null)
  if (!response) throw new Refused('no-connection')
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  try {
    const { type, detail, errors } = problemOf(body)
    throw new Refused(type.split('/').at(-1) ?? 'internal', detail, errors)
  } catch (reason) {
    throw reason instanceof Refused ? reason : new Refused('internal')
  }
}
