/** The DDI codebook holds what the questionnaire holds. Whether it is valid, the official schema says in `npm run accept`. */
import { describe, expect, it } from 'vitest'
import { answerCodes } from '../../survey-schema/answers/answer-codes.ts'
import { PACKAGE_FILES } from '../../survey-schema/forms/data-package.ts'
import { ddiCodebook } from '../../survey-schema/forms/ddi.ts'
import { SENT } from '../../survey-schema/forms/offered.ts'
import { readXml, type XmlElement } from '../../survey-schema/partner-files/workbooks/xml.ts'
import { SECTIONS } from '../../survey-schema/questionnaire/index.ts'

const root = readXml(ddiCodebook())
const named = (element: XmlElement, name: string) => element.children.filter((child) => child.name === name)
const [data] = named(root, 'dataDscr')
const variables = named(data!, 'var')
/** Texts of an element by language. */
const texts = (element: XmlElement, name: string) =>
  Object.fromEntries(named(element, name).map(({ attributes, text }) => [attributes.lang, text]))

describe('DDI-Codebook', () => {
  it('has a variable for each question that can be sent, in the file that holds its column', () => {
    expect(variables.map(({ attributes }) => attributes.name)).toEqual(SENT.map(({ id }) => id))
    const files = new Map(named(root, 'fileDscr').map(({ attributes, children }) => [attributes.ID, children[0]?.children[0]?.text]))
    expect([...files.values()]).toEqual(PACKAGE_FILES.map(({ path }) => path))
    for (const { attributes } of variables)
      expect(attributes.files!.split(' ').map((id) => files.get(id))).toEqual(
        PACKAGE_FILES.filter(({ columns }) => columns.includes(attributes.name!)).map(({ path }) => path),
      )
  })

  it('gives its text, its codes with both labels, its states as missing, and who is asked', () => {
    for (const [at, question] of SENT.entries()) {
      const variable = variables[at]!
      expect(texts(named(variable, 'qstn')[0]!, 'qstnLit')).toEqual({ en: question.en, ja: question.ja })
      const categories = named(variable, 'catgry').map((one) => ({
        code: named(one, 'catValu')[0]?.text,
        missing: one.attributes.missing === 'Y',
        words: texts(one, 'labl'),
      }))
      const states = [...(question.reserved ? ['unknown', 'declined', 'not_asked'] : []), ...(question.askIf ? ['not_applicable'] : [])]
      expect(categories.filter(({ missing }) => !missing).map(({ code }) => code)).toEqual(answerCodes(question.id).codes)
      expect(categories.filter(({ missing }) => missing).map(({ code }) => code)).toEqual(states)
      for (const { code, words } of categories) expect([code, Boolean(words.en), Boolean(words.ja)]).toEqual([code, true, true])
      for (const { code, en, ja } of question.codes) expect(categories.find((one) => one.code === code)?.words).toEqual({ en, ja })
      expect(Object.keys(texts(variable, 'universe'))).toEqual(question.askIf ? ['en', 'ja'] : [])
    }
  })

  it('groups the variables by section, and no name is given twice', () => {
    const groups = named(data!, 'varGrp')
    expect(groups.flatMap(({ attributes }) => attributes.var!.split(' '))).toEqual(variables.map(({ attributes }) => attributes.ID))
    expect(groups.length).toBe(SECTIONS.length - 1)
    const ids = [...groups, ...variables, ...named(root, 'fileDscr')].map(({ attributes }) => attributes.ID)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
