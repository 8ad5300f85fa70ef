/** How answers are said in the book: a phrase for each category, in words that fit into a sentence. */
import { describe, expect, it } from 'vitest'
import { impossible, NOT_APPLICABLE_LINE } from '../../analysis/catalogue/line.ts'
import { PHRASES, phrasesOf, variablePhrases } from '../../survey-schema/phrases/index.ts'
import { WITH_ARTICLE } from '../../survey-schema/phrases/place-names.ts'
import { questionById } from '../../survey-schema/questionnaire/index.ts'
import type { Language, Text } from '../../survey-schema/text.ts'
import { VARIABLES } from '../../survey-schema/variables/index.ts'

/** Every category of every level, with the labels from which a phrase may take figures. */
const CATEGORIES = VARIABLES.flatMap((variable) =>
  variable.levels.flatMap((level) =>
    level.categories.map((category) => ({
      at: `${variable.id}@${level.id} ${category.code}`,
      phrases: phrasesOf(variable.id, level.id, category.code),
      labels: [
        category,
        level,
        variable,
        ...variable.levels[0]!.categories.filter(({ code }) => category.codes.includes(code)),
        ...[questionById(variable.id)].filter((question) => question !== undefined),
      ] as readonly Text[],
    })),
  ),
)

/** Phrases of all categories, one for each language and part. */
const SAID = CATEGORIES.flatMap(({ at, phrases, labels }) =>
  (['predicate', 'modifier', 'name'] as const).flatMap((part) =>
    (['en', 'ja'] as const).map((language) => ({ at, part, language, said: phrases?.[part][language] ?? '', labels })),
  ),
)

const ABOUT = Object.entries(PHRASES).flatMap(([at, row]) =>
  (['topic', 'answered', 'applicable'] as const).flatMap((part) =>
    (['en', 'ja'] as const).map((language) => ({ at, part, language, said: row[part][language] })),
  ),
)

const figuresIn = (words: string): readonly string[] => words.match(/\d+/g) ?? []
const faulty = <T extends { at: string; part: string; language: Language; said: string }>(
  phrases: readonly T[],
  isFaulty: (phrase: T) => boolean,
) => phrases.filter(isFaulty).map(({ at, part, language, said }) => `${at}: ${part}.${language} ${said}`)
const only =
  (part: string, language: Language) =>
  (phrase: { readonly part: string; readonly language: Language }): boolean =>
    phrase.part === part && phrase.language === language

describe('phrases of the book', () => {
  it('say every category of every level of every variable', () => {
    expect(CATEGORIES.filter(({ phrases }) => !phrases).map(({ at }) => at)).toEqual([])
    expect(VARIABLES.filter(({ id }) => !variablePhrases(id)).map(({ id }) => id)).toEqual([])
  })

  it('say nothing that is no category', () => {
    const codes = (id: string, level?: string) =>
      new Set(
        VARIABLES.filter((variable) => variable.id === id).flatMap(({ levels }) =>
          levels.filter((one) => !level || one.id === level).flatMap(({ categories }) => categories.map(({ code }) => code)),
        ),
      )
    const surplus = Object.entries(PHRASES).flatMap(([id, { categories, levels = {} }]) => [
      ...Object.keys(categories).flatMap((code) => (codes(id).has(code) ? [] : [`${id} ${code}`])),
      ...Object.entries(levels).flatMap(([level, lines]) =>
        Object.keys(lines).flatMap((code) => (codes(id, level).has(code) ? [] : [`${id}@${level} ${code}`])),
      ),
    ])
    expect(surplus).toEqual([])
  })

  it('say to which cases a question applies, where it does not apply to all', () => {
    const wrong = VARIABLES.filter(
      (variable) => (variablePhrases(variable.id)?.applicable.en === '') !== impossible(variable, NOT_APPLICABLE_LINE),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('know no variable and no category by a name that every object has', () => {
    expect(variablePhrases('constructor')).toBeUndefined()
    expect(phrasesOf('gender', 'list', 'constructor')).toBeUndefined()
  })

  it.each<readonly [string, (phrase: { said: string; part: string; language: Language }) => boolean]>([
    ['nothing empty, and no space at an end', ({ said, part }) => (part !== 'applicable' && said === '') || said !== said.trim()],
    ['no quotation mark', ({ said }) => /["“”„「」『』]|(?<!\p{L})['’]|['’](?!\p{L})/u.test(said)],
    ['no full stop', ({ said }) => /[.。．]/.test(said)],
    ['no Japanese in English', ({ said, language }) => language === 'en' && /[ぁ-んァ-ン一-龥]/.test(said)],
  ])('hold %s', (_, isFaulty) => {
    expect([...faulty(SAID, isFaulty), ...faulty(ABOUT, isFaulty)]).toEqual([])
  })

  it('hold no figure that is not the name of a category', () => {
    const foreign = ({ said, labels, language }: (typeof SAID)[number]) => {
      const own = new Set(labels.flatMap((label) => figuresIn(label[language])))
      return figuresIn(said).some((figure) => !own.has(figure))
    }
    expect(faulty(SAID, foreign)).toEqual([])
    expect(faulty(ABOUT, ({ said }) => figuresIn(said).length > 0)).toEqual([])
  })

  it('have predicates in the plain past, of a plural', () => {
    const english = SAID.filter(only('predicate', 'en'))
    expect(faulty(english, ({ said }) => !/^(?:[a-z]{3,}ed|were|began|came|led|took|had|met|did not [a-z]+) \S/.test(said))).toEqual([])
    expect(faulty(SAID.filter(only('predicate', 'ja')), ({ said }) => !/(?:た|んだ|いだ)$/.test(said))).toEqual([])
  })

  it('have modifiers that stand before or behind the cases', () => {
    const modifying = [...SAID, ...ABOUT].filter(({ part, said }) => ['modifier', 'answered', 'applicable'].includes(part) && said !== '')
    expect(faulty(modifying, ({ said, language }) => language === 'en' && !/^[a-z]/.test(said))).toEqual([])
    expect(faulty(modifying, ({ said, language }) => language === 'ja' && !/[のうくすつぬむるいた]$/.test(said))).toEqual([])
  })

  it('are short enough for a sentence', () => {
    expect(faulty(SAID.filter(only('predicate', 'en')), ({ said }) => said.split(' ').length > 13)).toEqual([])
    expect(faulty(SAID.filter(only('predicate', 'ja')), ({ at, said }) => said.length > (at.includes('@country ') ? 30 : 28))).toEqual([])
  })

  it('differ within a level', () => {
    const seen = new Map<string, string>()
    const twice = SAID.flatMap(({ at, part, language, said }) => {
      const key = `${at.slice(0, at.indexOf(' '))} ${part} ${language} ${said}`
      const before = seen.get(key)
      seen.set(key, at)
      return before ? [`${before} and ${at}: ${said}`] : []
    })
    expect(twice).toEqual([])
  })

  it('name a place with an article where its name is a common noun', () => {
    const [bare, common] = [/ from (?!the |.* and the )/, /Islands|Republic|Kingdom|States of|Emirates|Federation|Territor|Isle of/]
    const origin = SAID.filter((phrase) => phrase.at.startsWith('route_origin@') && only('predicate', 'en')(phrase))
    expect(faulty(origin, ({ said }) => bare.test(said) && common.test(said))).toEqual([])
    const codes = new Set(origin.map(({ at }) => at.slice(at.indexOf(' ') + 1)))
    expect(WITH_ARTICLE.filter((code) => !codes.has(code))).toEqual([])
  })

  it.each([
    ['PH', 'the Philippines'],
    ['US', 'the United States'],
    ['NL', 'the Netherlands'],
    ['MV', 'the Maldives'],
    ['TH', 'Thailand'],
  ])('name %s as %s', (code, name) => {
    expect(phrasesOf('route_origin', 'country', code)?.modifier.en).toBe(`from ${name}`)
    expect(phrasesOf('citizenship', 'country', code)?.predicate.en).toBe(`concerned citizens of ${name}`)
  })
})
