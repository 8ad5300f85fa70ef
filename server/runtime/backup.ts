/** Copies of the database, and the way back: what was withdrawn since stays withdrawn. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { EMPTY_LEDGER, generationOf, joinedLedger, knows, type LedgerContent } from '../receipts/ledger.ts'
import { newHead, withdrawnTags } from '../receipts/sweep.ts'
import { toHex } from '../sealing/bytes.ts'
import { read, StoreUnavailable } from '../store/port.ts'
import { advanceTo, ledgerHead, waitForConfirmation } from '../store/queries/withdrawals.ts'
import { syncFolder } from './atomic-file.ts'
import { besideDatabase, databasePath, openDataDir, readTagKey, requireOwnKey } from './data-dir.ts'
import { forget } from './join-ledger.ts'
import { keepLedger, layAside, ledgerAt, ledgerPath } from './ledger-file.ts'
import { Refusal } from './refusal.ts'
import { openSqlite, requireIntact } from './sqlite.ts'

export interface BackedUp {
  readonly file: string
  /** Write it down apart: a restore that is shown it takes no ledger that is older. */
  readonly head: string | null
}

export interface BackupOptions {
  readonly dataDir: string
  readonly out: string
  /** `2026-11-21`, for the name of the file. */
  readonly day: string
  /** age recipients of the custodians (`age1…`); with none, the copy is as readable as the database itself. */
  readonly recipients: readonly string[]
}

/** A dated copy stands in the folder, whole, checked and for its owner alone, and beside it the ledger as it is now. */
export async function backUp({ dataDir, out, day, recipients }: BackupOptions): Promise<BackedUp> {
  const { store, tagKey } = openDataDir(dataDir)
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const part = join(out, `.cases-${process.pid}.part`)
  try {
    await store.backup(part)
    chmodSync(part, 0o600)
    const file = join(out, `cases-${day}.sqlite${recipients.length > 0 ? '.age' : ''}`)
    if (recipients.length > 0) writeFileSync(part, await encrypted(readFileSync(part), recipients), { mode: 0o600 })
    renameSync(part, file)
    const [head] = await read(store, ledgerHead())
    const ledger = ledgerAt(ledgerPath(dataDir), tagKey)
    if (typeof ledger !== 'string') addToLedger(ledgerPath(out), ledger, tagKey)
    const dated = new Date(`${day}T00:00:00Z`)
    for (const path of [file, ...(typeof ledger === 'string' ? [] : [ledgerPath(out)])]) utimesSync(path, dated, dated)
    syncFolder(out)
    return { file, head: head?.head ?? null }
  } finally {
    rmSync(part, { force: true })
    store.close()
  }
}

/** The ledger of an earlier copy forgets nothing, whatever became of ours since. */
function addToLedger(path: string, ledger: LedgerContent, tagKey: Uint8Array): void {
  const there = ledgerAt(path, tagKey)
  if (there === 'unreadable') layAside(path)
  keepLedger(path, typeof there === 'string' ? ledger : joinedLedger(there, ledger), tagKey)
}

export interface RestoreOptions {
  readonly file: string
  /** Holds the tag key, and no database yet. */
  readonly dataDir: string
  /** Further ledgers, beside the one in the folder. */
  readonly ledgers: readonly string[]
  /** Heads that were seen: a ledger that lacks one is older. */
  readonly heads: readonly string[]
  /** File of an age identity, for an encrypted copy. */
  readonly identity: string | null
}

export interface Restored {
  /** Cases of the copy that had been withdrawn since, and are not restored. */
  readonly withdrawn: number
}

/**
 * The folder holds the database of the copy without the cases that any ledger names. Nothing is in its place before that.
 * @throws Refusal when there is a database already, when no ledger is shown, or when the ledgers lack a head that was seen
 */
export async function restore({ file, dataDir, ledgers, heads, identity }: RestoreOptions): Promise<Restored> {
  if (existsSync(databasePath(dataDir))) throw new Refusal('database-exists', 'there is a database in this folder; move it away first')
  const tagKey = readTagKey(dataDir)
  const ledger = joinedLedgers([ledgerPath(dataDir), ...ledgers], tagKey)
  const part = join(dataDir, '.restoring.sqlite')
  const clear = () => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(part + suffix, { force: true })
  }
  clear()
  try {
    if (identity === null) copyFileSync(file, part)
    else writeFileSync(part, await decrypted(readFileSync(file), readFileSync(identity, 'utf8')), { mode: 0o600 })
    chmodSync(part, 0o600)
    const { withdrawn, content } = await applied(part, { ledger, heads, tagKey })
    keepLedger(ledgerPath(dataDir), content, tagKey)
    // The log of a database that is no longer there would be read into this one.
    for (const left of besideDatabase(dataDir)) rmSync(left, { force: true })
    renameSync(part, databasePath(dataDir))
    syncFolder(dataDir)
    return { withdrawn }
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new Refusal('backup-damaged', 'the file is no whole copy of a database')
    throw error
  } finally {
    clear()
  }
}

function joinedLedgers(paths: readonly string[], tagKey: Uint8Array): LedgerContent {
  const there = paths.filter((path, index) => index > 0 || existsSync(path))
  if (there.length === 0) throw new Refusal('ledger-missing', 'no ledger of withdrawals is shown; name one with --ledger')
  return there.reduce((joined, path) => {
    const one = ledgerAt(path, tagKey)
    if (typeof one === 'string') throw new Refusal('ledger-damaged', `${path} is no ledger of this server, or it was altered`)
    return joinedLedger(joined, one)
  }, EMPTY_LEDGER)
}

interface Applying {
  readonly ledger: LedgerContent
  readonly heads: readonly string[]
  readonly tagKey: Uint8Array
}

/**
 * The copy forgets what the ledger names, and no byte of it is left there.
 * @returns how many cases it still had, and what the ledger is now
 */
async function applied(
  path: string,
  { ledger, heads, tagKey }: Applying,
): Promise<{ readonly withdrawn: number; readonly content: LedgerContent }> {
  requireIntact(path)
  const store = openSqlite(path)
  try {
    requireOwnKey(store, tagKey)
    const [own] = await read(store, ledgerHead())
    if ((own && !knows(ledger, own)) || heads.some((head) => ledger.heads.every((known) => known.head !== head)))
      throw new Refusal('ledger-too-old', 'the ledger lacks a head that was seen, so it is older; withdrawn cases might come back')
    const both = joinedLedger(ledger, { tags: (await withdrawnTags(store)).map(toHex), heads: [] })
    const next = { generation: generationOf(both) + 1, head: newHead() }
    const withdrawn = await forget(store, both.tags)
    await store.batch([advanceTo(next), waitForConfirmation(false, next.head)])
    store.scrub()
    return { withdrawn, content: joinedLedger(both, { tags: [], heads: [next] }) }
  } finally {
    store.close()
  }
}

async function encrypted(bytes: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new Refusal('invalid-recipient', '--recipient takes an age recipient (age1…)')
    }
  }
  return encrypter.encrypt(bytes)
}

async function decrypted(bytes: Uint8Array, identities: string): Promise<Uint8Array> {
  try {
    const decrypter = new Decrypter()
    for (const line of identities.split('\n')) if (line.startsWith('AGE-SECRET-KEY-')) decrypter.addIdentity(line.trim())
    return await decrypter.decrypt(bytes)
  } catch {
    throw new Refusal('backup-not-opened', 'this identity does not open the copy, or the copy was altered')
  }
}
