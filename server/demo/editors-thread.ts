/**
 * The editors' machine of the demo, as a thread beside its server: fetches the sealed cases over HTTP, opens them with two shares, builds the bundle,
 * writes it and publishes it over HTTP. It tells how far it is in shares of the work, and nothing of any case.
 */
import { availableParallelism } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { ProblemError } from '../../survey-schema/problem.ts'
import { buildFromSources } from '../editors/build/build-edition.ts'
import { sealedFromUrl } from '../editors/build/sealed-source.ts'
import { sealedStatements, statementsToSend } from '../editors/build/statements.ts'
import { uploadBundle, uploadStatements, writeBundle } from '../editors/bundle-file.ts'
import { networkFromUrl } from '../editors/register/network-source.ts'
import type { EditorsTask, EditorsWord } from './build-beside.ts'
import { buildProgress } from './build-progress.ts'
import { inventedRegister } from './invented-register.ts'

const { url, key, edition, shares, bundleFile } = workerData as EditorsTask
const say = (word: EditorsWord) => parentPort?.postMessage(word)

try {
  const { bundle, statements } = await buildFromSources([await sealedFromUrl(url, key, edition)], shares, {
    register: inventedRegister(await networkFromUrl(url, key)),
    threads: availableParallelism(),
    ...buildProgress((done) => say({ done })),
  })
  writeBundle(bundleFile, bundle)
  await uploadBundle(url, key, bundle)
  for (const one of statements) await uploadStatements(url, key, edition, statementsToSend(await sealedStatements(one)))
  say({ published: true })
} catch (error) {
  // Between threads an error loses its class, by which the command line knows a refusal.
  if (!(error instanceof ProblemError)) throw error
  say({ refused: { slug: error.slug, errors: error.errors } })
}
