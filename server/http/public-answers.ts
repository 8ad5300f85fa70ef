/**
 * Answers that are the same for everybody, kept in memory once they are made: parts of the book, tables, lists of editions. What is kept
 * belongs to one state of what is published, and each request asks the database for its name first: after a publication, an erratum or a
 * withdrawal nothing older is sent, whichever process or hand made it. Answers to a credential never come here.
 */
import { LRUCache } from 'lru-cache'
import { toHex } from '../sealing/bytes.ts'
import { randomBytes, textHash } from '../sealing/keyed.ts'
import { read, type Store } from '../store/port.ts'
import { publishedState } from '../store/queries/published-state.ts'
import {
  type Asked,
  askedIn,
  type Coding,
  type Encode,
  type Finished,
  represented,
  responseOf,
  type Sent,
  unchanged,
} from './representation.ts'

/** An answer that was found and is not yet made: a reader who holds it needs no more. */
export interface FoundAnswer {
  /** Without quotation marks, known before the text is; of program, state and address unless it is given. */
  readonly tag?: string
  /** With `Content-Type`. */
  readonly headers: Readonly<Record<string, string>>
  readonly make: () => Uint8Array | string | Promise<Uint8Array | string>
}

export interface PublicAnswers {
  /**
   * The answer that is known under this address.
   * @param address the one canonical address, so that no reader decides how many there are
   * @param find judges and looks up; told the name of the state. What it throws is not kept.
   */
  of(asked: Headers, address: string, find: (state: string) => FoundAnswer | Promise<FoundAnswer>): Promise<Response>
  /** The same for what the program alone decides, published or not: it is there while the database is not. */
  fixed(asked: Headers, address: string, find: () => FoundAnswer): Promise<Response>
  /** Names what is published now; two names are two states. */
  state(): Promise<string>
  /** The answer if it is kept; null sends the request on to its route. @param address as it was asked for */
  kept(asked: Asked, address: string): Promise<Sent | null>
}

export interface KeptAnswers {
  readonly store: Store
  /** Bytes of all that is kept. */
  readonly limit?: number
  /** Null where the platform in front of us compresses. */
  readonly encode?: Encode | null
  /** False where one request may not wait for the work of another. */
  readonly together?: boolean
  /** Names this very program, which another one may follow that writes the same figures in another way; null where nothing names it. */
  readonly program?: string | null
}

/** The state of what only another program changes. */
const FIXED = ''
/** Bytes. All that is usually read of some editions takes a third of it. */
const LIMIT = 64 * 1024 * 1024
/** Bytes that an entry costs beside its content. */
const OVERHEAD = 500

export function publicAnswers({ store, limit = LIMIT, encode = null, together = true, program = null }: KeptAnswers): PublicAnswers {
  const made = program ?? toHex(randomBytes(16))
  const held = new LRUCache<string, Finished>({
    maxSize: limit,
    // One answer does not push out all others.
    maxEntrySize: Math.floor(limit / 4),
    sizeCalculation: ({ bytes }, key) => bytes.byteLength + 2 * key.length + OVERHEAD,
  })
  const underWay = new Map<string, Promise<unknown>>()
  let last = ''

  async function current(): Promise<string> {
    const [row] = await read(store, publishedState())
    // Where the database does not know its state, none is like another, and nothing is kept.
    const state = row?.state ?? toHex(randomBytes(16))
    // What can never be sent again takes no memory, a withdrawn table least of all.
    if (state !== last) held.clear()
    last = state
    return state
  }
  /** Those who want the same at the same time wait for one. */
  function once<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    if (!together) return work()
    const known = underWay.get(name) as Promise<Result> | undefined
    if (known) return known
    const begun = work().finally(() => underWay.delete(name))
    underWay.set(name, begun)
    return begun
  }
  const keyOf = (state: string, address: string, coding: Coding | '' = '') => `${state} ${address} ${coding}`
  /** Made and kept, unless the state has changed meanwhile: then nobody knows of which one it is. */
  const keeping = (state: string, key: string, make: () => Promise<Finished>) =>
    once(key, async () => {
      const finished = await make()
      if (state === FIXED || (await current()) === state) held.set(key, finished)
      return finished
    })
  const answer = async (asked: Asked, state: string, address: string, finished: Finished) =>
    unchanged(asked, finished.tag, finished.headers, encode !== null) ??
    represented(
      asked,
      finished,
      encode &&
        (async (coding) => {
          const key = keyOf(state, address, coding)
          const make = async () => ({ ...finished, bytes: await encode(finished.bytes, coding) })
          return (held.get(key) ?? (await keeping(state, key, make))).bytes
        }),
    )

  async function answered(
    asked: Asked,
    state: string,
    address: string,
    find: (state: string) => FoundAnswer | Promise<FoundAnswer>,
  ): Promise<Sent> {
    const key = keyOf(state, address)
    const kept = held.get(key)
    if (kept) return answer(asked, state, address, kept)
    const { headers, make: body, ...found } = await once(`${key}found`, async () => find(state))
    const tag = found.tag ?? textHash(`${made} ${state} ${address}`)
    const same = unchanged(asked, tag, headers, encode !== null)
    if (same) return same
    const make = async () => ({ tag, headers, bytes: bytesOf(await body()) })
    return answer(asked, state, address, held.get(key) ?? (await keeping(state, key, make)))
  }

  return {
    state: current,
    of: async (asked, address, find) => responseOf(await answered(askedIn(asked), await current(), address, find)),
    fixed: async (asked, address, find) => responseOf(await answered(askedIn(asked), FIXED, address, find)),
    async kept(asked, address) {
      const fixed = held.get(keyOf(FIXED, address))
      if (fixed) return answer(asked, FIXED, address, fixed)
      if (!held.has(keyOf(last, address))) return null
      const state = await current()
      const kept = held.get(keyOf(state, address))
      return kept ? answer(asked, state, address, kept) : null
    },
  }
}

const bytesOf = (content: Uint8Array | string): Uint8Array<ArrayBuffer> =>
  (typeof content === 'string' ? new TextEncoder().encode(content) : content) as Uint8Array<ArrayBuffer>
