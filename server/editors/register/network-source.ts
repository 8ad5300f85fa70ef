/** What a server lists of its network, asked with an editor's key. */
import * as z from 'zod'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import type { NetworkListed } from './draft.ts'
import { registeredOrganisation } from './register.ts'

const Listed = z.object({
  editions: z.array(z.object({ id: z.string(), public_key: z.string().regex(/^[0-9a-f]{64}$/), layout: z.literal([1, 2]) })),
  organisations: z.array(registeredOrganisation.extend({ name: z.string().max(1000), holding: z.string().max(1000).nullable() })),
})

/** @throws ProblemError as the server refuses, or 'invalid-file' when its answer is none of ours; NotSent */
export async function networkFromUrl(url: string, key: string): Promise<NetworkListed> {
  const response = await ask(url, '/api/v1/register', { key })
  if (!response.ok) throw await answeredProblem(response)
  const read = Listed.safeParse(await response.json().catch(() => null))
  if (!read.success) throw new ProblemError('invalid-file', [{ pointer: '', rule: 'register' }])
  return read.data
}
