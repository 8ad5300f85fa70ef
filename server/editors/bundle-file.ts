/** A bundle as a file, and on its way to a server. */
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask, NotSent } from '../http/ask.ts'

/** The file holds the whole bundle, or what it held before. Until it is published it is for its owner alone. */
export const writeBundle = (path: string, bundle: Bundle): void => writeWhole(path, `${JSON.stringify(bundle)}\n`, 0o600)

/** The file holds the whole text, or what it held before. @param mode who may read it */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    writeFileSync(temporary, text, { flag: 'wx', mode, flush: true })
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** The value in the file, not yet judged. @throws ProblemError 'invalid-bundle' when it is no JSON */
export function readBundleFile(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return parseJson(text)
  } catch {
    throw new ProblemError('invalid-bundle', [{ pointer: '', rule: 'syntax' }])
  }
}

/**
 * Every bundle from the one that the new one follows back to the first is there.
 * @throws ProblemError 'stale-bundle' otherwise
 */
export function requireWholeChain({ manifest }: Bundle, published: readonly Bundle[]): void {
  const known = new Map(published.map((bundle) => [bundle.manifest.checksum, bundle.manifest.previous]))
  for (let at = manifest.previous; at !== null; ) {
    const before = known.get(at)
    known.delete(at)
    if (before === undefined) throw new ProblemError('stale-bundle', [{ pointer: '/manifest/previous', rule: 'bundles_before_missing' }])
    at = before
  }
}

export interface PublishAnswer {
  readonly editions: readonly string[]
  readonly volume: string | null
  readonly tables: number
  readonly new: boolean
}

/** The server released the bundle, or had done so before. @throws ProblemError as the server refuses, NotSent */
export const uploadBundle = (url: string, key: string, bundle: unknown): Promise<PublishAnswer> =>
  put<PublishAnswer>(url, key, bundle, 'bundle', bundle)

export interface StatementsAnswer {
  readonly edition: string
  readonly new: boolean
}

/** The server keeps what was sealed to each organisation, or had done so before. @throws ProblemError as the server refuses, NotSent */
export const uploadStatements = (url: string, key: string, edition: string, statements: object): Promise<StatementsAnswer> =>
  putTwice<StatementsAnswer>(url, key, edition, 'statements', { statements })

export interface ErratumAnswer {
  readonly replaced: readonly string[]
  readonly new: boolean
}

/** The server replaced the tables that differ, or had done so before. @throws ProblemError as the server refuses, NotSent */
export const uploadErratum = (
  url: string,
  key: string,
  erratum: { readonly note: object; readonly bundle: unknown },
): Promise<ErratumAnswer> => put<ErratumAnswer>(url, key, erratum.bundle, 'erratum', erratum)

/** To the address of the newest edition that the bundle counts. */
async function put<Answer>(url: string, key: string, bundle: unknown, resource: string, body: unknown): Promise<Answer> {
  const counted = (bundle as { manifest?: { counted?: unknown } } | null)?.manifest?.counted
  const edition = Array.isArray(counted) ? (counted.at(-1) as { id?: unknown } | undefined)?.id : undefined
  if (typeof edition !== 'string') throw new ProblemError('invalid-bundle', [{ pointer: '/manifest/counted', rule: 'required' }])
  return putTwice<Answer>(url, key, edition, resource, body)
}

async function putTwice<Answer>(url: string, key: string, edition: string, resource: string, body: unknown): Promise<Answer> {
  const address = `/api/v1/editions/${encodeURIComponent(edition)}/${resource}`
  const request = { method: 'PUT', key, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  // A long build may find its old connection closed. The same twice changes nothing, so it is sent once more.
  const response = await ask(url, address, request).catch((error: unknown) => {
    if (error instanceof NotSent) throw error
    return ask(url, address, request)
  })
  if (!response.ok) throw await answeredProblem(response)
  return (await response.json()) as Answer
}
