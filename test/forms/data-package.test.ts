/** The descriptor says of our CSV what the reader and the record say of it: the same columns, codes and states. */
import { describe, expect, it } from 'vitest'
import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import { COLUMNS } from '../../survey-schema/answers/columns.ts'
import { dataPackage, emptyFile, PACKAGE_FILES } from '../../survey-schema/forms/data-package.ts'
import { casesCsvReader } from '../../survey-schema/partner-files/own-columns/cases-csv.ts'
import { groupReader } from '../../survey-schema/partner-files/own-columns/group-rows.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'

interface Field {
  readonly name: string
  readonly type: string
  readonly missingValues?: readonly { readonly value: string }[]
  readonly constraints: { readonly enum?: readonly string[]; readonly pattern?: string }
}
const { resources } = dataPackage() as { resources: { name: string; path: string; schema: { fields: readonly Field[] } }[] }
const fieldsOf = (name: string) => resources.find((resource) => resource.name === name)?.schema.fields ?? []

describe('data package', () => {
  it('names the columns of the record, once each and in order, behind the keys', () => {
    const named = (group: string | null) => [...new Set(COLUMNS.filter((column) => column.group === group).map(({ question }) => question))]
    expect(fieldsOf('cases').map(({ name }) => name)).toEqual(['partner_case_key', ...named(null)])
    expect(fieldsOf('route_legs').map(({ name }) => name)).toEqual(['partner_case_key', 'row_no', ...named('route_legs')])
    expect(fieldsOf('contact_steps').map(({ name }) => name)).toEqual(['partner_case_key', 'row_no', ...named('contact_steps')])
  })

  it('its empty files are read by the reader of our own CSV without a column left over', () => {
    const heading = (at: number) => emptyFile(PACKAGE_FILES[at]!).trim().split(',')
    const { mapped, dropped, unknown } = casesCsvReader().header(heading(0))
    expect({ mapped: [...mapped], dropped, unknown }).toEqual({ mapped: heading(0), dropped: [], unknown: [] })
    expect(() => groupReader('route_legs').header(heading(1))).not.toThrow()
    expect(() => groupReader('contact_steps').header(heading(2))).not.toThrow()
  })

  it('takes each code and each state of a question, and no other', () => {
    for (const { name, constraints, missingValues = [] } of resources.flatMap(({ schema }) => schema.fields)) {
      const question = questionById(name)
      if (!question || question.type === 'text' || question.type === 'date_precision') continue
      const { codes } = answerCodes(question.id)
      expect(
        missingValues.map(({ value }) => value),
        name,
      ).toEqual(question.reserved ? ['', 'unknown', 'declined', 'not_asked'] : [])
      if (question.type === 'single') expect(constraints.enum, name).toEqual(codes)
      else {
        const pattern = new RegExp(constraints.pattern!)
        expect(
          [';', ...codes, codes.slice(0, 3).join(';')].filter((cell) => !pattern.test(cell)),
          name,
        ).toEqual([])
        expect(
          ['', 'other2', 'a b', `${codes[0]};`, `${codes[0]},${codes[0]}`].filter((cell) => pattern.test(cell)),
          name,
        ).toEqual([])
      }
    }
  })
})
