/** Decisions about a file whose columns are known by their names: they may be left out, and words may be decided about, but no column is another one. */
import type { Issue } from '../../problem.ts'
import { type QuestionId, questionById } from '../../questionnaire/index.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import { decidedWords, decisionFor, LEAVE_OUT, type Mapping, restFor } from './mapping.ts'

/** What a partner decided about the words of known columns. */
export interface KnownWords {
  readonly decided: ReturnType<typeof decidedWords>
  /** By question: what every other word means that waits or is on no list, as in a mapping. */
  readonly rest: ReadonlyMap<QuestionId, string>
}

export interface KnownDecisions extends KnownWords {
  /** Positions from 1. */
  readonly leaveOut: readonly number[]
}

export const NO_WORDS: KnownWords = { decided: new Map(), rest: new Map() }

/**
 * @param nameOf what a heading is called in a mapping: `id`, or `id=code`; null where it is no answer
 * @throws ProblemError `invalid-file` `known_column` where a decision calls a known column something else
 */
export function knownDecisions(
  headings: readonly string[],
  nameOf: (heading: string) => string | null,
  mapping: Mapping,
  leaveOut: readonly number[],
): KnownDecisions {
  const left = [...leaveOut]
  const rest = new Map<QuestionId, string>()
  const issues: Issue[] = []
  for (const [at, heading] of headings.entries()) {
    const text = tidyCell(heading)
    const name = nameOf(text)
    const to = decisionFor(mapping, text)?.to
    if (to === LEAVE_OUT) left.push(at + 1)
    else if (to !== undefined && name !== null && to !== name) issues.push({ pointer: `/columns/${at + 1}`, rule: 'known_column' })
    const id = questionById(name ?? '')?.id
    const other = id ? restFor(mapping, text, id) : null
    if (id && other !== null) rest.set(id, other)
  }
  if (issues.length > 0) throw refuseFile(issues)
  return { leaveOut: left, decided: decidedWords(mapping), rest }
}
