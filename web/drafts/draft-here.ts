/** The one draft of this browser, in IndexedDB: locked, with its day of expiry and a mark of its last saving. */
import { inOneTable } from '../browser-store/one-table.ts'
import type { LockedDraft } from './draft-cipher.ts'

const [DATABASE, ONLY] = ['draft', 'one']

/** A draft that nobody goes on with is gone after this. */
export const DAYS_KEPT = 7

interface KeptDraft {
  readonly locked: LockedDraft
  /** Milliseconds since 1970. */
  readonly expires: number
  /** Changes with every saving: a tab that holds an older one does not save over a newer draft. */
  readonly mark: string
}

/** Why nothing was saved. `elsewhere`: another tab went on with it; `gone`: it was deleted or expired meanwhile. */
export type DraftFault = 'full' | 'no-storage' | 'elsewhere' | 'gone'

export class DraftNotKept extends Error {
  readonly fault: DraftFault
  constructor(fault: DraftFault) {
    super(fault)
    this.name = 'DraftNotKept'
    this.fault = fault
  }
}

/** @throws DraftNotKept */
const stored = <Result>(mode: IDBTransactionMode, work: (table: IDBObjectStore) => IDBRequest<Result>): Promise<Result> =>
  inOneTable(DATABASE, mode, work).catch((reason: DOMException | null) =>
    Promise.reject(new DraftNotKept(reason?.name === 'QuotaExceededError' ? 'full' : 'no-storage')),
  )

/** The draft of this browser; null where there is none, or none can be. One that has expired is deleted by being asked for. */
export async function draftHere(now: number): Promise<KeptDraft | null> {
  // Looking must not make a database.
  const names = await indexedDB.databases?.().catch(() => null)
  if (names && !names.some(({ name }) => name === DATABASE)) return null
  const kept = await stored('readonly', (table) => table.get(ONLY) as IDBRequest<KeptDraft | undefined>).catch(() => undefined)
  if (!kept) return null
  if (kept.expires > now) return kept
  await deleteDraft()
  return null
}

/**
 * Saved once this returns. One transaction reads the mark and writes, so that of two tabs one is told.
 * @param mark of the last saving; null for a first one
 * @returns the next mark
 * @throws DraftNotKept
 */
export async function saveDraft(locked: LockedDraft, mark: string | null, now: number): Promise<string> {
  const next = crypto.randomUUID()
  const kept: KeptDraft = { locked, expires: now + DAYS_KEPT * 86_400_000, mark: next }
  let fault: DraftFault | null = null
  await stored('readwrite', (table) => {
    const asked = table.get(ONLY) as IDBRequest<KeptDraft | undefined>
    asked.onsuccess = () => {
      const before = asked.result?.mark ?? null
      if (before === mark) table.put(kept, ONLY)
      else fault = before === null ? 'gone' : 'elsewhere'
    }
    return asked
  })
  if (fault) throw new DraftNotKept(fault)
  return next
}

export const deleteDraft = (): Promise<void> =>
  new Promise((resolve) => {
    try {
      const asked = indexedDB.deleteDatabase(DATABASE)
      asked.onsuccess = asked.onerror = asked.onblocked = () => resolve()
    } catch {
      resolve()
    }
  })
