/** How Thai is spelled, as far as it shows that bytes are Thai: where vowels and tone marks may stand, and which consonants are frequent. */

/** Two thirds of the consonants of running text and more; the others are rare, and some are no longer written. */
const FREQUENT = /[กขคงจชญดตถทธนบปผพฟมยรลวศสหอ]/
const CONSONANT = /[ก-ฮ]/
/** Above or below a consonant. */
const VOWEL_MARK = /[\u0E31\u0E34-\u0E39\u0E47]/
/** Above a consonant or its vowel. */
const TONE_MARK = /[\u0E48-\u0E4C]/
/** Behind a consonant, with or without marks. */
const FOLLOWING = /[\u0E30\u0E32\u0E33]/
/** Written before the consonant that they follow in speech. */
const LEADING = /[\u0E40-\u0E44]/
const SIGNS = /[\u0E2F\u0E3F\u0E46\u0E50-\u0E59]/

/** What stands beside no Thai letter, and is the second byte of many a Chinese character. */
const SECOND_BYTES = /[@-~]/

const is = (pattern: RegExp, character: string | undefined) => character !== undefined && pattern.test(character)

/** The weight of one character of a text, from -3 to 1. */
export function thaiWeights(all: readonly string[], at: number): number {
  const [before, character, after] = [all[at - 1], all[at] as string, all[at + 1]]
  if (is(SECOND_BYTES, before) || is(SECOND_BYTES, after)) return -0.5
  if (VOWEL_MARK.test(character)) return is(CONSONANT, before) ? 1 : -1
  if (TONE_MARK.test(character)) return is(CONSONANT, before) || is(VOWEL_MARK, before) ? 1 : -1
  if (FOLLOWING.test(character)) return is(CONSONANT, before) || is(TONE_MARK, before) || is(VOWEL_MARK, before) || before === 'า' ? 1 : -1
  if (LEADING.test(character)) return is(CONSONANT, after) ? 1 : -1
  // Four consonants without a vowel between them are rare; chance has them often.
  if (CONSONANT.test(character) && [1, 2, 3].every((back) => is(CONSONANT, all[at - back]))) return 0
  if (CONSONANT.test(character)) return FREQUENT.test(character) ? 1 : 0.2
  // No other character has a byte in Thai text.
  return SIGNS.test(character) ? 0.5 : -3
}
