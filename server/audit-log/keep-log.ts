/**
 * What the log needs between requests: running hashes of its new entries, and heads that are due. Runs on the tick, because SQL has no SHA-256,
 * and because the moment at which a head is signed then tells nothing of a request.
 */
import { CHAINS, type Chain, linkAfter, NOTHING_BEFORE } from '../../survey-schema/audit-log/entry.ts'
import { commitmentTo, type HeadReason, headHash, logPublicKey, signHead } from '../../survey-schema/audit-log/head.ts'
import type { Clock } from '../deps.ts'
import { randomBytes } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import {
  daysBefore,
  entriesAfter,
  type HeadRow,
  keepHead,
  lastBeforeMonth,
  lastLinked,
  linkAt,
  linkEntries,
  newestHead,
  occasions,
  occasionsSigned,
} from '../store/queries/audit-heads.ts'

/** Entries of one round. */
const PAGE = 1000

/** Every entry has its running hash, and every head that is due is signed. @param logKey null where there is none: then no head is signed */
export async function keepLog({
  store,
  clock,
  logKey,
}: {
  readonly store: Store
  readonly clock: Clock
  readonly logKey: Uint8Array | null
}): Promise<void> {
  for (const chain of CHAINS) await linkNew(store, chain)
  if (logKey) for (const chain of CHAINS) await signDue(store, logKey, chain, clock)
}

/** Each entry that has no running hash gets the one that follows from those before it. */
export async function linkNew(store: Store, chain: Chain): Promise<void> {
  for (;;) {
    const [last] = await read(store, lastLinked(chain))
    const fresh = await read(store, entriesAfter(chain, last?.position ?? 0, PAGE))
    if (fresh.length === 0) return
    let link: Uint8Array = last?.link ?? NOTHING_BEFORE
    const links = fresh.map((entry) => {
      link = linkAfter(link, entry)
      return { position: entry.position, link }
    })
    await store.batch([linkEntries(chain, links)])
    if (fresh.length < PAGE) return
  }
}

interface Due {
  readonly reason: HeadReason
  readonly period: string
  readonly position: number
}

/**
 * One head after the other, until none is due. What is due is looked up after the newest head: where another tick signs meanwhile, ours has a number
 * that is taken, is forgotten before anybody saw it, and all is looked up again.
 */
async function signDue(store: Store, logKey: Uint8Array, chain: Chain, clock: Clock): Promise<void> {
  for (;;) {
    const [before] = await read(store, newestHead(chain))
    const [monthly] = await read(store, newestHead(chain, 'month'))
    const reached = before?.position ?? 0
    const due =
      (chain === 'other' ? await dueDay(store, clock.day(), reached) : null) ??
      (await dueMonth(store, chain, clock.month(), monthly, reached)) ??
      (chain === 'intake' ? await dueOccasion(store, clock.month(), reached) : null)
    if (!due || !(await sign(store, logKey, chain, due, before, monthly))) return
  }
}

/** The first day after the newest head that has entries and is over. */
async function dueDay(store: Store, today: string, reached: number): Promise<Due | null> {
  const [first] = await read(store, daysBefore(today, reached))
  return first ? { reason: 'day', period: first.day, position: first.position } : null
}

/**
 * The last month, once it is over, with or without entries: whether any came shows in no head. Where the server did not run for months, one head
 * stands for all of them.
 */
async function dueMonth(store: Store, chain: Chain, month: string, monthly: HeadRow | undefined, reached: number): Promise<Due | null> {
  const period = monthBefore(month)
  if (monthly && monthly.period >= period) return null
  const [last] = await read(store, lastBeforeMonth(chain, month, reached))
  return { reason: 'month', period, position: last?.position ?? reached }
}

const OCCASIONS = { edition: ['open-edition'], publication: ['publish', 'erratum'] } as const

/** An edition that was opened, which closes the one before, or a publication: as far as the chain of intake has come by then. */
async function dueOccasion(store: Store, month: string, reached: number): Promise<Due | null> {
  const [happened, heads] = [await read(store, occasions()), await read(store, occasionsSigned())]
  for (const [reason, actions] of Object.entries(OCCASIONS) as ['edition' | 'publication', readonly string[]][]) {
    const due = happened.filter(({ action }) => actions.includes(action)).reduce((sum, one) => sum + one.happened, 0)
    if ((heads.find((one) => one.reason === reason)?.signed ?? 0) >= due) continue
    const [last] = await read(store, lastLinked('intake'))
    return { reason, period: month, position: last?.position ?? reached }
  }
  return null
}

/** @returns false where the entry has no running hash, which is for the verifier to find: no head is signed over it */
async function sign(
  store: Store,
  logKey: Uint8Array,
  chain: Chain,
  { reason, period, position: asked }: Due,
  before: HeadRow | undefined,
  monthly: HeadRow | undefined,
): Promise<boolean> {
  const position = Math.max(asked, before?.position ?? 0)
  const [entry] = position > 0 ? await read(store, linkAt(chain, position)) : []
  const link = position > 0 ? entry?.link : NOTHING_BEFORE
  if (!link) return false
  const content = { chain, number: (before?.number ?? 0) + 1, reason, period, position, link, blind: randomBytes(16) }
  const previous = monthly ? headHash({ ...monthly, commitment: commitmentTo(monthly) }) : NOTHING_BEFORE
  const signature = signHead({ chain, reason, period, commitment: commitmentTo(content), previous }, logKey)
  await store.batch([keepHead({ ...content, previous, key: logPublicKey(logKey), signature })])
  return true
}

const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number > 1 ? `${month.slice(0, 5)}${String(number - 1).padStart(2, '0')}` : `${String(year - 1).padStart(4, '0')}-12`
}
