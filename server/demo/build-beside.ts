/** The edition is built and published by a thread of its own, so that the server answers meanwhile. */
import { Worker } from 'node:worker_threads'
import { type Issue, ProblemError, type ProblemSlug } from '../../survey-schema/problem.ts'

/** What editors need: they reach the server as from another machine, and hold two shares of the edition's key. */
export interface EditorsTask {
  readonly url: string
  /** Of an organisation that may edit and publish. */
  readonly key: string
  readonly edition: string
  readonly shares: readonly string[]
  /** To be written. */
  readonly bundleFile: string
}

/** What their thread says. */
export type EditorsWord =
  | { readonly done: number }
  | { readonly published: true }
  | { readonly refused: { readonly slug: ProblemSlug; readonly errors: readonly Issue[] } }

export interface BuildBeside {
  /** Resolved once the bundle is written and public. Rejected with the ProblemError of a refusal, or with what the thread ended with. */
  readonly published: Promise<void>
  /** Ends the thread, wherever it is. */
  stop(): Promise<void>
}

/** @param onDone called with the share of the work that is done, from 0 to 1 */
export function buildBeside(task: EditorsTask, onDone: (share: number) => void): BuildBeside {
  const thread = new Worker(new URL('./editors-thread.mjs', import.meta.url), { workerData: task, execArgv: [] })
  const published = new Promise<void>((resolve, reject) => {
    thread.on('message', (word: EditorsWord) => {
      if ('done' in word) onDone(word.done)
      else if ('published' in word) resolve()
      else reject(new ProblemError(word.refused.slug, word.refused.errors))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the build ended before its edition was published')))
  })
  // Whoever stops the demo waits for it no longer.
  published.catch(() => {})
  return { published, stop: async () => void (await thread.terminate()) }
}
