/** Wordings of one share, and of a list of categories. */
import type { Sentence, SentencePart } from '../../../survey-schema/release/sentence.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { baseToken, countToken, shareToken } from './read-figures.ts'
import { CASES_JA, cases, enumerated, said, sentence } from './sentence.ts'
import type { GroupStatement, ListStatement, ShareStatement } from './statements.ts'

const WITH_ANSWER = text('この点が分かる', 'where this is known')

/** What restricts the reported cases of which a statement speaks: in full, then shorter, either language by itself. */
function restrictions({ among, topic: { answered, applicable } }: Pick<ShareStatement, 'among' | 'topic'>): readonly Text[] {
  if (among !== 'answered') return [among === 'applicable' ? applicable : text('', '')]
  return [answered, text(WITH_ANSWER.ja, answered.en), text(answered.ja, WITH_ANSWER.en), WITH_ANSWER]
}

export function wordingsOfShare({ category, read, ...of }: ShareStatement): readonly Sentence[] {
  const { predicate, modifier } = category.phrases
  const [base, count, share] = [baseToken(read.base), countToken(read.part), shareToken(read)]
  return [true, false].flatMap((withShare) =>
    restrictions(of).flatMap((words) =>
      CASES_JA.map((reported) =>
        sentence({
          en: said`Of ${words.en === '' ? 'all' : 'the'} ${base} ${cases(words.en)}, ${count} ${predicate.en}${withShare ? said` (${share})` : ''}.`,
          ja: said`${words.ja}${reported}${base}件のうち、${modifier.ja}事例は${count}件${withShare ? said`（${share}）` : ''}だった。`,
        }),
      ),
    ),
  )
}

export function wordingsOfGroup({ category, group: { category: within, read } }: GroupStatement): readonly Sentence[] {
  const [base, count, share] = [baseToken(read.base), countToken(read.part), shareToken(read)]
  const { modifier } = within.phrases
  const { phrases } = category
  return [true, false].flatMap((withShare) =>
    CASES_JA.map((reported) =>
      sentence({
        en: said`Of the ${base} ${cases(modifier.en)}, ${count} ${phrases.predicate.en}${withShare ? said` (${share})` : ''}.`,
        ja: said`${modifier.ja}${reported}${base}件のうち、${phrases.modifier.ja}事例は${count}件${withShare ? said`（${share}）` : ''}だった。`,
      }),
    ),
  )
}

/** With as many categories as fit; two in fewer words rather than one. */
export function wordingsOfList({ base, within, listed, ...of }: ListStatement): readonly Sentence[] {
  const most = [...listed].sort((a, b) => b.count.figure - a.count.figure)
  const numbers = Array.from({ length: most.length }, (_, fewer) => most.length - fewer)
  const several = numbers.filter((number) => number > 1)
  const kept = (number: number) => listed.filter((one) => most.indexOf(one) < number)
  if (!base || within) return within ? numbers.map((number) => counted(within.phrases.modifier, kept(number))) : []
  const full = restrictions(of)
  const all = [baseToken(base)]
  return [
    ...several.map((number) => included(full[0]!, all, kept(number))),
    ...several.map((number) => named(full[0]!, all, kept(number))),
    ...full.slice(1).flatMap((words) => several.map((number) => included(words, all, kept(number)))),
    ...full.map((words) => included(words, all, kept(1))),
  ]
}

type Listed = ListStatement['listed']

const withModifiers = (listed: Listed) => ({
  en: enumerated(listed.map(({ category, count }) => said`${countToken(count)} ${category.phrases.modifier.en}`)),
  ja: listed.flatMap(({ category, count }, at) => said`${at > 0 ? '、' : ''}${category.phrases.modifier.ja}${countToken(count)}件`),
})

function included(words: Text, base: readonly SentencePart[], listed: Listed): Sentence {
  const said_ = withModifiers(listed)
  return sentence({
    en: said`The ${base} ${cases(words.en)} include ${said_.en}.`,
    ja: said`${words.ja}報告事例${base}件には、${said_.ja}が含まれる。`,
  })
}

function named(words: Text, base: readonly SentencePart[], listed: Listed): Sentence {
  const names = listed.map(({ category, count }) => ({
    name: category.phrases.name,
    object: category.phrases.object ?? category.phrases.name.en,
    count: countToken(count),
  }))
  const en = enumerated(names.map(({ object, count }, at) => said`${count}${at === 0 ? ' name' : ''} ${object}`))
  const ja = names.flatMap(({ name, count }, at) => said`${at > 0 ? '、' : ''}${name.ja}は${count}件`)
  return sentence({
    en: said`Of ${words.en === '' ? 'all' : 'the'} ${base} ${cases(words.en)}, ${en}.`,
    ja: said`${words.ja}報告事例${base}件のうち、${ja}だった。`,
  })
}

/** Without a base, of the cases of one category. */
function counted(within: Text, listed: Listed): Sentence {
  const said_ = withModifiers(listed)
  return sentence({
    en: said`${cases(within.en, 'Reported')} include ${said_.en}.`,
    ja: said`${within.ja}報告事例には、${said_.ja}が含まれる。`,
  })
}
