/**
 * How well bytes read in an encoding: the share of the characters that are not ASCII which stand as the script of that encoding writes
 * them. Vowels of Thai stand beside consonants, kana and frequent kanji make Japanese, accents stand inside Latin words. A text that is
 * read in a wrong encoding gives valid characters, and hardly ever those.
 */
import { COMMON_HAN_OF_CHINA, COMMON_HAN_OF_JAPAN, COMMON_HAN_OF_TAIWAN, COMMON_HANGUL } from './common-characters.ts'
import { thaiWeights } from './thai-spelling.ts'

export interface PlausibleReading<Name extends string> {
  readonly encoding: Name
  readonly text: string
  /** From 0 to 1. */
  readonly share: number
  /** Characters that are not ASCII. */
  readonly characters: number
  /** Some bytes are none of this encoding. */
  readonly broken: boolean
}

/** Characters looked at. */
const ENOUGH = 1 << 16
/** A share of bytes outside the encoding from which the text is in another. */
const MOST_BROKEN = 0.02

type Weigh = (characters: readonly string[], at: number) => number

/** Readings in the encodings that can read the bytes, the most plausible first. */
export function readingsOf<Name extends string>(bytes: Uint8Array, encodings: readonly Name[]): readonly PlausibleReading<Name>[] {
  return encodings
    .flatMap((encoding) => {
      const text = decodedBy(encoding, bytes)
      const found = text === null ? null : plausibility(text, WEIGHTS[encoding] ?? hanWeights(''))
      return found ? [{ encoding, text: text as string, ...found }] : []
    })
    .sort((a, b) => b.share - a.share)
}

/** Null where this machine does not know the encoding. */
function decodedBy(encoding: string, bytes: Uint8Array): string | null {
  try {
    // In two steps: some versions of Node read windows-1252 as ISO 8859-1 in one.
    const decoder = new TextDecoder(encoding)
    return decoder.decode(bytes, { stream: true }) + decoder.decode()
  } catch {
    return null
  }
}

function plausibility(text: string, weigh: Weigh): Pick<PlausibleReading<string>, 'share' | 'characters' | 'broken'> | null {
  const all = [...text.slice(0, ENOUGH)]
  let [characters, broken, sum] = [0, 0, 0]
  for (const [at, character] of all.entries()) {
    const code = character.codePointAt(0) as number
    if (code < 0x80) continue
    characters++
    if (code === 0xfffd) broken++
    else sum += code < 0xa0 || isPrivate(code) ? -1 : TYPOGRAPHY.test(character) ? TYPOGRAPHY_WEIGHT : weigh(all, at)
  }
  if (characters === 0 || broken > characters * MOST_BROKEN) return null
  return { characters, broken: broken > 0, share: Math.max(0, sum / characters) }
}

const isPrivate = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000

/** Quotation marks, dashes, points and blanks of word processors: every script has them. */
const TYPOGRAPHY = /[\u00A0\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026\u20AC]/
const TYPOGRAPHY_WEIGHT = 0.8

const isLatin = (character: string | undefined) => character !== undefined && /[A-Za-z]/.test(character)
const isForeign = (character: string | undefined) => character !== undefined && character > '\x7f'

/** A Latin letter with an accent and its neighbour, misread, give one character of another script between Latin letters. */
const isInsideLatin = (all: readonly string[], at: number) =>
  !isForeign(all[at - 1]) && !isForeign(all[at + 1]) && (isLatin(all[at - 1]) || isLatin(all[at + 1]))

const HAN = /[\u4E00-\u9FFF]/
const KANA = /[\u3041-\u3096\u30A1-\u30FA\u30FC]/
const HALF_KANA = /[\uFF66-\uFF9F]/
/** Most of running kana. */
const FREQUENT_HALF_KANA = /[ｱｲｳｶｷｸｺｼｽｾﾀﾄﾅﾆﾊﾌﾘﾙﾚﾝﾞｰｯ]/
/** Rare in Japanese; bytes of the most frequent letters of Thai are read as some of them. */
const RARE_HALF_KANA = /[\uFF67-\uFF6E\uFF74\uFF87\uFF8D\uFF91\uFF92\uFF94-\uFF96]/
/** None of them begins a word. */
const NO_BEGINNING = /[\uFF67-\uFF70\uFF9D-\uFF9F\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u3093\u30FC]/
const WIDE_TYPOGRAPHY = /[\u3000-\u3017\uFF01-\uFF65\uFFE0-\uFFE5\u30FB\u2460-\u2473\u203B\u25CB\u25CF\u25CE\u00D7]/
const HANGUL = /[\uAC00-\uD7A3]/

/** Chinese characters of which the common ones are given. */
function hanWeights(common: string): Weigh {
  const known = new Set(common)
  return (all, at) => {
    const character = all[at] as string
    if (isInsideLatin(all, at)) return -0.5
    if (known.has(character)) return 1
    if (HAN.test(character)) return 0.35
    if (KANA.test(character)) return 0.1
    return WIDE_TYPOGRAPHY.test(character) ? 0.7 : -0.2
  }
}

function japaneseWeights(): Weigh {
  const han = hanWeights(COMMON_HAN_OF_JAPAN)
  return (all, at) => {
    const character = all[at] as string
    const kana = KANA.test(character)
    if (!kana && !HALF_KANA.test(character)) return han(all, at)
    if (isInsideLatin(all, at)) return -0.5
    if (NO_BEGINNING.test(character) && !isForeign(all[at - 1])) return -1
    if (kana) return 1
    return FREQUENT_HALF_KANA.test(character) ? 0.9 : RARE_HALF_KANA.test(character) ? 0.2 : 0.6
  }
}

function koreanWeights(): Weigh {
  const known = new Set(COMMON_HANGUL)
  return (all, at) => {
    const character = all[at] as string
    if (isInsideLatin(all, at)) return -0.5
    if (HANGUL.test(character)) return known.has(character) ? 1 : 0.4
    return HAN.test(character) ? 0.1 : WIDE_TYPOGRAPHY.test(character) ? 0.7 : -0.2
  }
}

/** Letters of Western European languages, and the few signs that stand beside words and numbers. */
const ACCENTED = /[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüßŒœÿ]/
const LATIN_SIGNS = /[¡¿ªº°«»£©®§·×]/
const LONGEST_ACCENTS = 2

const latinWeights: Weigh = (all, at) => {
  const character = all[at] as string
  if (LATIN_SIGNS.test(character)) return isForeign(all[at - 1]) && isForeign(all[at + 1]) ? -0.5 : 0.8
  if (!ACCENTED.test(character)) return -0.5
  let run = 1
  for (let before = at - 1; isForeign(all[before]); before--) run++
  for (let behind = at + 1; isForeign(all[behind]); behind++) run++
  if (run > LONGEST_ACCENTS) return -0.3
  return isLatin(all[at - 1]) || isLatin(all[at + 1]) ? 1 : 0.4
}

/** Words are in small letters, or begin with a capital; a text of capitals alone is rare. */
const cyrillicWeights: Weigh = (all, at) => {
  const character = all[at] as string
  if (isInsideLatin(all, at)) return -0.5
  if (/[а-яё]/.test(character)) return 1
  if (/[іїєґ]/.test(character)) return 0.8
  if (/[А-ЯЁІЇЄҐ№]/.test(character)) return /[а-яё]/.test(all[at - 1] ?? '') ? -0.5 : 0.5
  return -0.5
}

const WEIGHTS: Readonly<Record<string, Weigh>> = {
  shift_jis: japaneseWeights(),
  'euc-jp': japaneseWeights(),
  'iso-2022-jp': japaneseWeights(),
  'euc-kr': koreanWeights(),
  gb18030: hanWeights(COMMON_HAN_OF_CHINA),
  big5: hanWeights(COMMON_HAN_OF_TAIWAN),
  'windows-874': thaiWeights,
  'windows-1251': cyrillicWeights,
  'windows-1252': latinWeights,
}
