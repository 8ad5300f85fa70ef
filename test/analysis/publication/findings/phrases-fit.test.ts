/** Which statement leads a chapter depends on figures alone: no phrase of a question that can lead is too long for a title or a sentence. */
import { describe, expect, it } from 'vitest'
import { CHAPTER_QUESTIONS } from '../../../../analysis/publication/findings/chapter-questions.ts'
import { headline, mainPoint } from '../../../../analysis/publication/findings/headlines.ts'
import { NEVER_RANKED } from '../../../../analysis/publication/findings/never-ranked.ts'
import type { ShareStatement } from '../../../../analysis/publication/findings/statements.ts'
import { worded } from '../../../../analysis/publication/findings/wordings.ts'
import { phrasesOf, variablePhrases } from '../../../../survey-schema/phrases/index.ts'
import { VARIABLES } from '../../../../survey-schema/variables/index.ts'
import { blockOf } from '../../../support/drawn-table.ts'

const block = blockOf([{ variable: '', level: '', kind: 'single', ja: '', en: '', lines: [] }], [])

/** Every category that can lead its chapter, where many cases have no answer, by figures of four digits. */
const STATEMENTS = VARIABLES.flatMap(({ id, levels }) =>
  levels
    .filter(({ id: level }) =>
      Object.values(CHAPTER_QUESTIONS).some(({ answeredBy }) => answeredBy.some((name) => [id, `${id}@${level}`].includes(name))),
    )
    .filter(() => !NEVER_RANKED.has(id))
    .flatMap((level) =>
      level.categories
        .filter(({ code }) => code !== 'other')
        .map(({ code }) => ({
          at: `${id}@${level.id} ${code}`,
          statement: {
            kind: 'share',
            block,
            topic: variablePhrases(id)!,
            among: 'answered',
            category: { code, phrases: phrasesOf(id, level.id, code)! },
            read: { part: { cells: [], figure: 1134 }, base: { cells: [], figure: 4536 }, share: { percent: 25, low: 24, high: 26 } },
            known: 0.8,
          } satisfies ShareStatement,
        })),
    ),
)

const without = (says: (statement: ShareStatement) => unknown) => STATEMENTS.filter(({ statement }) => !says(statement)).map(({ at }) => at)

describe('a share that can lead a chapter', () => {
  it('is short enough for a sentence, a title and the page of main points', () => {
    expect(STATEMENTS.length).toBeGreaterThan(200)
    expect(without(worded)).toEqual([])
    expect(without(headline)).toEqual([])
    expect(without(mainPoint)).toEqual([])
  })
})
