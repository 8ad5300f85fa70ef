/**
 * An organisation of a network of before says which of its own tags stand for which of its case references. The references are here while this
 * request is answered, as they were when the cases came, and are kept nowhere.
 */
import * as z from 'zod'
import { readAnswer } from '../../survey-schema/answers/read-answers.ts'
import { isTranslationSignedBy } from '../../survey-schema/credentials/tag-translation.ts'
import { HELD_KEYS } from '../../survey-schema/identifiers/case-keys.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Deps } from '../deps.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import { caseReferenceTag } from '../sealing/keyed.ts'
import { read } from '../store/port.ts'
import { byMachine, enteredOnceADay } from '../store/queries/audit.ts'
import { type TagPair, translateTags } from '../store/queries/earlier-tags.ts'
import { publicKeysOf } from '../store/queries/public-keys.ts'

/** Of one request. */
const MOST_PAIRS = 500

export const TagPairs = z
  .strictObject({
    pairs: z
      .array(
        z.strictObject({
          partner_case_key: z.string().max(200).describe('Case reference, as it was sent before.'),
          tag: z
            .string()
            .regex(/^[0-9a-f]{64}$/)
            .describe('The tag of this reference under your own secret, hexadecimal.'),
        }),
      )
      .min(1)
      .max(MOST_PAIRS),
    signature: z
      .string()
      .regex(/^[0-9a-f]{128}$/)
      .describe('Your newest signing key signs your number and the pairs as they are sent, hexadecimal.'),
  })
  .meta({ id: 'TagPairs' })

/**
 * @returns how many of the references stood under a tag of before
 * @throws ProblemError 'invalid-submission' (also where the organisation has no public key), 'tag-key-gone'
 */
export async function translate(
  body: unknown,
  organisation: number,
  { store, tagKey, clock }: Pick<Deps, 'store' | 'tagKey' | 'clock'>,
): Promise<number> {
  const judged = TagPairs.safeParse(body)
  if (!judged.success)
    throw refused(
      judged.error.issues
        .slice(0, 5)
        .map(({ path, code }) => ({ pointer: pointerOf(path), rule: code === 'unrecognized_keys' ? 'unknown_key' : code })),
    )
  const { pairs, signature } = judged.data
  if (tagKey === null) throw new ProblemError('tag-key-gone')
  const newest = (await read(store, publicKeysOf(organisation))).at(-1)
  if (!newest) throw refused([{ pointer: '', rule: 'public_key_required' }])
  // A stolen access key alone moves no case.
  if (!isTranslationSignedBy({ organisation, pairs }, fromHex(signature, 64), new Uint8Array(newest.signing)))
    throw refused([{ pointer: '/signature', rule: 'signature_wrong' }])
  const issues: Issue[] = []
  const translated = pairs.map(({ partner_case_key, tag }, index): TagPair => {
    const reference = readReference(partner_case_key, `/pairs/${index}/partner_case_key`, issues)
    return { before: toHex(caseReferenceTag(tagKey, organisation, reference)), after: tag }
  })
  if (issues.length > 0) throw refused(issues)
  if (new Set(translated.map(({ before }) => before)).size < pairs.length) throw refused([{ pointer: '/pairs', rule: 'reference_twice' }])
  if (new Set(translated.map(({ after }) => after)).size < pairs.length) throw refused([{ pointer: '/pairs', rule: 'tag_twice' }])
  const statements = translateTags(organisation, translated)
  // Not how many, nor in how many requests: that would be the number of its cases.
  const entry = enteredOnceADay({ action: 'translate-tags', ...byMachine(organisation), subject: String(organisation), day: clock.day() })
  const outcomes = await store.batch([...statements, entry])
  return outcomes[statements.length - 1]?.changes ?? 0
}

const refused = (issues: readonly Issue[]) => new ProblemError('invalid-submission', issues)

/** Our own names and positions alone. */
const pointerOf = (path: readonly PropertyKey[]) => path.map((part) => `/${String(part)}`).join('')

/** As intake reads it; running numbers were taken then, and are taken here. */
function readReference(given: string, pointer: string, issues: Issue[]): string {
  const question = questionById('partner_case_key')
  const answer = question ? readAnswer(question, given, pointer, { issues, generalised: [], runningKeys: HELD_KEYS }) : undefined
  return typeof answer === 'string' ? answer : ''
}
