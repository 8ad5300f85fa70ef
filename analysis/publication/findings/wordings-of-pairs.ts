/** Wordings of one category in two groups: that they differ, that a share changed, or that neither can be said. */
import type { CategoryPhrases } from '../../../survey-schema/phrases/phrase.ts'
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { baseToken, countToken, type ReadShare, roundedToken } from './read-figures.ts'
import { roundedWords } from './rounding.ts'
import { CASES_JA, cases, said, sentence } from './sentence.ts'
import { byShare, type PairStatement } from './statements.ts'

type Groups = PairStatement['groups']

const counts = ({ part, base }: ReadShare) => ({
  en: said`${countToken(part)} of ${baseToken(base)}`,
  ja: said`${baseToken(base)}件中${countToken(part)}件`,
})

const countsOf = ([one, other]: Groups) => [counts(one.read), counts(other.read)] as const
const modifiersOf = ([one, other]: Groups) => [one.category.phrases.modifier, other.category.phrases.modifier] as const

export function wordingsOfDifference({ category: { phrases }, groups, ranked }: PairStatement): readonly Sentence[] {
  return [...(ranked ? higherFirst(phrases.predicate, groups) : inOrderOfList(phrases.predicate, groups)), ...eachByItself(phrases, groups)]
}

/** Only of groups that may be ranked. */
function higherFirst(predicate: Text, groups: Groups): readonly Sentence[] {
  const sorted = byShare(groups)
  const [more, less] = modifiersOf(sorted)
  const [high, low] = countsOf(sorted)
  const compared = said`${cases(more.en, 'Reported')} ${predicate.en} more often than those ${less.en}`
  return [
    sentence({
      en: said`${compared} (${high.en}, ${low.en}).`,
      ja: said`${predicate.ja}割合は、${more.ja}事例（${high.ja}）が${less.ja}事例（${low.ja}）より高い。`,
    }),
    sentence({
      en: said`${compared}. The figures are ${high.en} and ${low.en}.`,
      ja: said`${predicate.ja}割合は、${more.ja}事例が、${less.ja}事例より高い。それぞれ${high.ja}、${low.ja}だった。`,
    }),
  ]
}

const inOrderOfList = (predicate: Text, groups: Groups) => together(predicate, groups, text('に明らかな差がある', 'clearly differ'))

/** A second modifier of the same noun: "from Japan and from Thailand", but "submitted by NGOs and those submitted by embassies". */
const alsoOf = ({ en }: Text): string => (/^(?:of|from|with|without|for) /.test(en) ? en : `those ${en}`)

/** Both groups as the subject, and what is true of them together. */
function together(predicate: Text, groups: Groups, verdict: Text): readonly Sentence[] {
  const [one, other] = modifiersOf(groups)
  const [first, second] = countsOf(groups)
  const subject = said`${cases(one.en, 'Reported')} and ${alsoOf(other)} ${verdict.en}`
  const subjectJa = said`${one.ja}事例と${other.ja}事例では、${predicate.ja}割合${verdict.ja}`
  return [
    sentence({
      en: said`${subject}: ${first.en} and ${second.en} ${predicate.en}.`,
      ja: said`${subjectJa}（${first.ja}、${second.ja}）。`,
    }),
    sentence({
      en: said`${subject}. Of the former, ${first.en} ${predicate.en}; of the latter, ${second.en}.`,
      ja: said`${subjectJa}。それぞれ${first.ja}、${second.ja}だった。`,
    }),
  ]
}

/** What stands for a predicate that begins with this verb, said of other cases. */
const AGAIN: Readonly<Record<string, string>> = { were: 'were' }

/** For groups that take many words. It claims nothing beyond the counts. */
function eachByItself({ predicate, modifier }: CategoryPhrases, groups: Groups): readonly Sentence[] {
  const [one, other] = modifiersOf(groups)
  const [{ read }, second] = groups
  return CASES_JA.map((reported) =>
    sentence({
      en: said`Of the ${baseToken(read.base)} ${cases(one.en)}, ${countToken(read.part)} ${predicate.en}. Of the ${baseToken(second.read.base)} ${other.en}, ${countToken(second.read.part)} ${AGAIN[predicate.en.split(' ')[0]!] ?? 'did'}.`,
      ja: said`${one.ja}${reported}${baseToken(read.base)}件のうち、${modifier.ja}事例は${countToken(read.part)}件だった。${other.ja}事例では、${counts(second.read).ja}だった。`,
    }),
  )
}

/** "About half of both" where the same easy words are true of both; else that they do not clearly differ. */
export function wordingsOfAlike({ category: { phrases }, groups, time }: PairStatement): readonly Sentence[] {
  if (time) return overTime(phrases, groups, text('明らかな変化はない', 'did not clearly change'), 'に、')
  const [one, other] = modifiersOf(groups)
  const [first, second] = countsOf(groups)
  const [words, others] = groups.map(({ read }) => roundedWords(read.share.percent).en)
  const rounded = roundedToken(groups[0].read)
  const [en, ja] = [
    said`${rounded} ${cases(one.en)} and ${alsoOf(other)} ${phrases.predicate.en}`,
    said`${phrases.predicate.ja}割合は、${one.ja}事例でも${other.ja}事例でも${rounded}だった`,
  ]
  const both = [
    sentence({
      en: said`${en} (${first.en} and ${second.en}).`,
      ja: said`${ja}（${first.ja}、${second.ja}）。`,
    }),
    sentence({
      en: said`${en}. The figures are ${first.en} and ${second.en}.`,
      ja: said`${ja}。それぞれ${first.ja}、${second.ja}だった。`,
    }),
  ]
  const apart = together(phrases.predicate, groups, text('に明らかな差はない', 'do not clearly differ'))
  return words === others ? [...both, ...apart] : apart
}

export function wordingsOfChange({ category: { phrases }, groups }: PairStatement): readonly Sentence[] {
  const [earlier, later] = groups
  const [from, to] = [earlier.category.phrases.name, later.category.phrases.name]
  const [before, after] = countsOf(groups)
  const moved = movedWords(groups)
  return [
    sentence({
      en: said`The share of reported cases that ${phrases.predicate.en} ${moved.en} from ${before.en} in ${from.en} to ${after.en} in ${to.en}.`,
      ja: said`${phrases.modifier.ja}事例の割合は、${from.ja}の${before.ja}から${to.ja}の${after.ja}に${moved.ja}。`,
    }),
    ...overTime(phrases, groups, moved, 'は、'),
    ...eachByItself(phrases, groups),
  ]
}

/** Whether the share went up or down. */
export const movedWords = ([earlier, later]: Groups): Text =>
  later.read.share.percent > earlier.read.share.percent ? text('上がった', 'rose') : text('下がった', 'fell')

/** @param particle after 割合 */
function overTime({ predicate, modifier }: CategoryPhrases, groups: Groups, verdict: Text, particle: string): readonly Sentence[] {
  const [from, to] = groups.map(({ category }) => category.phrases.name) as [Text, Text]
  const [before, after] = countsOf(groups)
  const en = said`The share of reported cases that ${predicate.en} ${verdict.en} between ${from.en} and ${to.en}`
  const ja = said`${modifier.ja}事例の割合${particle}${from.ja}から${to.ja}にかけて${verdict.ja}`
  return [
    sentence({ en: said`${en} (${before.en}, ${after.en}).`, ja: said`${ja}（${before.ja}、${after.ja}）。` }),
    sentence({ en: said`${en}. It was ${before.en}, then ${after.en}.`, ja: said`${ja}。初めは${before.ja}、のちは${after.ja}だった。` }),
  ]
}
