/** The worker that reads a file, as the page asks it: one question at a time, each with an answer or a refusal. */
import { Refused } from '../client.ts'
import type { FromWorker, ReadingAnswers, ReadingQuestions, ToWorker } from './reading-messages.ts'

export interface FileReading {
  /** @throws Refused with places in the file, never a value of it */
  ask<Name extends keyof ReadingQuestions>(
    ask: Name,
    question: ReadingQuestions[Name],
    onRows?: (rows: number) => void,
  ): Promise<ReadingAnswers[Name]>
  /** The file is forgotten. */
  close(): void
}

export function startReading(): FileReading {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' })
  let before: Promise<unknown> = Promise.resolve()
  return {
    ask<Name extends keyof ReadingQuestions>(ask: Name, question: ReadingQuestions[Name], onRows?: (rows: number) => void) {
      const answer = before.then(
        () =>
          new Promise<ReadingAnswers[Name]>((resolve, reject) => {
            worker.onerror = () => reject(new Refused('internal'))
            worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
              if ('rows' in data) onRows?.(data.rows)
              else if ('answer' in data) resolve(data.answer as ReadingAnswers[Name])
              else reject(new Refused(data.slug, null, data.refused))
            }
            worker.postMessage({ ask, ...question } as ToWorker)
          }),
      )
      before = answer.catch(() => {})
      return answer
    },
    close: () => worker.terminate(),
  }
}
