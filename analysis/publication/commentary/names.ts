/** Persons in a text: by their address in it, and by what identifier detection knows. */
import type { IdentifierDetector } from '../../../survey-schema/identifiers/detect.ts'

/** A title and a name. */
const ADDRESSED =
  /(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sister|Father)\.? \p{Lu}|(?<![\p{Script=Han}\p{Script=Katakana}])(?!患者|相談者|支援者|当事者|被害者|利用者|子|皆|職員)[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:さん|ちゃん|くん|氏(?!名|族|神))/gu

/** Where a person is named, as indexes into the text; 0 where the whole text holds an identifier of another kind. */
export function personsIn(text: string, detector: IdentifierDetector): readonly number[] {
  const named = [...text.matchAll(ADDRESSED)].map(({ index }) => index)
  return named.length === 0 && detector.kindsIn(text).length > 0 ? [0] : named
}
