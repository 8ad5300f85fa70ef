/**
 * Sends cases, one JSON text a line, to a server. Each line has a request key of its own, made from the line and the
 * organisation key: whoever sends the same file again changes nothing and gets the same receipts.
 */
import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { Issue } from '../../survey-schema/problem.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask, NotSent } from '../http/ask.ts'

export interface LineOutcome {
  /** From 1. */
  readonly line: number
  readonly outcome: 'accepted' | 'replayed' | 'refused'
  readonly id?: string
  readonly receipt?: string
  readonly slug?: string
  readonly errors?: readonly Issue[]
}

export interface Submitting {
  readonly url: string
  readonly key: string
  readonly lines: AsyncIterable<string>
  /** Requests under way at the same time. */
  readonly concurrency?: number
}

const Answer = z.object({ id: z.string(), receipt: z.string() })

/** Waits before another try, in milliseconds: a busy server or a lost answer. The request key makes a second try harmless. */
export const PAUSES = [100, 400, 1600, 5000]
/** Answers after which one waits: too many at once, and busy. What was sent is neither held nor lost. */
export const WAITS: readonly number[] = [429, 503]

/** The outcome of every line that is not blank, as they come back. @throws NotSent, or TypeError when the server cannot be reached */
export async function* submitLines({ url, key, lines, concurrency = 8 }: Submitting): AsyncGenerator<LineOutcome> {
  const underWay = new Set<Promise<LineOutcome>>()
  const settled: LineOutcome[] = []
  let number = 0
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    const sent: Promise<LineOutcome> = submitLine(url, key, text, number).finally(() => underWay.delete(sent))
    underWay.add(sent)
    void sent.then(
      (outcome) => settled.push(outcome),
      () => {},
    )
    if (underWay.size >= concurrency) await Promise.race(underWay)
    yield* settled.splice(0)
  }
  await Promise.all(underWay)
  yield* settled.splice(0)
}

export const requestKeyOf = (key: string, line: string): string => createHmac('sha256', key).update(line).digest('base64url')

async function submitLine(url: string, key: string, text: string, line: number): Promise<LineOutcome> {
  const request = {
    method: 'POST',
    body: text,
    key,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': requestKeyOf(key, text) },
  }
  for (let tries = 0; ; tries++) {
    const pause = PAUSES[tries]
    const response = await ask(url, '/api/v1/cases', request).catch((error: unknown) => {
      if (pause === undefined || error instanceof NotSent) throw error
      return null
    })
    if (response?.status === 201) {
      const { id, receipt } = Answer.parse(await response.json())
      return { line, outcome: response.headers.has('Idempotency-Replayed') ? 'replayed' : 'accepted', id, receipt }
    }
    if (response && (!WAITS.includes(response.status) || pause === undefined)) {
      const { slug, errors } = await answeredProblem(response)
      return { line, outcome: 'refused', slug, errors }
    }
    await response?.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
