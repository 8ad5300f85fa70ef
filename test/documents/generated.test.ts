/** What is written from data stands in the repository as it would be written now. */
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../survey-schema/answers/checks.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { textOf } from '../support/project-files.ts'
import { CONTEXT } from '../support/records.ts'
import { GENERATED } from './generated.ts'
import { CHECK_CONDITIONS } from './questionnaire-words.ts'

describe('generated documents', () => {
  it.each(Object.entries(GENERATED))('%s is what `npm run docs` writes', (path, make) => expect(textOf(path)).toBe(make()))

  it('the submission that the questionnaire prints is accepted', () => {
    const [, example] = /```json\n([\s\S]*?)\n```/.exec(textOf('docs/questionnaire.md')) ?? []
    expect(() => receive(JSON.parse(example ?? ''), CONTEXT)).not.toThrow()
  })

  it('every check has its condition in words', () => {
    expect(CHECKS.map(({ id }) => id).filter((id) => !(id in CHECK_CONDITIONS))).toEqual([])
  })
})
