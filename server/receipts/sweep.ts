/** What was asked to be withdrawn is carried out. Runs on a fixed tick, so that the time of the work shows nothing of the request. */
import { toHex } from '../sealing/bytes.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import { carryOut, ledgerHead, waitingRequests, withdrawnAfter } from '../store/queries/withdrawals.ts'

/** The memory of withdrawals outside the database, which no restored copy of the database can forget. */
export interface Ledger {
  /** It holds exactly these tags and knows these heads beside those that it knew. Durable once this returns. */
  record(tags: readonly Uint8Array[], heads: readonly string[]): void
}

/** Requests of one round, and tags of one page. */
const PAGE = 1000

/**
 * No request waits that was there before, and no case that one named is held. The ledger knows first: after a crash in between the same
 * requests are there again.
 * @returns how many cases went
 */
export async function carryOutWithdrawals(store: Store, ledger: Ledger | null): Promise<number> {
  let gone = 0
  for (;;) {
    const [waiting, named] = await store.batch(waitingRequests(PAGE))
    const requests = waiting.rows.map(({ id }) => id)
    if (requests.length === 0) return gone
    const tags = named.rows.map(({ tag }) => tag)
    let head: string | null = null
    if (tags.length > 0) {
      const [before] = await read(store, ledgerHead())
      head = toHex(randomBytes(16))
      ledger?.record([...(await withdrawnTags(store)), ...tags], before ? [before.head, head] : [head])
    }
    const outcomes = await store.batch(carryOut(tags, requests, head))
    gone += outcomes.at(-1)?.changes ?? 0
  }
}

/** The ledger is there and knows the head of the database, from the first start on: a restore without one can then be refused. */
export async function beginLedger(store: Store, ledger: Ledger): Promise<void> {
  const [before] = await read(store, ledgerHead())
  const head = before?.head ?? toHex(randomBytes(16))
  ledger.record(await withdrawnTags(store), [head])
  if (!before) await store.batch(carryOut([], [], head))
}

/** All tags of withdrawn cases. */
export async function withdrawnTags(store: Store): Promise<Uint8Array[]> {
  const tags: Uint8Array[] = []
  for (;;) {
    const page = await read(store, withdrawnAfter(tags.at(-1) ?? new Uint8Array(), PAGE))
    tags.push(...page.map(({ tag }) => tag))
    if (page.length < PAGE) return tags
  }
}
