/** What the features need from outside, each named alone, so that a feature asks only for what it uses. */

import type { CompiledQuery } from 'kysely'
import type { ProblemSlug } from '../survey-schema/problem.ts'
import type { Events } from './http/events.ts'
import type { PublicAnswers } from './http/public-answers.ts'
import type { NetworkSettings } from './network/settings.ts'
import type { Stretch } from './sealing/password-hash.ts'
import type { ServerKey } from './sealing/server-key.ts'
import type { StatementOutcome, Store } from './store/port.ts'

export interface Clock {
  /** `2026-11`; nothing finer stands beside a case. */
  month(): string
  /** `2026-11-21`, for what editors publish. */
  day(): string
  /** The calendar year. */
  year(): number
}

/** Every case that the receipt belongs to will be withdrawn. @throws StoreUnavailable, ProblemError 'busy' */
export type AskWithdrawal = (receiptHash: Uint8Array) => Promise<void>

/** Why something is not done now, or null. */
export type Shut = () => ProblemSlug | null | Promise<ProblemSlug | null>

/** Does the work once that of the same organisation before it has ended, well or not. */
export type Turns = <Result>(organisation: number, work: () => Promise<Result>) => Promise<Result>

/** A file of the pages, or null where there is none. @param asked headers of the request */
export type Pages = (path: string, asked: Headers) => Promise<Response | null> | Response | null

/** Files of the book of an edition, made on the editors' machine and laid beside the database. */
export interface Books {
  /** What stands in the book's list, not yet judged; null where the edition has no book. */
  readonly index: (edition: string) => Promise<string | null>
  /** @param name as it stands in the list */
  readonly open: (edition: string, name: string) => Promise<ReadableStream<Uint8Array> | null>
}

/** The edition that a demo is building beside its server. */
export interface Preparing {
  readonly edition: string
  /** Share of the work, from 0 to 1. */
  readonly done: number
}

/** What signing in needs beside the store. */
export interface SignIn {
  /** Whole seconds since 1970. They stand in the table of deadlines and nowhere else. */
  readonly seconds: () => number
  readonly stretch: Stretch
  /** 32 bytes, never in the database: secrets of authenticator apps are encrypted under it. Null where it is lost. */
  readonly accountKey: Uint8Array | null
  /** Origin of the pages, such as `https://book.example.org`; null where the operator has not named it. */
  readonly origin: () => string | null
}

export interface Deps {
  readonly store: Store
  /** Writes that a request waits for; on Node, in groups. */
  readonly commit: (queries: readonly CompiledQuery<unknown>[]) => Promise<readonly StatementOutcome<unknown>[]>
  /** Of the ledger of withdrawals and of digests; never in the database. */
  readonly serverKey: ServerKey
  /** Key of the tags of case references that come without a secret of their organisation: in a network of before. Never in the database. */
  readonly tagKey: Uint8Array | null
  readonly clock: Clock
  readonly askWithdrawal: AskWithdrawal
  /** Left out where both are always open: taking cases in, and whatever else needs a key of the server. */
  readonly shut?: { readonly intake: Shut; readonly keys: Shut }
  readonly events: Events
  readonly pages: Pages
  /** Left out where the network has set nothing. */
  readonly network?: NetworkSettings
  /** Finished answers; some of its own unless they are given. */
  readonly answers?: PublicAnswers
  /** Left out where nobody can sign in. */
  readonly signIn?: SignIn
  /** For parts of imports; left out where one request may not wait for the work of another. */
  readonly turns?: Turns
  /** Nothing where files cannot be laid beside the server. */
  readonly books?: Books
  /** Left out everywhere but in a demo; null once the edition is published. */
  readonly preparing?: () => Preparing | null
}
