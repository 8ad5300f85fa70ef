/** Names of requests that follow from what is sent. */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { derived } from './derived.ts'
import type { SecretKeys } from './secret.ts'

/**
 * The same for the same text and secret, hexadecimal. Under a key that the server does not know: a plain digest of a file would let it try out case
 * references, because it sees everything else that stands in the file.
 */
export const requestName = ({ tagKey }: Pick<SecretKeys, 'tagKey'>, text: string): string =>
  bytesToHex(hmac(sha256, derived(tagKey, 'jnatip/request-names/1'), utf8ToBytes(text)))
