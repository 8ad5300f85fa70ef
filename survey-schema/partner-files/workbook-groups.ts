/** The two groups of a workbook of our own cases: legs of journeys and contact steps, each on a sheet of its name. */
import type { Group } from '../questionnaire/question.ts'
import { tidyCell } from './file-reader.ts'
import { type GroupRows, groupReader } from './group-rows.ts'
import type { OpenedFile } from './open-file.ts'

/** Rows of the two groups; one that has no sheet is left out. */
export function groupsOfWorkbook(file: OpenedFile): { readonly routeLegs?: GroupRows; readonly contactSteps?: GroupRows } {
  const legs = groupOfSheet(file, 'route_legs')
  const steps = groupOfSheet(file, 'contact_steps')
  return { ...(legs ? { routeLegs: legs } : {}), ...(steps ? { contactSteps: steps } : {}) }
}

function groupOfSheet(file: OpenedFile, group: Group): GroupRows | undefined {
  const sheet = file.sheets.find(({ name }) => tidyCell(name) === group)
  if (!sheet) return undefined
  const reader = groupReader(group)
  let width = 0
  for (const { cells, row } of file.rows(sheet.position)) {
    if (width > 0) reader.row([...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')], row)
    else reader.header(cells)
    width ||= cells.length
  }
  return reader.rows()
}
