/** Phrases are read aloud in whole sentences: "割合は" stands behind a Japanese predicate, "reported cases" and "事例は33件だった" around a modifier. */
import { describe, expect, it } from 'vitest'
import { PHRASES } from '../../survey-schema/phrases/index.ts'

const LINES = Object.entries(PHRASES).flatMap(([variable, { categories, levels = {} }]) =>
  [categories, ...Object.values(levels)].flatMap((lines) =>
    Object.entries(lines).map(([code, phrases]) => ({ at: `${variable} ${code}`, ...phrases })),
  ),
)
type PhraseLine = (typeof LINES)[number]

const where = (isFaulty: (line: PhraseLine) => boolean) =>
  LINES.filter(isFaulty).map(({ at, predicate, modifier }) => [at, predicate, modifier])

/** Words that hold the letter が without its being the particle of a subject. */
const HOLDING_GA = /けが(?=を)|障がい|つなが|ながら/g

describe('phrases of the book, read aloud', () => {
  it('have no subject of their own in Japanese, since a share of the cases is the subject', () => {
    expect(where(({ predicate }) => predicate.ja.replaceAll(HOLDING_GA, '').includes('が'))).toEqual([])
  })

  it('end as a sentence ends, and not as a clause before a noun does', () => {
    expect(where(({ predicate }) => /(?:の|こと)(?:なかった|あった|いなかった)$/.test(predicate.ja))).toEqual([])
  })

  it('do not say "reported" of reported cases', () => {
    expect(where(({ modifier }) => modifier.en.startsWith('reported') || /報告され(?:た|ていない)$/.test(modifier.ja))).toEqual([])
  })

  it('say in one form of words of which cases an answer is known', () => {
    const said = Object.entries(PHRASES).map(([variable, { answered }]) => [variable, answered.en])
    const form =
      /^where (?:it is (?:known|recorded) (?:how|what|who|whether|why) |(?:the|[a-z]+) .*(?:is|are) (?:known|recorded|assessed)$)/
    expect(said.filter(([, en]) => !form.test(en!))).toEqual([])
  })

  it('restrict by a person where they speak of a person', () => {
    const ofPeople = ({ modifier }: PhraseLine) => modifier.en.startsWith('of people ')
    expect(where((line) => ofPeople(line) && !/(?:人|出身|国籍|歳|以上|未満)の$/.test(line.modifier.ja))).toEqual([])
  })
})
