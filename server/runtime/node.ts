/** The server on one machine: Node, SQLite, and the built pages. */

import { createServer } from 'node:http'
import { newSetupCode } from '../accounts/setup-code.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { type Events, eventLog } from '../http/events.ts'
import { publicAnswers } from '../http/public-answers.ts'
import { batchedWithdrawals } from '../receipts/batch.ts'
import { read, type Store } from '../store/port.ts'
import { accountsInUse } from '../store/queries/access-codes.ts'
import { accountKeyIn } from './account-key.ts'
import { appListener } from './app-listener.ts'
import { heldBooks } from './book-folder.ts'
import { atBoundary } from './boundary.ts'
import { secondsNow, systemClock } from './clock.ts'
import { boundConnections, PATIENCE } from './connections.ts'
import { openDataDir } from './data-dir.ts'
import { encode } from './encode.ts'
import { groupCommit } from './group-commit.ts'
import { joinLedger } from './join-ledger.ts'
import { keptFirst } from './kept-first.ts'
import { listen } from './listen.ts'
import { holdsKnownHeads } from './log-heads.ts'
import { openLogKey } from './log-key.ts'
import { networkIn } from './network-file.ts'
import { builtPages } from './pages.ts'
import { answerForParser } from './parser-answers.ts'
import { PROGRAM } from './program.ts'
import { boundedScrypt } from './scrypt.ts'
import { ownOrigin, readSettings } from './settings.ts'
import { evenTimes, everySeconds, tick } from './tick.ts'
import { inTurns } from './turns.ts'

export interface NodeServer {
  readonly url: string
  /** False until an operator confirms the ledger of withdrawals; withdrawing and reading go on. */
  readonly intakeOpen: boolean
  /** False where the audit log lacks heads that were signed here: an older copy of the database stands in its place. */
  readonly logWhole: boolean
  /** With it the first administrator sets up an account, once; null where somebody has one, or nobody can sign in here. */
  readonly setupCode: string | null
  /** Where people sign in; null where the operator has not named it. */
  readonly origin: string | null
  /** True where people have accounts and the file account-key is not there: nobody can sign in. */
  readonly accountKeyLost: boolean
  /** Administrators who ever set up an account; null where nobody has. */
  readonly administrators: number | null
  /** Stops listening, lets open answers finish, folds the log into the database. */
  close(): Promise<void>
}

export interface NodeOptions {
  readonly dataDir: string
  readonly port: number
  readonly host?: string
  readonly behindProxy?: boolean
  /** Address of the pages, such as `https://book.example.org`. */
  readonly origin?: string | undefined
  readonly tickSeconds?: number
  /** Said by the operator for this start. */
  readonly confirmLedger?: boolean
  readonly rebuildLedger?: boolean
  readonly newLogKey?: boolean
  readonly events?: Events
  /** Of a demo. */
  readonly preparing?: Deps['preparing']
}

/** The server listens. @throws Misuse, Refusal or StoreUnavailable when settings, folder or database do not allow it */
export async function startNode({ events = eventLog(() => {}), preparing, ...given }: NodeOptions): Promise<NodeServer> {
  const settings = readSettings(given)
  const { dataDir, port, host, tickSeconds, confirmLedger, rebuildLedger, newLogKey } = settings
  const network = networkIn(dataDir)
  const { store, serverKey, tagKey } = openDataDir(dataDir, { create: true, withoutLog: confirmLedger })
  const opened = async () => {
    const logKey = await openLogKey(dataDir, store, { renew: newLogKey })
    const logWhole = await holdsKnownHeads(dataDir, store)
    return { logKey, logWhole, ...(await joinLedger({ store, dataDir, serverKey, tagKey }, { confirmLedger, rebuildLedger })) }
  }
  const { ledger, intakeOpen, logKey, logWhole } = await opened().catch((error) => {
    store.close()
    throw error
  })
  const built = builtPages(encode)
  const accountKey = accountKeyIn(dataDir, store)
  let origin: string | null = null
  const answers = publicAnswers({ store, encode, program: PROGRAM })
  const app = createApp({
    store,
    commit: groupCommit(store),
    serverKey,
    tagKey,
    clock: systemClock,
    askWithdrawal: batchedWithdrawals(store, atBoundary),
    shut: { intake: () => (intakeOpen ? null : 'intake-shut'), keys: () => null },
    events,
    pages: built.pages,
    network,
    answers,
    turns: inTurns(),
    signIn: { seconds: secondsNow, stretch: boundedScrypt(), accountKey, origin: () => origin },
    books: heldBooks(dataDir),
    ...(preparing ? { preparing } : {}),
  })
  const listener = () => {
    const server = createServer({ requireHostHeader: false, connectionsCheckingInterval: PATIENCE.look })
    boundConnections(server, keptFirst(answers, built, appListener(app, events)))
    answerForParser(server)
    return server
  }
  const listening = await listen(listener, host, port).catch((error) => {
    store.close()
    throw error
  })
  origin = ownOrigin(settings, listening.port)
  const [inUse] = await read(store, accountsInUse())
  const setupCode = accountKey && origin !== null && inUse?.accounts === 0 ? await offeredSetupCode(store) : null
  const ticking = everySeconds(tickSeconds, () => tick({ store, ledger, dataDir, clock: systemClock, events, logKey }))
  events.started({ port: listening.port, pages: built.built, intake: intakeOpen })
  let closing: Promise<void> | null = null
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`,
    intakeOpen,
    logWhole,
    setupCode,
    origin,
    accountKeyLost: accountKey === null,
    administrators: inUse && inUse.accounts > 0 ? inUse.administrators : null,
    close: () =>
      (closing ??= listening.close().then(async () => {
        await ticking.stop()
        // A disk that does not allow it now does not keep the server from ending; the next start begins with it.
        await store.orderPages({ now: true }).catch(() => {})
        store.close()
        evenTimes(dataDir, systemClock.month())
        events.stopped()
      })),
  }
}

async function offeredSetupCode(store: Store): Promise<string> {
  const { code, queries } = newSetupCode(systemClock.day())
  await store.batch(queries)
  return code
}
