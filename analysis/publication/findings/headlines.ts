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
    const { phrases } = statement.category
    const rounded = roundedToken(statement.group.read)
    return [
      sentence({
        en: said`${rounded} ${cases(modifier.en)} ${phrases.predicate.en}`,
        ja: said`${modifier.ja}報告事例では、${phrases.modifier.ja}事例が${rounded}`,
      }),
    ]
  }
  return ofPair(statement)
}

/**
 * In a whole sentence; else the topic, and the share of the category; else the category alone, which is always short enough. In either language by
 * itself, since the other may be shorter.
 */
function ofShare(statement: ShareStatement): readonly Sentence[] {
  const { known, only } = restrictionsOf(statement)
  const { topic, category, read } = statement
  const [{ phrases }, rounded, knownEn] = [category, roundedToken(read), known.en === '' ? '' : ' where known']
  const english = [
    said`${known.en}${rounded} ${cases(only.en)} ${phrases.predicate.en}`,
    said`${known.en}${rounded} ${cases(only.en).replace('reported ', '')} ${phrases.predicate.en}`,
    said`${topic.topic.en}: ${phrases.name.en} in ${rounded} cases${knownEn}`,
    said`${phrases.name.en}: ${rounded} cases${knownEn}`,
  ]
  const japanese = [
    said`${known.ja}${only.ja === '' ? '' : `${only.ja}報告事例では、`}${phrases.modifier.ja}事例が${rounded}`,
    said`${topic.topic.ja}：${known.ja}${rounded}が${phrases.name.ja}`,
    said`${phrases.name.ja}：${known.ja}${rounded}`,
  ]
  return english.flatMap((en) => japanese.map((ja) => sentence({ en, ja })))
}

const NOTHING = text('', '')

/** Of which cases a share speaks, in few words. */
const restrictionsOf = ({ among, known, topic: { applicable } }: ShareStatement) => ({
  known: known < 1 - A_FEW ? text('分かる範囲では、', 'where known, ') : NOTHING,
  only: among === 'all' ? NOTHING : applicable,
})

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
      sentence({
        en: said`The share of reported cases that ${predicate.en} ${moved.en}`,
        ja: said`${phrases.modifier.ja}事例の割合が${moved.ja}`,
      }),
      titled(text(`${name.ja}の割合が${moved.ja}`, `the share of ${name.en} ${moved.en}`)),
    ]
  }
  const [more, less] = byShare(groups).map(({ category }) => category.phrases.modifier) as [Text, Text]
  const higher = sentence({
    en: said`${cases(more.en, 'Reported')} ${predicate.en} more often than those ${less.en}`,
    ja: said`${predicate.ja}割合は、${more.ja}事例が、${less.ja}事例より高い`,
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
  const { known, only } = restrictionsOf(statement)
  const { phrases } = statement.category
  const [count, base] = [countToken(statement.read.part), baseToken(statement.read.base)]
  const rounded = roundedToken(statement.read)
  const point = sentence({
    en: said`${known.en}${rounded} ${cases(only.en)} ${phrases.predicate.en} (${count} of ${base}).`,
    ja: said`${known.ja}${only.ja}報告事例の${rounded}は、${phrases.modifier.ja}事例だった（${base}件中${count}件）。`,
  })
  return firstThatFits([point]) ?? single
}
