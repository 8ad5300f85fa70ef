/** Copies of the database, and the way back: what was withdrawn since stays withdrawn, and access that was ended since stays ended. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Decrypter, Encrypter } from 'age-encryption'
import { type DatedEnd, joinedEnds, missingIn } from '../accounts/ended-access.ts'
import { EMPTY_LEDGER, generationOf, joinedLedger, knows, type LedgerContent } from '../receipts/ledger.ts'
import { newHead, withdrawnTags } from '../receipts/sweep.ts'
import { toHex } from '../sealing/bytes.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { read, StoreUnavailable } from '../store/port.ts'
import { BY_COMMAND, enteredReading } from '../store/queries/audit.ts'
import { forgetPassing, type OpenAccess, openAccess } from '../store/queries/copies.ts'
import { carryOutEnds, endedAccess, endsKept } from '../store/queries/ended-access.ts'
import { advanceTo, ledgerHead, waitForConfirmation } from '../store/queries/withdrawals.ts'
import { syncFolder } from './atomic-file.ts'
import { systemClock } from './clock.ts'
import { besideDatabase, databasePath, heldChecks, openDataDir, UNFINISHED_RESTORE } from './data-dir.ts'
import { endedAccessPath, endsAt, keepEnds } from './ended-access-file.ts'
import { forget } from './join-ledger.ts'
import { keepLedger, layAside, ledgerAt, ledgerPath } from './ledger-file.ts'
import { privateFolder, writePrivate } from './private-file.ts'
import { Refusal } from './refusal.ts'
import { readServerKeys, requireOwnKeys, type ServerKeys } from './server-keys.ts'
import { openSqlite } from './sqlite.ts'

export interface BackedUp {
  readonly file: string
  /** Write it down apart: a restore that is shown it takes no ledger that is older. */
  readonly head: string | null
  /** Whether others on this machine are kept from looking into the folder. */
  readonly closed: boolean
}

export interface BackupOptions {
  readonly dataDir: string
  readonly out: string
  /** `2026-11-21`, for the name of the file. */
  readonly day: string
  /** age recipients of the custodians (`age1…`), one at least: what lies on another medium is never readable there. */
  readonly recipients: readonly string[]
}

/** Encrypted pieces of a copy that did not come to its end. */
const UNFINISHED = /^\.cases-\d+\.part$/

/**
 * A dated copy stands in the folder, whole, checked, encrypted and for its owner alone, and beside it the ledger as it is now. The copy is
 * made in memory and encrypted there: no byte of it in clear was on any medium.
 * @throws Refusal when nobody is named to whom it is encrypted
 */
export async function backUp({ dataDir, out, day, recipients }: BackupOptions): Promise<BackedUp> {
  const encrypter = encrypterTo(recipients)
  const { store, serverKey } = openDataDir(dataDir)
  const closed = privateFolder(out)
  for (const name of readdirSync(out)) if (UNFINISHED.test(name)) rmSync(join(out, name), { force: true })
  const part = join(out, `.cases-${process.pid}.part`)
  try {
    await store.batch([enteredReading({ action: 'backup', ...BY_COMMAND, subject: null, day })])
    const pieces = await encrypter.encrypt(new Blob([await withoutSessions(store.copy())]).stream())
    await writePrivate(part, pieces)
    const file = join(out, `cases-${day}.sqlite.age`)
    renameSync(part, file)
    const [head] = await read(store, ledgerHead())
    const ledger = ledgerAt(ledgerPath(dataDir), serverKey)
    if (typeof ledger !== 'string') addToLedger(ledgerPath(out), ledger, serverKey)
    const ends = endsAt(endedAccessPath(dataDir), serverKey)
    if (typeof ends !== 'string') addToEnds(endedAccessPath(out), ends, serverKey)
    const dated = new Date(`${day}T00:00:00Z`)
    for (const path of [file, ledgerPath(out), endedAccessPath(out)]) if (existsSync(path)) utimesSync(path, dated, dated)
    syncFolder(out)
    return { file, head: head?.head ?? null, closed }
  } finally {
    rmSync(part, { force: true })
    store.close()
  }
}

/** The copy without whatever ends by itself: sessions and their times, codes, resets that were asked for. */
async function withoutSessions(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const store = openSqlite(bytes)
  try {
    await store.batch(forgetPassing())
    return Uint8Array.from(store.copy())
  } finally {
    store.close()
  }
}

/** The ledger of an earlier copy forgets nothing, whatever became of ours since. */
function addToLedger(path: string, ledger: LedgerContent, serverKey: ServerKey): void {
  const there = ledgerAt(path, serverKey)
  if (there === 'unreadable') layAside(path)
  keepLedger(path, typeof there === 'string' ? ledger : joinedLedger(there, ledger), serverKey)
}

/** The list of an earlier copy forgets nothing either. */
function addToEnds(path: string, list: readonly DatedEnd[], serverKey: ServerKey): void {
  const there = endsAt(path, serverKey)
  if (there === 'unreadable') layAside(path)
  keepEnds(path, joinedEnds(typeof there === 'string' ? [] : there, list), serverKey)
}

export interface RestoreOptions {
  readonly file: string
  /** Holds the keys, and no database yet. */
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
  /** Accounts and access keys of the copy that were ended since, and are not open again; null where no list of what ended was there. */
  readonly ended: number | null
  /** Accounts and access keys that are open again. */
  readonly accounts: number
  readonly keys: number
}

/**
 * The folder holds the database of the copy without the cases that any ledger names. Nothing is in its place before that.
 * @throws Refusal when there is a database already, when no ledger is shown, or when the ledgers lack a head that was seen
 */
export async function restore({ file, dataDir, ledgers, heads, identity }: RestoreOptions): Promise<Restored> {
  if (existsSync(databasePath(dataDir))) throw new Refusal('database-exists', 'there is a database in this folder; move it away first')
  const keys = readServerKeys(dataDir)
  const ledger = joinedLedgers([ledgerPath(dataDir), ...ledgers], keys.serverKey)
  const ends = shownEnds([dataDir, dirname(file), ...ledgers.map((path) => dirname(path))], keys.serverKey)
  const part = join(dataDir, UNFINISHED_RESTORE)
  rmSync(part, { force: true })
  try {
    const bytes = identity === null ? readFileSync(file) : await decrypted(readFileSync(file), readFileSync(identity, 'utf8'))
    const { database, content, list, ...restored } = await applied(bytes, { ledger, ends, heads, keys })
    await writePrivate(part, [database])
    keepLedger(ledgerPath(dataDir), content, keys.serverKey)
    keepEnds(endedAccessPath(dataDir), list, keys.serverKey)
    // The log of a database that is no longer there would be read into this one.
    for (const left of besideDatabase(dataDir)) rmSync(left, { force: true })
    renameSync(part, databasePath(dataDir))
    syncFolder(dataDir)
    return restored
  } catch (error) {
    if (error instanceof StoreUnavailable) throw new Refusal('backup-damaged', 'the file is no whole copy of a database')
    throw error
  } finally {
    rmSync(part, { force: true })
  }
}

function joinedLedgers(paths: readonly string[], serverKey: ServerKey): LedgerContent {
  const there = paths.filter((path, index) => index > 0 || existsSync(path))
  if (there.length === 0) throw new Refusal('ledger-missing', 'no ledger of withdrawals is shown; name one with --ledger')
  return there.reduce((joined, path) => {
    const one = ledgerAt(path, serverKey)
    if (typeof one === 'string') throw new Refusal('ledger-damaged', `${path} is no ledger of this server, or it was altered`)
    return joinedLedger(joined, one)
  }, EMPTY_LEDGER)
}

/** Lists of ended access that lie beside the database that was, the copy or a ledger; null where there is none. */
function shownEnds(folders: readonly string[], serverKey: ServerKey): readonly DatedEnd[] | null {
  const paths = folders.map(endedAccessPath).filter((path) => existsSync(path))
  if (paths.length === 0) return null
  return paths.reduce<readonly DatedEnd[]>((joined, path) => {
    const one = endsAt(path, serverKey)
    if (typeof one === 'string')
      throw new Refusal('ended-access-damaged', `${path} is no list of ended access of this server, or it was altered`)
    return joinedEnds(joined, one)
  }, [])
}

interface Applying {
  readonly ledger: LedgerContent
  readonly ends: readonly DatedEnd[] | null
  readonly heads: readonly string[]
  readonly keys: ServerKeys
}

interface Applied extends Restored {
  /** Bytes of the file. */
  readonly database: Uint8Array
  /** What the ledger is now. */
  readonly content: LedgerContent
  /** What the list of ended access is now. */
  readonly list: readonly DatedEnd[]
}

/** The copy, in memory, forgets what the ledger names: what was withdrawn is never on this disk again. */
async function applied(bytes: Uint8Array, { ledger, ends, heads, keys }: Applying): Promise<Applied> {
  const store = openSqlite(bytes)
  try {
    requireOwnKeys(keys, heldChecks(store))
    const [own] = await read(store, ledgerHead())
    if ((own && !knows(ledger, own)) || heads.some((head) => ledger.heads.every((known) => known.head !== head)))
      throw new Refusal('ledger-too-old', 'the ledger lacks a head that was seen, so it is older; withdrawn cases might come back')
    const known = await read(store, endedAccess(1))
    if (missingIn(ends ?? [], known).length > 0)
      throw new Refusal(
        'ended-access-too-old',
        'the list of ended access (ended-access) is not there, or older than the copy; put the newest one into the folder, or accounts and keys that were ended might come back',
      )
    const both = joinedLedger(ledger, { tags: (await withdrawnTags(store)).map(toHex), heads: [] })
    const next = { generation: generationOf(both) + 1, head: newHead() }
    const withdrawn = await forget(store, both.tags, next.generation)
    const entry = enteredReading({ action: 'restore', ...BY_COMMAND, subject: null, day: systemClock.day() })
    const [before] = await read(store, openAccess())
    const carriedOut = ends === null ? [] : [endsKept(ends), ...carryOutEnds(systemClock.day())]
    await store.batch([...forgetPassing(), ...carriedOut, advanceTo(next), waitForConfirmation(false, next.head), entry])
    const [open] = await read(store, openAccess())
    return {
      database: store.copy(),
      withdrawn,
      ended: ends === null ? null : total(before) - total(open),
      accounts: open?.accounts ?? 0,
      keys: open?.keys ?? 0,
      content: joinedLedger(both, { tags: [], heads: [next] }),
      list: ends ?? [],
    }
  } finally {
    store.close()
  }
}

const total = (open: OpenAccess | undefined): number => (open?.accounts ?? 0) + (open?.keys ?? 0)

function encrypterTo(recipients: readonly string[]): Encrypter {
  if (recipients.length === 0)
    throw new Refusal('recipient-missing', 'say with --recipient to whom the copy is encrypted; it is never written in clear')
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new Refusal('invalid-recipient', '--recipient takes an age recipient (age1…)')
    }
  }
  return encrypter
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
