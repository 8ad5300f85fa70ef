/**
 * Sends cases, one JSON text a line, to a server. Each line has a request key of its own, made from the line and the
 * organisation key: whoever sends the same file again changes nothing and gets the same receipts.
 */
import { createHmac } from 'node:crypto'
import * as z from 'zod'
import type { SignedSubmission } from '../../survey-schema/credentials/signed-submission.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { type Issue, ProblemError } from '../../survey-schema/problem.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask, NotSent } from '../http/ask.ts'
import type { CaseSigner } from './signing.ts'

export interface LineOutcome {
  /** From 1. */
  readonly line: number
  readonly outcome: 'accepted' | 'replayed' | 'refused'
  readonly id?: string
  readonly receipt?: string
  /** Of a signed case: its tag in hexadecimal. */
  readonly tag?: string
  readonly version?: number
  readonly slug?: string
  readonly errors?: readonly Issue[]
}

export interface Submitting {
  readonly url: string
  readonly key: string
  readonly lines: AsyncIterable<string>
  /** Requests under way at the same time. */
  readonly concurrency?: number
  /** Left out where case references go out in clear. */
  readonly signer?: CaseSigner | null
}

const Answer = z.object({ id: z.string(), receipt: z.string() })

/** Waits before another try, in milliseconds: a busy server or a lost answer. The request key makes a second try harmless. */
export const PAUSES = [100, 400, 1600, 5000]
/** Answers after which one waits: too many at once, and busy. What was sent is neither held nor lost. */
export const WAITS: readonly number[] = [429, 503]

/** The outcome of every line that is not blank, as they come back. @throws NotSent, or TypeError when the server cannot be reached */
export async function* submitLines({ url, key, lines, concurrency = 8, signer = null }: Submitting): AsyncGenerator<LineOutcome> {
  const underWay = new Set<Promise<LineOutcome>>()
  const settled: LineOutcome[] = []
  let number = 0
  for await (const text of lines) {
    number++
    if (text.trim() === '') continue
    const sent: Promise<LineOutcome> = submitted({ url, key, signer }, text, number).finally(() => underWay.delete(sent))
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

type SendingLines = Pick<Submitting, 'url' | 'key'> & { readonly signer: CaseSigner | null }

/** Refusals after which a case is encoded and signed again, once: the server has another edition, or reads the case in another way. */
const SIGN_AGAIN: readonly string[] = ['edition-changed', 'record-differs']

async function submitted({ url, key, signer }: SendingLines, text: string, line: number): Promise<LineOutcome> {
  if (!signer) return submitLine({ url, key }, { line, text, name: requestKeyOf(key, text) })
  const name = signer.name(text)
  for (let again = false; ; again = true) {
    const { standing } = signer
    const signed = signedLine(signer, text)
    if ('slug' in signed) return { line, outcome: 'refused', slug: signed.slug, errors: signed.errors }
    const outcome = await submitLine({ url, key }, { line, text: JSON.stringify(signed.body), name })
    if (outcome.outcome !== 'refused') return { ...outcome, tag: signed.tag }
    if (again || !SIGN_AGAIN.includes(outcome.slug ?? '')) return outcome
    await signer.renew(standing)
  }
}

/** The line as it goes out, or why it is no case. */
function signedLine(signer: CaseSigner, text: string): SignedSubmission | ProblemError {
  try {
    const submission = parseJson(text)
    if (typeof submission !== 'object' || submission === null)
      throw new ProblemError('invalid-submission', [{ pointer: '', rule: 'invalid_type' }])
    return signer.sign(submission, 1)
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

interface CaseLine {
  readonly line: number
  readonly text: string
  readonly name: string
}

async function submitLine({ url, key }: Pick<Submitting, 'url' | 'key'>, { line, text, name }: CaseLine): Promise<LineOutcome> {
  const request = {
    method: 'POST',
    body: text,
    key,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': name },
  }
  for (let tries = 0; ; tries++) {
    const pause = PAUSES[tries]
    const response = await ask(url, '/api/v1/cases', request).catch((error: unknown) => {
      if (pause === undefined || error instanceof NotSent) throw error
      return null
    })
    if (response?.status === 201) {
      const { id, receipt } = Answer.parse(await response.json())
      const version = Number(/^"(\d{1,9})"$/.exec(response.headers.get('ETag') ?? '')?.[1] ?? 1)
      return { line, outcome: response.headers.has('Idempotency-Replayed') ? 'replayed' : 'accepted', id, receipt, version }
    }
    if (response && (!WAITS.includes(response.status) || pause === undefined)) {
      const { slug, errors } = await answeredProblem(response)
      return { line, outcome: 'refused', slug, errors }
    }
    await response?.body?.cancel()
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
