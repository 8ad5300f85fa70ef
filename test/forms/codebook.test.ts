/** The codebook leaves nothing of the questionnaire out, in either language and either form. */
import { describe, expect, it } from 'vitest'
import { codebook } from '../../survey-schema/forms/codebook.ts'
import { codebookHtml } from '../../survey-schema/forms/codebook-html.ts'
import { codebookMarkdown } from '../../survey-schema/forms/codebook-markdown.ts'
import { HANDLING_JA } from '../../survey-schema/forms/handling.ts'
import { codesOf } from '../../survey-schema/forms/offered.ts'
import { PROTOCOL_TERMS } from '../../survey-schema/forms/protocol-terms.ts'
import { escapeXml } from '../../survey-schema/forms/xml.ts'
import { QUESTIONS } from '../../survey-schema/questionnaire/index.ts'

describe('codebook', () => {
  it.each(['en', 'ja'] as const)('in %s holds every question with its class, its codes, their source and counterparts', (language) => {
    const book = codebook(language)
    const entries = book.sections.flatMap((section) => section.entries)
    expect(entries.map(({ id }) => id)).toEqual(QUESTIONS.map(({ id }) => id))
    expect(entries.map(({ number }) => number)).toEqual(QUESTIONS.map((_, at) => at + 1))
    for (const question of QUESTIONS) {
      const entry = entries.find(({ id }) => id === question.id)!
      const told = entry.facts.map(({ text }) => text)
      for (const text of [question.htcds, question.ctdc, question.source]) if (text) expect(told, question.id).toContain(text)
      expect(
        told.some((text) => text.includes(`(${question.privacy})`)),
        question.id,
      ).toBe(true)
      for (const code of question.codes) {
        const row = entry.codes!.rows.find(([first]) => first === code.code)!
        expect(row[1], `${question.id} ${code.code}`).toContain(code[language])
        for (const text of [code.htcds, code.ctdc]) if (text) expect(row).toContain(text)
      }
    }
  })

  it.each(['en', 'ja'] as const)('in %s says of each question which unit of the IC-TIP it describes, and lists every miss', (language) => {
    const book = codebook(language)
    const [units, topics, ours, theirs] = book.crosswalk.tables
    const listed = (rows: readonly (readonly string[])[]) => rows.flatMap((row) => row[2]!.split(', '))
    const facts = new Map(
      book.sections.flatMap(({ entries }) =>
        entries.map(({ id, facts: all }) => [id, all.find(({ name }) => name === 'IC-TIP 2025')?.text]),
      ),
    )
    const described = listed(units!.rows)
    expect(described.sort()).toEqual(
      [...facts]
        .filter(([, text]) => text)
        .map(([id]) => id)
        .sort(),
    )
    for (const [unit, , questions] of units!.rows)
      for (const id of questions!.split(', ')) expect(facts.get(id)).toMatch(new RegExp(`^${unit}(: |$)`))
    // Each question has a topic or is a miss, and none is both.
    const missed = listed(ours!.rows)
    expect([...listed(topics!.rows), ...missed].sort()).toEqual(QUESTIONS.map(({ id }) => id as string).sort())
    expect(new Set(theirs!.rows.map(([unit]) => unit))).toEqual(new Set(units!.rows.map(([unit]) => unit)))
    // Figures of the field, as its description has them.
    expect([facts.get('gender'), facts.get('exploitation_types'), facts.get('recruiter_relation'), facts.get('source_type')]).toEqual([
      'victim: sex',
      'event: forms and methods of exploitation',
      'perpetrator: recruitment modalities',
      'reporting_entity: who reports',
    ])
    for (const text of [...book.crosswalk.lead, ...book.crosswalk.tables.map(({ caption }) => caption)]) {
      expect(codebookHtml(language)).toContain(escapeXml(text))
      expect(codebookMarkdown(language)).toContain(text.replaceAll(/[\\|*_<>`[\]]/g, (mark) => `\\${mark}`))
    }
  })

  it('names the elements of the Protocol beside the codes that mean them, and only codes that there are', () => {
    for (const [id, terms] of Object.entries(PROTOCOL_TERMS)) {
      const question = QUESTIONS.find((one) => one.id === id)!
      const entry = codebook('en')
        .sections.flatMap(({ entries }) => entries)
        .find((one) => one.id === id)!
      const column = entry.codes!.head.indexOf('Protocol, Art. 3 (a)')
      expect(Object.fromEntries(entry.codes!.rows.flatMap((row) => (row[column] === '–' ? [] : [[row[0]!, row[column]!]])))).toEqual(terms)
      if (id.endsWith('_elements')) {
        const without = question.codes.map(({ code }) => code).filter((code) => !(code in terms))
        expect(without.filter((code) => !['none', 'other'].includes(code))).toEqual([])
      }
    }
  })

  it.each(['en', 'ja'] as const)('in %s as HTML and as Markdown says the same', (language) => {
    const [html, markdown] = [codebookHtml(language), codebookMarkdown(language)]
    for (const question of QUESTIONS) {
      expect(html).toContain(escapeXml(question[language]))
      expect(html).toContain(`id="q-${question.id}"`)
      expect(markdown).toContain(`\`${question.id}\``)
      for (const { code } of codesOf(question)) expect(markdown.includes(`| \`${code}\` |`), code).toBe(true)
    }
    expect(html).not.toMatch(/<script|src=|href="(?!#)|https?:/)
    expect(codebookHtml(language)).toBe(html)
  })

  it('how an answer is handled stands in Japanese for every question, and nothing is left over', () => {
    expect(Object.keys(HANDLING_JA).sort()).toEqual([...new Set(QUESTIONS.map(({ generalise }) => generalise))].sort())
  })
})
