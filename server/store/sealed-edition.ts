/** An edition with its sealed cases, as the build takes them: all of it is ciphertext to whoever lacks two shares. */
import { toBase64, toHex } from '../sealing/bytes.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { editionDigest } from './edition-digest.ts'
import { type PublicKeysListed, publicKeysListed } from './network.ts'
import { read, type Store } from './port.ts'
import { invitationKeysOf, invitationListsOf } from './queries/answer-invitations.ts'
import { type Actor, enteredReadingEdition } from './queries/audit.ts'
import { type SealedPage, sealedCasesAfter } from './queries/cases.ts'
import { type EditionCountedRow, editionCounted, editionsInOrder } from './queries/editions.ts'
import { contributors } from './queries/organisations.ts'
import { newestRelease, releasedManifest, releasedTables, volumeOf } from './queries/releases.ts'
import { ledgerHead, withdrawnAfter } from './queries/withdrawals.ts'

const PAGE = 500

/** The withdrawn cases of a database, and in which state of that list it is. */
export interface WithdrawnList {
  readonly generation: number
  /** Null while none was ever withdrawn. */
  readonly head: string | null
  /** Keyed hashes, hexadecimal. */
  readonly tags: readonly string[]
}

/** As the organisation signed it. */
export interface InvitationListed {
  readonly organisation: number
  readonly generation: number
  readonly keys: readonly string[]
  readonly signature: string
}

/** An edition and who contributed to it. */
export interface SealedHead {
  readonly edition: string
  readonly state: 'open' | 'closed'
  readonly questionnaire: string
  readonly fictional: boolean
  /** Base64. */
  readonly publicKey: string
  readonly cases: number
  readonly digest: string
  readonly organisations: readonly { readonly id: number; readonly holding: string | null }[]
  /** Public keys of every organisation, as the server lists them; a build compares them with the register. */
  readonly keys: readonly Pick<PublicKeysListed, 'organisation' | 'generation' | 'signing' | 'statements'>[]
  /** Lists of one-time keys that organisations signed for affected persons, bytes in hexadecimal; a build verifies them by the register. */
  readonly invitations: readonly InvitationListed[]
  /** Whether its single tables are published; then they are not made again. */
  readonly published: boolean
  /** Checksum of the newest published bundle, which the next one follows. */
  readonly previous: string | null
  /** The published volume that holds its crosstabs; null while they wait for one. */
  readonly volume: string | null
  /** Closed editions just before this one whose crosstabs wait too, oldest first: only a volume with them can still hold them. */
  readonly waitingBefore: readonly { readonly edition: string; readonly cases: number }[]
  /** Of the whole database: no build counts one of these, whatever else holds it. */
  readonly withdrawn: WithdrawnList
}

/** Who reads sealed cases, and on which day. */
export type SealedReader = Actor & { readonly day: string }

/**
 * What is known of an edition beside its cases, or null where there is no such edition. With this a reading of sealed cases begins, and so it is
 * entered in the audit log.
 */
export async function sealedHead(store: Store, serverKey: ServerKey, id: string, reader: SealedReader): Promise<SealedHead | null> {
  const entry = enteredReadingEdition({ action: 'read-sealed-cases', ...reader, subject: id })
  const [{ rows }] = await store.batch([editionCounted(id), entry])
  const [edition]: readonly EditionCountedRow[] = rows
  if (!edition) return null
  const { digest, cases } = await editionDigest(store, serverKey, id)
  const [newest] = await read(store, newestRelease())
  return {
    edition: edition.id,
    state: edition.state,
    questionnaire: edition.questionnaire,
    fictional: edition.fictional === 1,
    publicKey: toBase64(edition.public_key),
    cases,
    digest,
    organisations: await read(store, contributors(id)),
    keys: (await publicKeysListed(store)).map(({ organisation, generation, signing, statements }) => ({
      organisation,
      generation,
      signing,
      statements,
    })),
    invitations: await invitationsListed(store, id),
    published: (await read(store, releasedManifest(id))).length > 0,
    previous: newest?.checksum ?? null,
    volume: await volumeHolding(store, id),
    waitingBefore: await waitingBefore(store, id),
    withdrawn: await withdrawnList(store),
  }
}

async function invitationsListed(store: Store, edition: string): Promise<readonly InvitationListed[]> {
  const [{ rows: lists }, { rows: keys }] = await store.batch([invitationListsOf(edition), invitationKeysOf(edition)])
  const ofList = new Map<string, string[]>(lists.map(({ id }) => [id, []]))
  for (const { key, list } of keys) ofList.get(list)?.push(toHex(key))
  return lists.map(({ id, organisation, generation, signature }) => ({
    organisation,
    generation,
    keys: ofList.get(id) ?? [],
    signature: toHex(signature),
  }))
}

async function withdrawnList(store: Store): Promise<WithdrawnList> {
  // The state first: a sweep in between adds tags to it, and takes none away.
  const [held] = await read(store, ledgerHead())
  const tags: string[] = []
  for (let after = new Uint8Array(); ; ) {
    const page = await read(store, withdrawnAfter(after, PAGE))
    tags.push(...page.map(({ tag }) => toHex(tag)))
    const last = page.at(-1)
    if (!last || page.length < PAGE) return { generation: held?.generation ?? 0, head: held?.head ?? null, tags }
    after = new Uint8Array(last.tag)
  }
}

const volumeHolding = async (store: Store, edition: string): Promise<string | null> =>
  (await read(store, volumeOf(edition)))[0]?.volume ?? null

/** Back to the newest edition that has crosstabs, or to the first. */
async function waitingBefore(store: Store, edition: string): Promise<SealedHead['waitingBefore']> {
  const order = (await read(store, editionsInOrder())).map(({ id }) => id)
  const waiting: { edition: string; cases: number }[] = []
  for (const before of order.slice(0, order.indexOf(edition)).reverse()) {
    if ((await volumeHolding(store, before)) !== null) break
    const [held] = await read(store, editionCounted(before))
    waiting.unshift({ edition: before, cases: held?.cases ?? 0 })
  }
  return waiting
}

/** The cases in the order of their random ids, page by page. */
export async function* sealedCases(store: Store, edition: string): AsyncGenerator<SealedPage> {
  let after = ''
  for (;;) {
    const page = await read(store, sealedCasesAfter(edition, after, PAGE))
    yield* page
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.id
  }
}

/** The published tables of an edition or volume, as they stand in its bundle. */
export const publishedTables = async (store: Store, slice: string): Promise<unknown[]> =>
  (await read(store, releasedTables(slice))).map(({ json }) => JSON.parse(json) as unknown)
