/** Statements as titles of drawings: at most 15 words or 40 characters, without a full stop and without figures other than rounded ones. */
import type { Sentence } from '../../../survey-schema/release/sentence.ts'
import { type Text, text } from '../../../survey-schema/text.ts'
import { A_FEW } from './of-single.ts'
import { baseToken, countToken, roundedToken } from './read-figures.ts'
import { cases, enumerated, firstThatFits, fits, isSingle, said, sentence } from './sentence.ts'
import { byShare, type ListStatement, type PairStatement, type ShareStatement, type Statement } from './statements.ts'
import { worded } from './wordings.ts'
import { movedWords } from './wordings-of-pairs.ts'

/** Null where every wording is too long, or where a title would not say of whom it speaks. */
export const headline = (statement: Statement): Sentence | null => wordingsOf(statement).find((one) => fits(one, 'headline')) ?? null

function wordingsOf(statement: Statement): readonly Sentence[] {
  if (statement.kind === 'share') return ofShare(statement)
  // One name by itself is no answer to the question who, where or which.
  if (statement.kind === 'list') return statement.within || statement.listed.length < 2 ? [] : [ofList(statement)]
  if (statement.kind === 'group') {
    const { modifier } = statement.group.category.phrases
    const { predicate } = statement.category.phrases
    const rounded = roundedToken(statement.group.read)
    return [
      sentence({
        en: said`${rounded} ${cases(modifier.en)} ${predicate.en}`,
        ja: said`${modifier.ja}報告事例の${rounded}が${predicate.ja}`,
      }),
    ]
  }
  return ofPair(statement)
}

function ofShare({ topic, category: { phrases }, read, ...of }: ShareStatement): readonly Sentence[] {
  const rounded = roundedToken(read)
  return [
    sentence(shareWords({ topic, category: { code: '', phrases }, read, ...of })),
    sentence({
      en: said`${topic.topic.en}: ${phrases.name.en} in ${rounded} cases`,
      ja: said`${topic.topic.ja}：${phrases.name.ja}が${rounded}`,
    }),
  ]
}

/** Of which cases it speaks, the share in easy words, and what was so. */
function shareWords({ among, known: part, topic, category: { phrases }, read }: Omit<ShareStatement, 'kind' | 'block'>) {
  const known = part < 1 - A_FEW ? text('分かる範囲では、', 'where known, ') : text('', '')
  const only = among === 'all' ? text('', '') : topic.applicable
  const rounded = roundedToken(read)
  return {
    en: said`${known.en}${rounded} ${cases(only.en)} ${phrases.predicate.en}`,
    ja: said`${known.ja}${only.ja}報告事例の${rounded}が${phrases.predicate.ja}`,
  }
}

function ofList({ topic, listed }: ListStatement): Sentence {
  const names = listed.map(({ category }) => category.phrases.name)
  return sentence({
    en: said`${topic.topic.en}: ${enumerated(names.map(({ en }) => [en]))}`,
    ja: said`${topic.topic.ja}：${names.map(({ ja }) => ja).join('、')}`,
  })
}

function ofPair({ kind, topic, by, category: { phrases }, groups, ranked }: PairStatement): readonly Sentence[] {
  const { predicate, name } = phrases
  const titled = (words: Text) => sentence({ en: said`${topic.topic.en}: ${words.en}`, ja: said`${topic.topic.ja}：${words.ja}` })
  if (kind === 'alike') return [titled(text('明らかな差はない', 'no clear difference'))]
  if (kind === 'change') {
    const moved = movedWords(groups)
    return [
      sentence({ en: said`The share of reported cases that ${predicate.en} ${moved.en}`, ja: said`${predicate.ja}割合が${moved.ja}` }),
      titled(text(`${name.ja}の割合が${moved.ja}`, `the share of ${name.en} ${moved.en}`)),
    ]
  }
  const [more, less] = byShare(groups).map(({ category }) => category.phrases.modifier) as [Text, Text]
  const higher = sentence({
    en: said`${cases(more.en, 'Reported')} ${predicate.en} more often than those ${less.en}`,
    ja: said`${predicate.ja}割合は、${more.ja}事例が${less.ja}事例より高い`,
  })
  const byGroup = sentence({
    en: said`${topic.topic.en}, by ${by.topic.en}: a clear difference`,
    ja: said`${topic.topic.ja}：${by.topic.ja}による明らかな差`,
  })
  return [...(ranked ? [higher] : []), byGroup, titled(text('明らかな差', 'a clear difference'))]
}

/** A statement in one sentence, for the page of main points. */
export function mainPoint(statement: Statement): Sentence | null {
  const exact = worded(statement)
  const single = exact && isSingle(exact) ? exact : null
  if (statement.kind !== 'share') return single
  const words = shareWords(statement)
  const [count, base] = [countToken(statement.read.part), baseToken(statement.read.base)]
  return (
    firstThatFits([sentence({ en: said`${words.en} (${count} of ${base}).`, ja: said`${words.ja}（${base}件中${count}件）。` })]) ?? single
  )
}
