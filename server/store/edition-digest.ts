/**
 * Keyed digest of the cases of an edition: ids and versions in the order of the ids. The build takes it along in the
 * bundle, and publishing compares it with what is held then, so that figures of withdrawn cases cannot be published.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fields } from '../../survey-schema/credentials/fields.ts'
import { toHex } from '../sealing/bytes.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { read, type Store } from './port.ts'
import { versionsAfter } from './queries/cases.ts'

const PAGE = 1000

export interface EditionDigest {
  /** Hexadecimal. */
  readonly digest: string
  readonly cases: number
}

export async function editionDigest(store: Store, { digests }: ServerKey, edition: string): Promise<EditionDigest> {
  const hash = hmac.create(sha256, digests)
  hash.update(fields(edition))
  let cases = 0
  let after = ''
  for (;;) {
    const page = await read(store, versionsAfter(edition, after, PAGE))
    for (const { id, version } of page) hash.update(fields(id, String(version)))
    cases += page.length
    const last = page.at(-1)
    if (!last || page.length < PAGE) return { digest: toHex(hash.digest()), cases }
    after = last.id
  }
}
