/**
 * Codes that people type: 90 bits in Crockford's base 32 with two check characters, in groups that can be read aloud. The receipt of a case has
 * five groups of four, and the server keeps a hash of it. The code by which an affected person is invited to answer has four groups of five, and
 * check characters under which neither is ever taken for the other.
 * Pages and server read a typed code with the same function, so a mistyped one is found before anything is sent.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Characters that carry the code; the two that follow check it. */
const BODY = 18
/** Prime next below 32², so two check characters notice any one wrong character and any two that changed places. */
const MODULUS = 1021

const remainder = (code: string) => [...code].reduce((sum, character) => (sum * 32 + ALPHABET.indexOf(character)) % MODULUS, 0)

interface CodeKind {
  /** What the whole code leaves, so that a code of zeros alone is none, and one kind is not the other. */
  readonly leaves: number
  readonly groups: RegExp
}

const RECEIPT: CodeKind = { leaves: 1, groups: /.{4}/g }
const INVITATION: CodeKind = { leaves: 2, groups: /.{5}/g }

const grouped = (code: string, { groups }: CodeKind) => (code.match(groups) as string[]).join('-')

/** The receipt made of the first 90 bits. @throws RangeError when there are fewer */
export const receiptCode = (bits: Uint8Array): string => codeOf(bits, RECEIPT)

/** The same as the code of an invitation. */
export const invitationCode = (bits: Uint8Array): string => codeOf(bits, INVITATION)

function codeOf(bits: Uint8Array, kind: CodeKind): string {
  if (bits.length * 8 < BODY * 5) throw new RangeError('a code needs 90 bits')
  let value = 0n
  for (const byte of bits.subarray(0, 12)) value = (value << 8n) | BigInt(byte)
  value >>= 6n
  let body = ''
  for (let place = BODY - 1; place >= 0; place--) body += ALPHABET[Number((value >> BigInt(5 * place)) & 31n)]
  const check = (kind.leaves + MODULUS - remainder(`${body}00`)) % MODULUS
  return grouped(`${body}${ALPHABET[check >> 5]}${ALPHABET[check & 31]}`, kind)
}

/** Letters that keyboards give for a dash: the long mark of kana, the Korean vowel eu, the kanji for one. No code holds them. */
const DASH_LETTERS = 'ー\u3161\u1173一'
/** Blanks, dashes, stops, quotation marks and other signs, and what shows nothing: zero width, bidi marks, soft hyphens. */
const NO_CHARACTERS = new RegExp(`[${DASH_LETTERS}\\p{P}\\p{S}\\p{Z}\\p{Cc}\\p{Cf}\\p{DI}]`, 'gu')
/** Words before a code, with or without a colon. The word alone is never a code: it has no digit. */
const LABEL =
  /^[^\p{L}\p{N}]*(?:[\p{L}\p{M}\p{Z}]{2,60}[:：]|(?:(?:RECEIPT|INVITATION)(?:\s+(?:CODE|NUMBER|NO\.?))?|受付番号|受領番号|受領コード|受領証|招待コード)\s)/u

/**
 * The code as it was shown, from however it was typed or pasted; null when a character is wrong. Marks between and around the
 * characters are dropped, whatever a keyboard, mail or PDF made of the hyphens. O is read as 0, I and L as 1.
 * @example readReceipt(receiptCode(bits).toLowerCase().replaceAll('-', ' ')) // receiptCode(bits)
 */
export const readReceipt = (typed: string): string | null => readTyped(typed, RECEIPT)

/** The same for the code of an invitation. */
export const readInvitation = (typed: string): string | null => readTyped(typed, INVITATION)

function readTyped(typed: string, kind: CodeKind): string | null {
  // A first group may be four letters, and a colon may stand for the hyphen: then it is no label.
  const shown = typed.toUpperCase()
  return readCharacters(shown, kind) ?? readCharacters(shown.replace(LABEL, ''), kind)
}

/** Marks go before and after NFKC, which makes an accent of some marks and a mark of some letters. */
function readCharacters(typed: string, kind: CodeKind): string | null {
  const code = typed
    .replaceAll(NO_CHARACTERS, '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(NO_CHARACTERS, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const valid = code.length === BODY + 2 && [...code].every((character) => ALPHABET.includes(character)) && remainder(code) === kind.leaves
  return valid ? grouped(code, kind) : null
}
