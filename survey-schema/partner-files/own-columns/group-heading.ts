/** By which headings rows of legs or steps are known: of our own files (by case and number), or of an exported form (by parent row). */
import { QUESTIONS } from '../../questionnaire/index.ts'
import type { Group } from '../../questionnaire/question.ts'
import { formColumn } from '../own-form/form-headings.ts'

/** How a row of a group names the case that it belongs to. */
export type GroupStyle = 'numbered' | 'linked'

export interface GroupHeading {
  readonly group: Group
  readonly style: GroupStyle
}

const GROUPS: readonly Group[] = ['route_legs', 'contact_steps']
/** A heading of the numbered style. */
const NUMBERED = ['partner_case_key', 'row_no'] as const
/** Where an export names the parent: by place in the main sheet, or by key. */
export const PARENT_LINKS = ['_parent_index', 'PARENT_KEY'] as const

/** The group whose rows stand below such a heading; null for any other. */
export function groupOfHeading(cells: readonly string[]): GroupHeading | null {
  const style = NUMBERED.every((name) => cells.includes(name))
    ? 'numbered'
    : PARENT_LINKS.some((name) => cells.includes(name))
      ? 'linked'
      : null
  if (!style) return null
  const group = GROUPS.find((name) => cells.some((cell) => isOfGroup(cell, name)))
  return group ? { group, style } : null
}

function isOfGroup(cell: string, group: Group): boolean {
  const column = formColumn(cell)
  return column.is === 'answer' && QUESTIONS.some(({ id, group: of }) => id === column.name && of === group)
}
