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
  if (!logKey) return
  const [day, month] = [clock.day(), clock.month()]
  await signDays(store, logKey, day)
  for (const chain of CHAINS) await signMonth(store, logKey, chain, month)
  await signOccasions(store, logKey, month)
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

/** Each day that has entries, once it is over. */
async function signDays(store: Store, logKey: Uint8Array, today: string): Promise<void> {
  const [newest] = await read(store, newestHead('other'))
  for (const { day, position } of await read(store, daysBefore(today, newest?.position ?? 0)))
    await sign(store, logKey, { chain: 'other', reason: 'day', period: day, position })
}

/**
 * The last month, once it is over, with or without entries: whether any came shows in no head. Where the server did not run for months, one head
 * stands for all of them.
 */
async function signMonth(store: Store, logKey: Uint8Array, chain: Chain, month: string): Promise<void> {
  const [newest] = await read(store, newestHead(chain))
  const [monthly] = await read(store, newestHead(chain, 'month'))
  const period = monthBefore(month)
  if (monthly && monthly.period >= period) return
  const [last] = await read(store, lastBeforeMonth(chain, month, newest?.position ?? 0))
  await sign(store, logKey, { chain, reason: 'month', period, position: last?.position ?? newest?.position ?? 0 })
}

/** Each edition that was opened, which closes the one before, and each publication: as far as the chain of intake has come by then. */
async function signOccasions(store: Store, logKey: Uint8Array, month: string): Promise<void> {
  const [happened, heads] = [await read(store, occasions()), await read(store, occasionsSigned())]
  const signed = new Map(heads.map((one) => [one.reason, one.signed]))
  for (const [reason, actions] of Object.entries(OCCASIONS) as ['edition' | 'publication', readonly string[]][]) {
    const due = happened.filter(({ action }) => actions.includes(action)).reduce((sum, one) => sum + one.happened, 0)
    for (let one = signed.get(reason) ?? 0; one < due; one++) {
      const [last] = await read(store, lastLinked('intake'))
      await sign(store, logKey, { chain: 'intake', reason, period: month, position: last?.position ?? 0 })
    }
  }
}

const OCCASIONS = { edition: ['open-edition'], publication: ['publish', 'erratum'] } as const

interface Due {
  readonly chain: Chain
  readonly reason: HeadReason
  readonly period: string
  readonly position: number
}

/** A head of a chain is kept. Where another one took its number meanwhile it is forgotten, and nobody has seen it. */
async function sign(store: Store, logKey: Uint8Array, { chain, reason, period, position: reached }: Due): Promise<void> {
  const [before] = await read(store, newestHead(chain))
  const [monthly] = await read(store, newestHead(chain, 'month'))
  const position = Math.max(reached, before?.position ?? 0)
  const [entry] = position > 0 ? await read(store, linkAt(chain, position)) : []
  const link = position > 0 ? entry?.link : NOTHING_BEFORE
  // An entry that lost its hash is for the verifier to find; no head is signed over it.
  if (!link) return
  const content = { chain, number: (before?.number ?? 0) + 1, reason, period, position, link, blind: randomBytes(16) }
  const previous = monthly ? headHash({ ...monthly, commitment: commitmentTo(monthly) }) : NOTHING_BEFORE
  const signature = signHead({ chain, reason, period, commitment: commitmentTo(content), previous }, logKey)
  await store.batch([keepHead({ ...content, previous, key: logPublicKey(logKey), signature })])
}

const monthBefore = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return number > 1 ? `${month.slice(0, 5)}${String(number - 1).padStart(2, '0')}` : `${String(year - 1).padStart(4, '0')}-12`
}
