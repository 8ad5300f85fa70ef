/** A cell that could not be read on a sheet of journeys refuses the file at its place: no leg becomes "not asked" in silence. */
import { expect, it } from 'vitest'
import { groupReader } from '../../../survey-schema/partner-files/own-columns/group-rows.ts'
import { read } from '../read-file.ts'
import { refusal } from '../refusal.ts'
import { sheetXml, xlsxParts, zipped } from '../workbook-parts.ts'

const NAMES = ['partner_case_key', 'row_no', 'leg_from_country', 'leg_to_country', 'leg_purpose']
const text = (cell: string) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`
const row = (number: number, cells: string) => `<row r="${number}">${cells}</row>`

it('a leg whose country is an error of the workbook', async () => {
  const own = ['partner_case_key', 'registration_year', 'gender'].map(text).join('')
  const legs = sheetXml(
    row(1, NAMES.map(text).join('')) +
      row(2, `${['A-1', '1'].map(text).join('')}<c t="e"><v>#N/A</v></c>${['JP', 'to_exploitation'].map(text).join('')}`),
  )
  const parts = xlsxParts({ sheet: sheetXml(row(1, own) + row(2, ['A-1', '2019', 'woman'].map(text).join(''))), second: legs })
  await expect(read(zipped(parts), {}, 'own.xlsx')).rejects.toMatchObject({
    errors: [{ pointer: '/sheets/2/rows/2/leg_from_country', rule: 'error_value' }],
  })
})

it('a row that holds nothing but such a cell is no blank row', () => {
  const reader = groupReader('route_legs')
  reader.header(NAMES)
  expect(refusal(() => reader.row(['', '', '', '', ''], 2))).toEqual([])
  expect(refusal(() => reader.row(['', '', '', '', ''], 3, { faults: new Map([[2, 'error_value']]) }))).toEqual([
    'invalid-file',
    '/rows/3/leg_from_country error_value',
  ])
})
