/**
 * A fictional network, end to end and by the real way: partners with keys of their own send cases over HTTP, the edition is
 * closed by opening the next one, two shares of three open it beside the server, and its bundle is published over HTTP. Partners tag and sign
 * their cases, but for a folder of a network of before, which has a key of tags. Shares, keys and secrets of partners exist in the memory of this
 * process alone.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { receive } from '../../survey-schema/answers/receive.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { SECRET_BYTES, secretText } from '../../survey-schema/credentials/secret-text.ts'
import { QUESTIONNAIRE_VERSION } from '../../survey-schema/questionnaire/index.ts'
import { monthAfter, readRecordRule, register } from '../accounts/register.ts'
import { newInvitations } from '../cli/new-invitations.ts'
import type { ServerAndKey } from '../cli/own-register.ts'
import { registerKeys } from '../cli/register-keys.ts'
import { type CaseSigner, caseSigner } from '../cli/signing.ts'
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
import { networkPath } from '../runtime/network-file.ts'
import { startNode } from '../runtime/node.ts'
import { Refusal } from '../runtime/refusal.ts'
import { randomBytes } from '../sealing/keyed.ts'
import type { Store } from '../store/port.ts'
import { BY_COMMAND, enteredOrganisation } from '../store/queries/audit.ts'
import { type BuildBeside, buildBeside } from './build-beside.ts'
import { FICTIONAL_NETWORK } from './network.ts'
import { type Population, population } from './population/index.ts'
import type { TrueCase } from './question-bank.ts'
import { type DemoSignIn, enterPeople } from './sign-ins.ts'

export const EDITION = 'fictional-1'
const NEXT_EDITION = 'fictional-2'
/** Requests of one partner under way at the same time, of twelve that send side by side: those that arrive together share a durable transaction. */
const CONCURRENCY = 16
const INVITATIONS = 10
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
  /** With which that organisation signs; null in a network of before. */
  readonly organisationSecret: string | null
  /** Codes by which affected persons may answer, of that organisation; none in a network of before. */
  readonly invitations: readonly string[]
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
  const { store, tagKey } = openDataDir(dataDir, { create: true })
  try {
    const shares = await openEdition(store, EDITION)
    const keys: string[] = []
    for (const partner of network.organisations)
      keys.push(await registered(store, partner.en, ['submit'], partner.holding, partner.recordRule))
    const editorsKey = await registered(store, EDITORS, ['edit', 'publish'])
    const secrets = network.organisations.map(() => (tagKey ? null : randomBytes(SECRET_BYTES)))
    writeFileSync(networkPath(dataDir), JSON.stringify(FICTIONAL_NETWORK, null, 2))
    const accountKey = accountKeyIn(dataDir, store)
    const [first] = network.organisations
    const signIns = accountKey && first ? await enterPeople(store, accountKey, first.en, systemClock.day()) : []
    let preparing: Preparing | null = { edition: EDITION, done: 0 }
    const server = await startNode({ dataDir, port, host: 'localhost', preparing: () => preparing })
    let invitations: readonly string[] = []
    try {
      await send(network, keys, secrets, server.url, terminal)
      await openEdition(store, NEXT_EDITION)
      invitations = await invited({ url: server.url, key: keys[0] as string }, secrets[0] ?? null)
    } catch (error) {
      await server.close()
      throw error
    }
    let beside: BuildBeside | null = null
    return {
      url: server.url,
      organisationKey: keys[0] as string,
      organisationSecret: secrets[0] ? secretText(secrets[0]) : null,
      invitations,
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
  await store.batch([...queries, enteredOrganisation(name, { ...BY_COMMAND, day: systemClock.day() })])
  return key
}

async function send(
  { organisations, cases }: Population,
  keys: readonly string[],
  secrets: readonly (Uint8Array | null)[],
  url: string,
  terminal: Terminal,
): Promise<void> {
  const bar = terminal.progress('Sending', cases.length)
  await Promise.all(
    organisations.map(async (_, index) => {
      async function* lines() {
        for (const { organisation, submission } of cases) if (organisation === index) yield JSON.stringify(submission)
      }
      const server = { url, key: keys[index] as string }
      const signer = await signerFor(server, secrets[index] ?? null)
      for await (const { outcome, slug } of submitLines({ ...server, lines: lines(), concurrency: CONCURRENCY, signer })) {
        if (outcome === 'refused') throw new Refusal(slug ?? 'internal', 'a fictional case was not accepted')
        bar.advance()
      }
    }),
  )
  bar.stop()
}

/** Codes of the first partner, for whoever tries the page. */
async function invited(server: ServerAndKey, secret: Uint8Array | null): Promise<readonly string[]> {
  if (!secret) return []
  const { codes, register: registerThem } = await newInvitations(server, keysOf(secret), INVITATIONS)
  await registerThem()
  return codes
}

/** The partner registers the public keys of its secret, and signs with it. */
async function signerFor(server: ServerAndKey, secret: Uint8Array | null): Promise<CaseSigner | null> {
  if (!secret) return null
  const keys = keysOf(secret)
  await registerKeys(server, keys, null)
  return caseSigner(server, { keys, earlier: null })
}

const truthOf = ({ cases, organisations }: Population): TrueCase[] =>
  cases.map(({ submission, organisation }) => {
    const context = { currentYear: systemClock.year(), existingRecordRule: organisations[organisation]?.recordRule !== undefined }
    return { organisation, record: receive(submission, context).record }
  })
