/** What was found out about a table, as decisions to be said yes to. It holds headings and words of the file. */
import type { QuestionId } from '../../questionnaire/index.ts'
import { tidyCell } from '../file-reader.ts'
import { type ColumnTarget, decisionFor, LEAVE_OUT, MAPPING_SCHEMA, type MappedColumn, type Mapping, WAITS } from './mapping.ts'
import type { PlannedColumn, UnlistedWord } from './planned-columns.ts'

/** The name of a target in a mapping: `id`, or `id=code`. */
export const nameOf = ({ question, code }: ColumnTarget) => (code === undefined ? question : `${question}=${code}`)

/** What is certain stands with a yes, what is proposed without one; words join the words that were decided before. */
export function proposalOf(
  headings: readonly string[],
  columns: readonly PlannedColumn[],
  mapping: Mapping,
  wholeFile: readonly QuestionId[],
  unlisted: readonly UnlistedWord[],
): Mapping {
  const proposed: MappedColumn[] = []
  for (const { position, fate, target, words, part, keys } of columns) {
    const text = tidyCell(headings[position - 1] ?? '')
    if (fate === 'dropped' || part !== null) continue
    const decided = decisionFor(mapping, text)
    const values: Record<string, string> = { ...decided?.values }
    for (const { word, codes } of words)
      values[word] = codes.length === 1 ? (codes[0] as string) : [WAITS, codes.map(named).join(' or ')].join(' ')
    for (const one of unlisted) if (one.position === position) values[one.word] = WAITS
    const names = (keys?.names ?? 0) > 0 && decided?.keys === undefined
    const certain =
      (fate === 'mapped' || fate === 'left_out') && Object.values(values).every((codes) => !codes.startsWith(WAITS)) && words.length === 0
    if (certain && Object.keys(values).length === 0 && !decided) continue
    proposed.push({
      ...decided,
      heading: text,
      to: target ? nameOf(target) : LEAVE_OUT,
      yes: certain && decided !== undefined,
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(names && keys ? { keys: keys.names * 2 > keys.keys ? ('number' as const) : ('keep' as const) } : {}),
    })
  }
  return {
    ...mapping,
    schema: MAPPING_SCHEMA,
    whole: { ...mapping.whole, ...Object.fromEntries(wholeFile.map((id) => [id, ''])) },
    columns: proposed,
  }
}

const named = (code: string) => (code === '' ? '(leave out)' : code)
