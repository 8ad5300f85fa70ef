/** Cases are tagged and signed on this machine, for the edition that the server has open; once more where the server has another one by now. */
import * as z from 'zod'
import type { ReceiveContext } from '../../survey-schema/answers/receive.ts'
import { requestName } from '../../survey-schema/credentials/request-name.ts'
import { type SignedSubmission, type Signer, signedSubmission, tagsOf } from '../../survey-schema/credentials/signed-submission.ts'
import { HELD_KEYS } from '../../survey-schema/identifiers/case-keys.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { Refusal } from '../runtime/refusal.ts'
import { toHex } from '../sealing/bytes.ts'
import type { OwnSecrets } from './organisation-secret.ts'
import { ownRegister, type ServerAndKey } from './own-register.ts'

/** What the server said when it was asked last. */
interface ServerSays {
  readonly signer: Signer
  readonly context: ReceiveContext
}

export interface CaseSigner {
  /** Names one renewal of what the server said, for `renew`. */
  readonly standing: object
  /** @throws ProblemError as `receive` */
  sign(submission: object, version: number): SignedSubmission
  /** Asks the server again, unless somebody did since this standing. @throws Refusal */
  renew(since: object): Promise<void>
  /** Name of a request. The key of it is not known to the server, which could otherwise try out case references. */
  name(text: string): string
  /** Versions of the cases of these references that are held, by tag; hexadecimal. */
  held(references: readonly string[]): Promise<ReadonlyMap<string, number>>
}

/** Tags of one question. */
const TAGS = 500

const Held = z.object({ held: z.array(z.object({ tag: z.string(), version: z.int() })) })

/** @throws Refusal where no edition is open, or the public keys of the secret are not registered; NotSent */
export async function caseSigner(server: ServerAndKey, secrets: OwnSecrets): Promise<CaseSigner> {
  let standing = await asked(server, secrets)
  return {
    get standing() {
      return standing
    },
    sign: (submission, version) => signedSubmission(submission, version, standing.signer, standing.context),
    async renew(since) {
      if (since === standing) standing = await asked(server, secrets)
    },
    name: (text) => requestName(secrets.keys, text),
    async held(references) {
      const both = references.map((reference) => tagsOf(reference, standing.signer))
      const newest = new Map(both.flatMap(({ tag, earlier }) => (earlier ? [[earlier, tag] as const] : [])))
      const tags = both.flatMap(({ tag, earlier }) => (earlier ? [tag, earlier] : [tag]))
      const versions = new Map<string, number>()
      for (let at = 0; at < tags.length; at += TAGS)
        for (const { tag, version } of await heldOf(server, tags.slice(at, at + TAGS))) {
          const name = newest.get(tag) ?? tag
          if (name === tag || !versions.has(name)) versions.set(name, version)
        }
      return versions
    },
  }
}

async function heldOf({ url, key }: ServerAndKey, tags: readonly string[]): Promise<z.output<typeof Held>['held']> {
  for (;;) {
    const body = JSON.stringify({ tags })
    const response = await ask(url, '/api/v1/cases/held', { method: 'POST', key, body, headers: { 'Content-Type': 'application/json' } })
    if (response.ok) return Held.parse(await response.json()).held
    const { slug } = await answeredProblem(response)
    if (response.status !== 429 && response.status !== 503)
      throw new Refusal(slug, `the server did not say which cases it holds (${slug}); nothing more was sent`)
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

async function asked(server: ServerAndKey, { keys, earlier }: OwnSecrets): Promise<ServerSays> {
  const { number, open_edition: edition, year, keys: held, existing_record_rule: rule } = await ownRegister(server)
  const signing = toHex(keys.signing.publicKey)
  const own = held.find((one) => one.signing === signing)
  if (!own)
    throw new Refusal(
      'secret-not-registered',
      'the public keys of this secret are not registered for the organisation: `keys register` does it; nothing was sent',
    )
  if (!edition) throw new Refusal('no-open-edition', 'no edition is open for cases; nothing was sent')
  return {
    signer: { organisation: number, edition: edition.id, generation: own.generation, keys, earlier },
    // References were judged when the file was read.
    context: { currentYear: year, existingRecordRule: rule !== null, runningKeys: HELD_KEYS },
  }
}
