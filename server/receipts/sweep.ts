/** What was asked to be withdrawn is carried out. Runs on a fixed tick, so that the time of the work shows nothing of the request. */
import { toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import {
  advanceTo,
  carryOut,
  type Generation,
  ledgerHead,
  type WaitingTag,
  waitingAfter,
  withdrawnAfter,
} from '../store/queries/withdrawals.ts'

/** The memory of withdrawals outside the database, which no restored copy of the database can forget. */
export interface Ledger {
  /**
   * It holds these tags beside all that it held before. Durable once this returns.
   * @returns its generation now, later than the one given; the same as before when it held them in a later one already
   */
  grow(tags: readonly Uint8Array[], after: number): Generation
}

/** Tags of one round. */
const PAGE = 1000

export const newHead = (): string => toHex(randomBytes(16))

/**
 * No case waits that was asked for before, and none of them is held. The ledger knows first: after a crash in between the same requests are
 * there again.
 * @param month of now, for the audit log
 * @returns how many cases went
 */
export async function carryOutWithdrawals(store: Store, ledger: Ledger | null, month: string): Promise<number> {
  let gone = 0
  for (;;) {
    const waiting = await read(store, waitingAfter(new Uint8Array(), PAGE))
    if (waiting.length === 0) return gone
    const fresh = waiting.filter(({ known }) => known === 0).map(({ tag }) => tag)
    const next = fresh.length > 0 ? await recorded(store, ledger, fresh) : null
    const outcomes = await store.batch([
      ...(next ? [advanceTo(next)] : []),
      ...carryOut(
        waiting.map(({ tag }) => tag),
        month,
      ),
    ])
    gone += outcomes.at(-1)?.changes ?? 0
  }
}

async function recorded(store: Store, ledger: Ledger | null, tags: readonly Uint8Array[]): Promise<Generation> {
  const [held] = await read(store, ledgerHead())
  const before = held?.generation ?? 0
  return ledger?.grow(tags, before) ?? { generation: before + 1, head: newHead() }
}

/** All tags of withdrawn cases. */
export const withdrawnTags = (store: Store): Promise<Uint8Array[]> => allTags((after) => read(store, withdrawnAfter(after, PAGE)))

/** Tags of all cases that wait to be withdrawn. */
export const waitingTags = (store: Store): Promise<Uint8Array[]> =>
  allTags((after): Promise<readonly WaitingTag[]> => read(store, waitingAfter(after, PAGE)))

async function allTags(pageAfter: (after: Uint8Array) => Promise<readonly { readonly tag: Uint8Array }[]>): Promise<Uint8Array[]> {
  const tags: Uint8Array[] = []
  for (;;) {
    const page = await pageAfter(tags.at(-1) ?? new Uint8Array())
    tags.push(...page.map(({ tag }) => tag))
    if (page.length < PAGE) return tags
  }
}
