/** Rows and columns of a workbook that a person does not see: read like any other, and said. */
import { expect, it } from 'vitest'
import { importFile, planFile } from '../../../survey-schema/partner-files/import-file.ts'
import { openFile } from '../../../survey-schema/partner-files/open-file.ts'
import { readMapping } from '../../../survey-schema/partner-files/plan/mapping.ts'
import { CONTEXT } from '../../support/records.ts'
import { CONSENT, detector } from '../read-file.ts'
import { sheetXml, xlsxParts, zipped } from '../workbook-parts.ts'

const row = (number: number, cells: readonly string[], attributes = '') =>
  `<row r="${number}"${attributes}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

it('hidden rows and columns are read and counted in the report', async () => {
  const rows = [
    row(1, ['No.', 'Year', 'Sex', 'Age']),
    row(2, ['K-1', '2019', 'F', '24']),
    row(3, ['K-2', '2020', 'F', '31'], ' hidden="1"'),
  ]
  const sheet = sheetXml(rows.join(''), { before: '<cols><col min="3" max="4" hidden="1"/></cols>' })
  const file = await openFile(zipped(xlsxParts({ sheet })), 'list.xlsx')
  const plan = planFile(file, detector)
  const mapping = readMapping({ ...plan.proposal, yes: true, whole: CONSENT })
  const { outcomes, report } = importFile(file, 'table', CONTEXT, detector, { mapping })
  expect([...outcomes].map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  expect(report().readings).toMatchObject({ hidden: 1, hidden_columns: 2 })
  expect(report().notes.filter((note) => note.includes('hidden'))).toEqual([
    '1 rows are hidden in the workbook: read like the others',
    '2 columns are hidden in the workbook: read like the others',
  ])
})
