/** Case references that may be names of persons are asked about before a tag is made of them: a tag is the name to whoever has the secret. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { kindOfKey, mayBeName } from '../../survey-schema/identifiers/case-keys.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { Refusal } from '../runtime/refusal.ts'

export const CONFIRM_REFERENCES = 'with a secret: case references that look like names or numbers of persons are none'

/** Places told one by one; beyond, they are counted. */
const TOLD = 20

/** The case reference of a submission, where it has one. */
export function referenceOf(submission: unknown): string | null {
  const { answers } = (submission ?? {}) as { readonly answers?: { readonly partner_case_key?: unknown } | null }
  const reference = answers?.partner_case_key
  return typeof reference === 'string' ? reference : null
}

/** Whether the case of this submission is called by what may be a name. */
export const isNamed = (submission: unknown): boolean => mayBeName(referenceOf(submission) ?? '')

/** The same, or a number that looks like one of a person's: nothing in a file of cases shows that numbers run. */
const isNamedOrNumbered = (submission: unknown): boolean => isNamed(submission) || kindOfKey(referenceOf(submission) ?? '') !== null

/** Numbers of the lines, from 1, whose case is called so. What is no JSON is the affair of whoever sends it. */
export async function namesInLines(path: string): Promise<readonly number[]> {
  const named: number[] = []
  let number = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim() !== '' && isNamedOrNumbered(parsed(text))) named.push(number)
  }
  return named
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/** @throws Refusal naming places and rule, never a reference, where there are any */
export function refuseNames(places: readonly number[], unit: 'line' | 'row'): void {
  if (places.length === 0) return
  const rest = places.length - TOLD
  throw new Refusal(
    'references-to-confirm',
    [
      'these case references may be names or numbers of persons: words without any number, or the form of an identifier (rule reference_may_be_name). If they are none, say --confirm-references; nothing was sent',
      `  ${unit} ${places.slice(0, TOLD).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    ].join('\n'),
  )
}
