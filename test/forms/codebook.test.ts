/** The codebook leaves nothing of the questionnaire out, in either language and either form. */
import { describe, expect, it } from 'vitest'
import { codebook } from '../../survey-schema/forms/codebook.ts'
import { codebookHtml } from '../../survey-schema/forms/codebook-html.ts'
import { codebookMarkdown } from '../../survey-schema/forms/codebook-markdown.ts'
import { HANDLING_JA } from '../../survey-schema/forms/handling.ts'
import { codesOf } from '../../survey-schema/forms/offered.ts'
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
