/** The keys in files beside the database: the one of the server, and in a network of before the one of the tags. No copy of the database holds either. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CompiledQuery } from 'kysely'
import { fromHex } from '../sealing/bytes.ts'
import {
  isServerKey,
  newServerKey,
  readServerKey,
  type ServerKey,
  serverKeyCheck,
  serverKeyOf,
  serverKeyText,
} from '../sealing/server-key.ts'
import { isTagKey, tagKeyCheck } from '../sealing/tag-key-check.ts'
import { type HeldKeyChecks, keepLedgerKeyCheck, keepTagKeyCheck } from '../store/queries/key-checks.ts'
import { atomicFile, syncFolder } from './atomic-file.ts'
import { Refusal } from './refusal.ts'

export interface ServerKeys {
  readonly serverKey: ServerKey
  /** Of the tags of case references that came without a secret of their organisation; null in a network that has none. */
  readonly tagKey: Uint8Array | null
}

export const ledgerKeyPath = (dataDir: string): string => join(dataDir, 'ledger-key')
export const tagKeyPath = (dataDir: string): string => join(dataDir, 'tag-key')

export const keyFilesIn = (dataDir: string): readonly string[] => [ledgerKeyPath(dataDir), tagKeyPath(dataDir)]

/** A key of its own for a new folder, which has no key of tags. */
export function keepNewServerKey(dataDir: string): void {
  keepServerKey(dataDir, newServerKey())
}

/** The file holds the key, whole, and is on the disk. */
export function keepServerKey(dataDir: string, key: ServerKey): void {
  const file = atomicFile(ledgerKeyPath(dataDir))
  try {
    file.write(`${serverKeyText(key)}\n`)
    file.commit()
    syncFolder(dirname(ledgerKeyPath(dataDir)))
  } finally {
    file.discard()
  }
}

/**
 * In a folder of before, the key of the server follows from the key of the tags.
 * @throws Refusal when a file is damaged, or neither is there
 */
export function readServerKeys(dataDir: string): ServerKeys {
  const tagKey = existsSync(tagKeyPath(dataDir)) ? bytesIn(tagKeyPath(dataDir), (text) => fromHex(text.trim(), 32), 'tag-key', 32) : null
  if (existsSync(ledgerKeyPath(dataDir))) return { serverKey: bytesIn(ledgerKeyPath(dataDir), readServerKey, 'ledger-key', 64), tagKey }
  if (tagKey === null)
    throw new Refusal('ledger-key-lost', 'the file ledger-key is missing beside the database; bring it back from where it is kept')
  return { serverKey: serverKeyOf(tagKey), tagKey }
}

function bytesIn<Key>(path: string, read: (text: string) => Key, name: string, bytes: number): Key {
  try {
    return read(readFileSync(path, 'utf8'))
  } catch {
    throw new Refusal(`${name}-damaged`, `the file ${name} does not hold ${bytes} bytes in hexadecimal`)
  }
}

/**
 * Compares the keys with what the database knows of them. One that never met a key says nothing of it; its ledger shows the same.
 * @throws Refusal when a key is another's, or the one of the tags is lost
 */
export function requireOwnKeys({ serverKey, tagKey }: ServerKeys, { ledger, tags }: HeldKeyChecks): void {
  if (tags && tagKey === null)
    throw new Refusal('tag-key-lost', 'the file tag-key is missing beside the database; bring it back from where it is kept')
  if (tags && tagKey && !isTagKey(tagKey, tags)) throw wrong('tag-key')
  if (ledger && !isServerKey(serverKey, ledger)) throw wrong('ledger-key')
}

const wrong = (name: string) =>
  new Refusal(`${name}-wrong`, `the file ${name} belongs to another database; bring back the one that was beside this one`)

/** The database knows these keys from now on. */
export const keepKeyChecks = ({ serverKey, tagKey }: ServerKeys): readonly CompiledQuery<unknown>[] => [
  keepLedgerKeyCheck(serverKeyCheck(serverKey)),
  ...(tagKey ? [keepTagKeyCheck(tagKeyCheck(tagKey))] : []),
]
