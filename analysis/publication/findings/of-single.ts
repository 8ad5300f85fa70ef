/** Statements of one variable: its largest category as a share, or its categories as a list where they must not be ranked. */
import { phrasesOf, variablePhrases } from '../../../survey-schema/phrases/index.ts'
import type { VariablePhrases } from '../../../survey-schema/phrases/phrase.ts'
import type { TableBlock } from '../../../survey-schema/release/book.ts'
import type { Policy } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedAxis, ReleasedLine } from '../../../survey-schema/release/released-table.ts'
import { baseAmong, basePlace, isTime } from '../released-cells.ts'
import { NEVER_RANKED } from './never-ranked.ts'
import { fewUnanswered, type ReadFigure, type ReadShare, type SharesRead, sharesRead } from './read-figures.ts'
import type { Among, Category, ListStatement, ShareStatement } from './statements.ts'

/** The most categories that one sentence names. */
export const NAMED = 3

/** More than this share of cases without an answer are more than a few. */
export const A_FEW = 0.1

/** Null for a line that is no category, is joined, or has no phrases; "other" says nothing of what it is. */
export function categoryOf(axis: ReleasedAxis, line: ReleasedLine): Category | null {
  if (line.role !== 'value' || line.code === 'other') return null
  const found = phrasesOf(axis.variable, axis.level, line.code)
  return found ? { code: line.code, phrases: found } : null
}

const amongOf = ({ lines }: ReleasedAxis): Among => {
  const role = baseAmong(lines)?.role
  return role === 'answered' || role === 'applicable' ? role : 'all'
}

/** The categories of one axis, each over all cases of the other. */
interface MarginRead {
  readonly axis: ReleasedAxis
  readonly topic: VariablePhrases
  readonly shown: readonly { readonly place: number; readonly category: Category; readonly read: ReadShare }[]
  readonly known: number
}

/**
 * Null for periods: the largest is no finding. Of a table of two variables, whose shares are of all cases, also where more than a few have no answer.
 * @param variable if its shares are those of the other axis in the table, all groups together
 */
function readMargin(block: TableBlock, policy: Policy, variable?: string): MarginRead | null {
  const read = sharesRead(block, policy)
  const { lines, groups, allGroups } = read
  const turned = groups !== null && variable === groups.axis.variable && variable !== lines.axis.variable
  const { axis, places } = turned ? groups : lines
  const topic = variablePhrases(axis.variable)
  if (!topic || isTime(axis)) return null
  const margin = (line: number) => (turned ? read.figure(basePlace(lines.axis), line) : read.figure(line, allGroups))
  if (groups && !fewUnanswered(axis, margin, A_FEW)) return null
  const shown = places.flatMap((place) => {
    const category = categoryOf(axis, axis.lines[place]!)
    const share = turned ? read.shareOfGroup(place) : read.share(place, allGroups)
    return category && share ? [{ place, category, read: share }] : []
  })
  return { axis, topic, shown, known: knownPart(read) }
}

/** In a table of two variables: of the one whose shares it gives, or of the one that is named, over all cases of the other. */
export function shareStatement(block: TableBlock, policy: Policy, variable?: string): ShareStatement | null {
  const margin = readMargin(block, policy, variable)
  if (!margin || NEVER_RANKED.has(margin.axis.variable)) return null
  const [most] = [...margin.shown].sort((a, b) => b.read.part.figure - a.read.part.figure || a.place - b.place)
  const { axis, topic, known } = margin
  return most ? { kind: 'share', block, topic, among: amongOf(axis), known, category: most.category, read: most.read } : null
}

/**
 * The part of the cases to which the question applies that the base of a single table holds, from published figures: all cases less those to whom it
 * does not apply. Where the latter are withheld they count as cases without an answer, unless those are published. 1 where the base is no part.
 */
function knownPart({ lines: { axis }, groups, figure }: SharesRead): number {
  if (groups || amongOf(axis) !== 'answered') return 1
  const of = (role: ReleasedLine['role']) =>
    figure(
      axis.lines.findIndex((line) => line.role === role),
      0,
    )?.figure ?? null
  const [base, all, silent] = [figure(basePlace(axis), 0)?.figure ?? 0, of('total'), of('no_answer')]
  const unanswered = silent ?? (all === null ? 0 : all - base - (of('not_applicable') ?? 0))
  return base === 0 ? 1 : base / (base + Math.max(0, unanswered))
}

/** The largest categories that are shown, at most `NAMED`, in the order of their list. */
export function listStatement(block: TableBlock, policy: Policy, variable?: string): ListStatement | null {
  const margin = readMargin(block, policy, variable)
  const [first] = margin?.shown ?? []
  if (!margin || !first) return null
  const listed = mostInOrder(margin.shown.map(({ place, category, read: { part } }) => ({ place, category, count: part })))
  return { kind: 'list', block, topic: margin.topic, among: amongOf(margin.axis), base: first.read.base, within: null, listed }
}

export const mostInOrder = <One extends { readonly place: number; readonly count: ReadFigure }>(all: readonly One[]): readonly One[] =>
  [...all]
    .sort((a, b) => b.count.figure - a.count.figure || a.place - b.place)
    .slice(0, NAMED)
    .sort((a, b) => a.place - b.place)
