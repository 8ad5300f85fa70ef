/**
 * Legs of journeys and steps to help that belong to a file of cases: on further sheets of its workbook, or handed in as files. What was
 * handed in is read or refused: a kind of file that takes neither does not pass them over.
 */
import { type Issue, ProblemError } from '../../problem.ts'
import type { Group } from '../../questionnaire/question.ts'
import { fromHeading, type PartnerFileKind } from '../file-kind.ts'
import { refuseFile, tidyCell } from '../file-reader.ts'
import type { OpenedFile } from '../open-file.ts'
import { linkedGroupReader } from '../own-form/form-groups.ts'
import { evenRows, mayEndEarly, withoutEmptyEnd } from '../texts/row-width.ts'
import { type GroupStyle, groupOfHeading } from './group-heading.ts'
import { type GroupRows, groupReader } from './group-rows.ts'

export interface HandedIn {
  readonly routeLegs?: OpenedFile
  readonly contactSteps?: OpenedFile
}
export interface GroupsOfFile {
  readonly routeLegs?: GroupRows
  readonly contactSteps?: GroupRows
}

const STYLES: Readonly<Partial<Record<PartnerFileKind, GroupStyle>>> = { cases: 'numbered', form: 'linked' }
const GROUPS = { route_legs: 'routeLegs', contact_steps: 'contactSteps' } as const satisfies Record<Group, keyof GroupsOfFile>

/**
 * Rows of the two groups; one that nobody handed in is left out.
 * @param sheet the one that holds the cases
 * @throws ProblemError `invalid-file` `input_not_used` for what the kind of file does not take, or what was handed in twice
 */
export function groupsOfFile(file: OpenedFile, kind: PartnerFileKind, sheet: number | undefined, handed: HandedIn = {}): GroupsOfFile {
  const style = STYLES[kind]
  const issues: Issue[] = []
  const found: { routeLegs?: GroupRows; contactSteps?: GroupRows } = {}
  for (const [group, name] of Object.entries(GROUPS) as [Group, keyof GroupsOfFile][]) {
    const sheets = sheetsOf(file, group, sheet)
    const given = handed[name]
    if (!style || sheets.length + (given ? 1 : 0) > 1) {
      if (given) issues.push({ pointer: `/${group}`, rule: 'input_not_used' })
      for (const position of style ? sheets : sheets.filter((one) => hasRows(file, one)))
        issues.push({ pointer: `/sheets/${position}`, rule: 'input_not_used' })
    } else if (given) found[name] = placed(`/${group}`, () => readGroup(given, group, style))
    else if (sheets[0] !== undefined) found[name] = placed(`/sheets/${sheets[0]}`, () => readGroup(file, group, style, sheets[0]))
  }
  if (issues.length > 0) throw refuseFile(issues)
  return found
}

/** Positions of the sheets that hold rows of the group, by their headings or their name. */
function sheetsOf(file: OpenedFile, group: Group, main: number | undefined): readonly number[] {
  return file.sheets
    .filter(({ position, name }) => {
      if (position === main) return false
      if (isNamed(name, group) && hasCells(file, position)) return true
      return (
        hasCells(file, position) &&
        groupOfHeading(fromHeading(() => file.rows(position), isGroupHeading).heading.cells.map(tidyCell))?.group === group
      )
    })
    .map(({ position }) => position)
}

const isNamed = (name: string, group: Group) =>
  tidyCell(name)
    .toLowerCase()
    .replace(/[\s-]+/g, '_') === group

const isGroupHeading = (cells: readonly string[]) => groupOfHeading(cells) !== null

function hasCells(file: OpenedFile, sheet: number): boolean {
  for (const _ of file.rows(sheet)) return true
  return false
}

/** Whether anything stands below the heading. */
function hasRows(file: OpenedFile, sheet: number): boolean {
  for (const _ of fromHeading(() => file.rows(sheet), isGroupHeading).data()) return true
  return false
}

/** Places in a further file or sheet begin with it. */
function placed<Found>(place: string, read: () => Found): Found {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof ProblemError) || error.slug !== 'invalid-file') throw error
    throw refuseFile(error.errors.map((issue) => ({ ...issue, pointer: `${place}${issue.pointer}` })))
  }
}

function readGroup(file: OpenedFile, group: Group, style: GroupStyle, sheet?: number): GroupRows {
  if (file.bodies) throw refuseFile([{ pointer: '', rule: 'no_group_rows' }])
  const reader = style === 'numbered' ? groupReader(group) : linkedGroupReader(group)
  const { heading, data } = fromHeading(() => file.rows(sheet), isGroupHeading)
  const names = withoutEmptyEnd(heading.cells)
  reader.header(names)
  for (const row of evenRows(data(), names.length, mayEndEarly(file))) reader.row(row.cells, row.row, row)
  return reader.rows()
}
