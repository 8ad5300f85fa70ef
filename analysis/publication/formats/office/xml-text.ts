/** Text in files of the Office formats: what XML can hold, and how wide it is. */

/** XML 1.0 has no place for control characters and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
export const printable = (text: string) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')

/** A kanji is as wide as two letters. */
export const acrossOf = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
