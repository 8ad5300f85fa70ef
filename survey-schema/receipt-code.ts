/**
 * The receipt of a case: 90 bits that only the partner holds, in Crockford's base 32 with two check characters, in five
 * groups of four that can be read aloud. The server keeps a hash.
 * Pages and server read a typed code with the same function, so a mistyped one is found before anything is sent.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Characters that carry the receipt; the two that follow check it. */
const BODY = 18
/** Prime next below 32², so two check characters notice any one wrong character and any two that changed places. */
const MODULUS = 1021

const remainder = (code: string) => [...code].reduce((sum, character) => (sum * 32 + ALPHABET.indexOf(character)) % MODULUS, 0)

const grouped = (code: string) => (code.match(/.{4}/g) as string[]).join('-')

/** The code made of the first 90 bits. @throws RangeError when there are fewer */
export function receiptCode(bits: Uint8Array): string {
  if (bits.length * 8 < BODY * 5) throw new RangeError('a receipt needs 90 bits')
  let value = 0n
  for (const byte of bits.subarray(0, 12)) value = (value << 8n) | BigInt(byte)
  value >>= 6n
  let body = ''
  for (let place = BODY - 1; place >= 0; place--) body += ALPHABET[Number((value >> BigInt(5 * place)) & 31n)]
  // The whole code leaves 1, so that a code of zeros alone is none.
  const check = (1 + MODULUS - remainder(`${body}00`)) % MODULUS
  return grouped(`${body}${ALPHABET[check >> 5]}${ALPHABET[check & 31]}`)
}

/** Letters that keyboards give for a dash: the long mark of kana, the Korean vowel eu, the kanji for one. No code holds them. */
const DASH_LETTERS = 'ー\u3161\u1173一'
/** Blanks, dashes, stops, quotation marks and other signs, and what shows nothing: zero width, bidi marks, soft hyphens. */
const NO_CHARACTERS = new RegExp(`[${DASH_LETTERS}\\p{P}\\p{S}\\p{Z}\\p{Cc}\\p{Cf}\\p{DI}]`, 'gu')
/** Words before a code, with or without a colon. The word alone is never a code: it has no digit. */
const LABEL =
  /^[^\p{L}\p{N}]*(?:[\p{L}\p{M}\p{Z}]{2,60}[:：]|(?:RECEIPT(?:\s+(?:CODE|NUMBER|NO\.?))?|受付番号|受領番号|受領コード|受領証)\s)/u

/**
 * The code as it was shown, from however it was typed or pasted; null when a character is wrong. Marks between and around the
 * characters are dropped, whatever a keyboard, mail or PDF made of the hyphens. O is read as 0, I and L as 1.
 * @example readReceipt(receiptCode(bits).toLowerCase().replaceAll('-', ' ')) // receiptCode(bits)
 */
export function readReceipt(typed: string): string | null {
  // A first group may be four letters, and a colon may stand for the hyphen: then it is no label.
  const shown = typed.toUpperCase()
  return readCharacters(shown) ?? readCharacters(shown.replace(LABEL, ''))
}

/** Marks go before and after NFKC, which makes an accent of some marks and a mark of some letters. */
function readCharacters(typed: string): string | null {
  const code = typed
    .replaceAll(NO_CHARACTERS, '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(NO_CHARACTERS, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const valid = code.length === BODY + 2 && [...code].every((character) => ALPHABET.includes(character)) && remainder(code) === 1
  return valid ? grouped(code) : null
}
