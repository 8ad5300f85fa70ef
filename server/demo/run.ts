/**
 * A fictional network, end to end and by the real way: partners with keys of their own send cases over HTTP, the edition is
 * closed by opening the next one, two shares of three open it beside the server, and its bundle is published over HTTP. Shares
 * and keys of partners exist in the memory of this process alone.
 */
import { join } from 'node:path'
import { receive } from '../../survey-schema/answers/receive.ts'
import { QUESTIONNAIRE_VERSION } from '../../survey-schema/questionnaire/index.ts'
import { monthAfter, readRecordRule, register } from '../accounts/register.ts'
import { submitLines } from '../cli/submit-lines.ts'
import type { Terminal } from '../cli/terminal.ts'
import type { Preparing } from '../deps.ts'
import { installEdition } from '../editions/install.ts'
import { newEditionKey } from '../editors/keys/edition-key.ts'
import { makeShares } from '../editors/keys/shares.ts'
import type { Scope } from '../http/credential.ts'
import { accountKeyIn } from '../runtime/account-key.ts'
import { systemClock } from '../runtime/clock.ts'
import { openDataDir } from '../runtime/data-dir.ts'
import { startNode } from '../runtime/node.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Store } from '../store/port.ts'
import { type BuildBeside, buildBeside } from './build-beside.ts'
import { type Population, population } from './population/index.ts'
import type { TrueCase } from './question-bank.ts'
import { type DemoSignIn, enterPeople } from './sign-ins.ts'

export const EDITION = 'fictional-1'
const NEXT_EDITION = 'fictional-2'
/** Requests of one partner under way at the same time, of twelve that send side by side: those that arrive together share a durable transaction. */
const CONCURRENCY = 16
const EDITORS = 'Fictional Editorial Office'

export interface DemoOptions {
  readonly cases: number
  readonly seed: number
  readonly port: number
  /** An empty or new folder. */
  readonly dataDir: string
}

export interface Demo {
  readonly url: string
  /** May submit to the edition that is open now. */
  readonly organisationKey: string
  /** Of its fictional people, one for each role. */
  readonly signIns: readonly DemoSignIn[]
  /** Where the bundle will be. */
  readonly bundleFile: string
  /**
   * Builds and publishes the edition beside the server, which tells meanwhile how far it is.
   * @param onDone called with the share of the work that is done, from 0 to 1
   * @throws as the build does, or the server that refuses its bundle
   */
  build(onDone: (share: number) => void): Promise<void>
  /** The population itself: invented, so it may be compared with. */
  truth(): readonly TrueCase[]
  /** Stops a build under way, and the server. */
  close(): Promise<void>
}

/** The server listens, all cases are sent, and their edition is closed and not yet built. @throws Refusal when a case was not accepted */
export async function startDemo({ cases, seed, port, dataDir }: DemoOptions, terminal: Terminal): Promise<Demo> {
  const network = population({ cases, seed })
  const bundleFile = join(dataDir, `${EDITION}.bundle.json`)
  const { store } = openDataDir(dataDir, { create: true })
  try {
    const shares = await openEdition(store, EDITION)
    const keys: string[] = []
    for (const partner of network.organisations)
      keys.push(await registered(store, partner.en, ['submit'], partner.holding, partner.recordRule))
    const editorsKey = await registered(store, EDITORS, ['edit', 'publish'])
    const accountKey = accountKeyIn(dataDir, store)
    const [first] = network.organisations
    const signIns = accountKey && first ? await enterPeople(store, accountKey, first.en, systemClock.day()) : []
    let preparing: Preparing | null = { edition: EDITION, done: 0 }
    const server = await startNode({ dataDir, port, host: 'localhost', preparing: () => preparing })
    try {
      await send(network, keys, server.url, terminal)
      await openEdition(store, NEXT_EDITION)
    } catch (error) {
      await server.close()
      throw error
    }
    let beside: BuildBeside | null = null
    return {
      url: server.url,
      organisationKey: keys[0] as string,
      signIns,
      bundleFile,
      async build(onDone) {
        const task = { url: server.url, key: editorsKey, edition: EDITION, shares: shares.slice(1), bundleFile }
        beside = buildBeside(task, (done) => {
          preparing = { edition: EDITION, done }
          onDone(done)
        })
        await beside.published
        preparing = null
      },
      truth: () => truthOf(network),
      async close() {
        await beside?.stop()
        await server.close()
      },
    }
  } finally {
    store.close()
  }
}

/** A new edition takes cases, the one before is closed. @returns three shares of its key, which is forgotten here */
async function openEdition(store: Store, edition: string): Promise<readonly string[]> {
  const key = await newEditionKey()
  const shares = await makeShares(edition, key)
  key.secret.fill(0)
  await installEdition(store, { edition, questionnaire: QUESTIONNAIRE_VERSION, fictional: true, publicKey: key.publicKey })
  return shares
}

async function registered(store: Store, name: string, scopes: readonly Scope[], holding?: string, rule?: string): Promise<string> {
  const { key, queries } = register({
    name,
    scopes,
    holding: holding ?? null,
    recordRule: rule === undefined ? null : readRecordRule(rule),
    expires: monthAfter(systemClock.month(), 1),
  })
  await store.batch(queries)
  return key
}

async function send({ organisations, cases }: Population, keys: readonly string[], url: string, terminal: Terminal): Promise<void> {
  const bar = terminal.progress('Sending', cases.length)
  await Promise.all(
    organisations.map(async (_, index) => {
      async function* lines() {
        for (const { organisation, submission } of cases) if (organisation === index) yield JSON.stringify(submission)
      }
      for await (const { outcome, slug } of submitLines({ url, key: keys[index] as string, lines: lines(), concurrency: CONCURRENCY })) {
        if (outcome === 'refused') throw new Refusal(slug ?? 'internal', 'a fictional case was not accepted')
        bar.advance()
      }
    }),
  )
  bar.stop()
}

const truthOf = ({ cases, organisations }: Population): TrueCase[] =>
  cases.map(({ submission, organisation }) => {
    const context = { currentYear: systemClock.year(), existingRecordRule: organisations[organisation]?.recordRule !== undefined }
    return { organisation, record: receive(submission, context).record }
  })
