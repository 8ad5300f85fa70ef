/**
 * A fictional network, end to end and by the real way: partners with keys of their own send cases over HTTP, the edition is
 * closed by opening the next one, two shares of three open it, and its bundle is published over HTTP. Shares and keys of
 * partners exist in the memory of this process alone.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { receive } from '../../survey-schema/answers/receive.ts'
import { QUESTIONNAIRE_VERSION } from '../../survey-schema/questionnaire/index.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { monthAfter, readRecordRule, register } from '../accounts/register.ts'
import { submitLines } from '../cli/submit-lines.ts'
import type { Terminal } from '../cli/terminal.ts'
import { installEdition } from '../editions/install.ts'
import { buildFromSources } from '../editors/build/build-edition.ts'
import { sealedFromUrl } from '../editors/build/sealed-source.ts'
import { uploadBundle, writeBundle } from '../editors/bundle-file.ts'
import { newEditionKey } from '../editors/keys/edition-key.ts'
import { makeShares } from '../editors/keys/shares.ts'
import type { Scope } from '../http/credential.ts'
import { systemClock } from '../runtime/clock.ts'
import { openDataDir } from '../runtime/data-dir.ts'
import { type NodeServer, startNode } from '../runtime/node.ts'
import { Refusal } from '../runtime/refusal.ts'
import type { Store } from '../store/port.ts'
import { type Population, population } from './population/index.ts'
import type { TrueCase } from './question-bank.ts'

export const EDITION = 'fictional-1'
const NEXT_EDITION = 'fictional-2'
/** Requests of one partner under way at the same time; twelve partners send side by side. */
const CONCURRENCY = 2
const EDITORS = 'Fictional Editorial Office'

export interface DemoOptions {
  readonly cases: number
  readonly seed: number
  readonly port: number
  /** An empty or new folder. */
  readonly dataDir: string
}

export interface Demo {
  readonly server: NodeServer
  readonly bundle: Bundle
  readonly bundleFile: string
  /** May submit to the edition that is open now. */
  readonly organisationKey: string
  /** The population itself: invented, so it may be compared with. */
  readonly truth: readonly TrueCase[]
}

/** The edition is published and the server listens. @throws Refusal when a case was not accepted */
export async function runDemo({ cases, seed, port, dataDir }: DemoOptions, terminal: Terminal): Promise<Demo> {
  const network = population({ cases, seed })
  const { store } = openDataDir(dataDir, { create: true })
  try {
    const shares = await openEdition(store, EDITION)
    const keys: string[] = []
    for (const partner of network.organisations)
      keys.push(await registered(store, partner.en, ['submit'], partner.holding, partner.recordRule))
    const editorsKey = await registered(store, EDITORS, ['edit', 'publish'])
    const server = await startNode({ dataDir, port })
    try {
      await send(network, keys, server.url, terminal)
      await openEdition(store, NEXT_EDITION)
      terminal.say(`Edition ${EDITION} is closed; building it with two of three shares`)
      const { bundle } = await buildFromSources([await sealedFromUrl(server.url, editorsKey, EDITION)], shares.slice(1), {
        threads: availableParallelism(),
      })
      const bundleFile = join(dataDir, `${EDITION}.bundle.json`)
      writeBundle(bundleFile, bundle)
      await uploadBundle(server.url, editorsKey, bundle)
      return { server, bundle, bundleFile, organisationKey: keys[0] as string, truth: truthOf(network) }
    } catch (error) {
      await server.close()
      throw error
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
