/** The statement of a build to one's own organisation: fetched, opened, and found among the commitments of the published manifest. */
import * as z from 'zod'
import { openedStatement } from '../../../survey-schema/credentials/opened-statement.ts'
import type { SecretKeys } from '../../../survey-schema/credentials/secret.ts'
import type { CaseStatement } from '../../../survey-schema/credentials/statement.ts'
import type { Manifest, Provenance } from '../../../survey-schema/release/bundle.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { anyFromBase64 } from '../../sealing/bytes.ts'

const Answer = z.object({ organisation: z.int(), enc: z.string(), ciphertext: z.string() })

export interface PublishedManifest {
  readonly checksum: string
  readonly provenance: Provenance
}

/** @throws Refusal where the edition names no register */
export function provenanceIn(manifest: Pick<Manifest, 'checksum' | 'provenance'>): PublishedManifest {
  const { checksum, provenance } = manifest
  if (!provenance) throw new Refusal('no-statements', 'the bundle of this edition names no register: its build made no statements')
  return { checksum, provenance }
}

/** What a server shows of the manifest of an edition. @throws ProblemError as the server refuses, Refusal */
export async function manifestFromUrl(url: string, edition: string): Promise<PublishedManifest> {
  const response = await ask(url, `/api/v1/editions/${encodeURIComponent(edition)}`)
  if (!response.ok) throw await answeredProblem(response)
  return provenanceIn((await response.json()) as Manifest)
}

/**
 * @param secrets of one's own, the newest first; one of them opens it
 * @throws ProblemError as the server refuses; Refusal where none opens it, or where no published bundle is committed to it
 */
export async function ownStatement(
  { url, key }: { readonly url: string; readonly key: string },
  edition: string,
  secrets: readonly SecretKeys[],
  { provenance }: PublishedManifest,
): Promise<CaseStatement> {
  const response = await ask(url, `/api/v1/editions/${encodeURIComponent(edition)}/statement`, { key })
  if (!response.ok) throw await answeredProblem(response)
  const answer = Answer.safeParse(await response.json().catch(() => null))
  const [enc, ciphertext] = answer.success ? [anyFromBase64(answer.data.enc), anyFromBase64(answer.data.ciphertext)] : [null, null]
  if (!answer.success || enc === null || ciphertext === null) throw new Refusal('invalid-file', 'the server answered no statement')
  const { organisation } = answer.data
  const opened = await openedStatement({ enc, ciphertext }, { edition, organisation }, secrets, provenance)
  if (opened === 'forged')
    throw new Refusal(
      'statement-forged',
      'this statement is not one of those that the published bundle is committed to: somebody else made it',
    )
  if (opened === 'sealed-to-another')
    throw new Refusal(
      'statement-sealed-to-another',
      'the statement does not open with this secret: it was altered, or sealed to another secret of yours (--secret-file may be given several times)',
    )
  return opened
}
