/** Refusals as the outside sees them (RFC 9457). Nothing that was sent comes back, unknown keys included. */
import { HTTPException } from 'hono/http-exception'
import { type Issue, PROBLEMS, ProblemError, type ProblemSlug } from '../../survey-schema/problem.ts'
import { StoreUnavailable } from '../store/port.ts'

export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly errors?: readonly Issue[]
}

/** A problem with words of its own in place of those of its slug; the words come from our code. */
export class WordedProblem extends ProblemError {
  readonly detail: string
  constructor(slug: ProblemSlug, detail: string, errors: readonly Issue[] = []) {
    super(slug, errors)
    this.detail = detail
  }
}

/** What a problem says. `type` is a reference that names the slug; it leads to no page of anybody else. */
export function problemBody(slug: ProblemSlug, errors: readonly Issue[] = [], detail: string = PROBLEMS[slug].ja): string {
  const { status, en } = PROBLEMS[slug]
  const body: ProblemBody = { type: `/problems/${slug}`, title: en, status, detail, ...(errors.length > 0 ? { errors } : {}) }
  return JSON.stringify(body)
}

export const PROBLEM_TYPE = 'application/problem+json'

export function problemResponse(
  slug: ProblemSlug,
  errors: readonly Issue[] = [],
  detail?: string,
  headers: Record<string, string> = {},
): Response {
  const { status } = PROBLEMS[slug]
  return new Response(problemBody(slug, errors, detail), { status, headers: { 'Content-Type': PROBLEM_TYPE, ...EXTRA[slug], ...headers } })
}

const EXTRA: { readonly [Slug in ProblemSlug]?: Record<string, string> } = {
  unauthorized: { 'WWW-Authenticate': 'Bearer' },
  busy: { 'Retry-After': '2' },
  'too-many-requests': { 'Retry-After': '30' },
  'quota-reached': { 'Retry-After': '30' },
}

const BY_STATUS: Readonly<Record<number, ProblemSlug>> = {
  400: 'invalid-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
}

/** The slug under which an error is answered. What we did not plan for is `internal`, with nothing inside. */
export function slugOf(error: unknown): ProblemSlug {
  if (error instanceof ProblemError) return error.slug
  if (error instanceof StoreUnavailable) return 'busy'
  if (error instanceof HTTPException) return BY_STATUS[error.status] ?? 'internal'
  return 'internal'
}

export function problemOf(error: unknown): Response {
  const slug = slugOf(error)
  if (!(error instanceof ProblemError)) return problemResponse(slug)
  return problemResponse(slug, error.errors, error instanceof WordedProblem ? error.detail : undefined)
}
