/** Before a server listens: the list of withdrawn cases in the database and the ledger beside it are joined, or the start is refused. */
import { type Confirmed, type JoinStep, type LedgerStanding, standing, stepOf } from '../receipts/join.ts'
import { EMPTY_LEDGER, generationOf, joinedLedger, type LedgerContent } from '../receipts/ledger.ts'
import { type Ledger, newHead, waitingTags, withdrawnTags } from '../receipts/sweep.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import type { ServerKey } from '../sealing/server-key.ts'
import { read, type Store } from '../store/port.ts'
import { BY_COMMAND, enteredReading } from '../store/queries/audit.ts'
import {
  advanceTo,
  carryOut,
  dropWithdrawn,
  type Generation,
  type HeldGeneration,
  ledgerHead,
  waitForConfirmation,
} from '../store/queries/withdrawals.ts'
import { systemClock } from './clock.ts'
import { keepLedger, layAside, ledgerAt, ledgerFile, ledgerPath } from './ledger-file.ts'
import { Refusal } from './refusal.ts'
import { keepKeyChecks, type ServerKeys } from './server-keys.ts'

export interface JoinedLedger {
  readonly ledger: Ledger
  /** False until an operator confirms what the ledger knew and the database did not. */
  readonly intakeOpen: boolean
}

interface Joining {
  readonly store: Store
  readonly path: string
  readonly serverKey: ServerKey
}

/** Tags of one batch. */
const TOGETHER = 1000

const REASONS: { readonly [One in LedgerStanding]?: string } = {
  'ledger-behind':
    'the ledger of withdrawals lacks what the database knows: it is an older one, or another. Bring the newest one back, or start once with --rebuild-ledger',
  'ledger-missing':
    'the ledger of withdrawals is missing beside the database. Bring it back, or start once with --rebuild-ledger: then only the database remembers what was withdrawn',
  'ledger-unreadable':
    'the ledger of withdrawals was altered, was cut, or belongs to another key. Bring it back, or start once with --rebuild-ledger: the file is kept under another name',
}

/**
 * Every case that database or ledger calls withdrawn is gone from the database.
 * @throws Refusal where the ledger is missing, unreadable or behind, unless it may be rebuilt
 */
export async function joinLedger(
  { store, dataDir, serverKey, tagKey }: ServerKeys & { readonly store: Store; readonly dataDir: string },
  confirmed: Confirmed,
): Promise<JoinedLedger> {
  const path = ledgerPath(dataDir)
  const found = ledgerAt(path, serverKey)
  const [held = null] = await read(store, ledgerHead())
  const [tags, waiting] = [(await withdrawnTags(store)).map(toHex), (await waitingTags(store)).map(toHex)]
  const stands = standing({ held, tags, waiting }, found)
  const step = stepOf(stands, confirmed)
  if (step === 'refuse') throw new Refusal(stands, REASONS[stands] ?? stands)
  if (found === 'unreadable') layAside(path)
  const content = typeof found === 'string' ? EMPTY_LEDGER : found
  const now = await STEPS[step]({ store, path, serverKey }, { held, tags, content })
  // The ledger was read under this key, or an operator said that it may be made anew: a later start needs the same keys.
  await store.batch([...dropWithdrawn(systemClock.month()), ...keepKeyChecks({ serverKey, tagKey })])
  return { ledger: ledgerFile(path, serverKey, now), intakeOpen: step !== 'apply-and-wait' }
}

interface FoundTogether {
  readonly held: HeldGeneration | null
  readonly tags: readonly string[]
  readonly content: LedgerContent
}

/** Each returns what the ledger holds then. */
const STEPS: { readonly [Step in Exclude<JoinStep, 'refuse'>]: (joining: Joining, found: FoundTogether) => Promise<LedgerContent> } = {
  'go-on': async (_, { content }) => content,

  async 'start-both'({ store, path, serverKey }, { content }) {
    const first: Generation = content.heads.at(-1) ?? { generation: 0, head: newHead() }
    const begun = joinedLedger(content, { tags: [], heads: [first] })
    keepLedger(path, begun, serverKey)
    await store.batch([advanceTo(first)])
    return begun
  },

  async apply({ store }, { content }) {
    await forget(store, content.tags, generationOf(content))
    await store.batch([advanceTo(content.heads.at(-1) as Generation)])
    return content
  },

  async 'apply-and-wait'({ store }, { content }) {
    // First: a start that ends in between is no sign that somebody confirmed it.
    await store.batch([waitForConfirmation(true, newHead())])
    await forget(store, content.tags, generationOf(content))
    return content
  },

  async unite({ store, path, serverKey }, { held, tags, content }) {
    const both = joinedLedger(content, { tags, heads: held ? [held] : [] })
    const next: Generation = { generation: generationOf(both) + 1, head: newHead() }
    const united = joinedLedger(both, { tags: [], heads: [next] })
    keepLedger(path, united, serverKey)
    await forget(store, united.tags, next.generation)
    const entry = enteredReading({ action: 'confirm-ledger', ...BY_COMMAND, subject: null, day: systemClock.day() })
    await store.batch([advanceTo(next), waitForConfirmation(false, next.head), entry])
    return united
  },
}

/** No case with one of these tags is held, and none will be. @param generation of the ledger that names them @returns how many were */
export async function forget(store: Store, tags: readonly string[], generation: number): Promise<number> {
  let gone = 0
  for (let at = 0; at < tags.length; at += TOGETHER) {
    const some = tags.slice(at, at + TOGETHER).map((tag) => fromHex(tag, 32))
    gone += (await store.batch(carryOut(some, systemClock.month(), generation))).at(-1)?.changes ?? 0
  }
  return gone
}
