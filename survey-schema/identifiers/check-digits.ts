/** Check digits of numbers that point at persons. Each takes digits alone and is true only for the full length. */

/** Individual number of Japan: 11 minus the weighted sum modulo 11 (Ministerial Order No. 85 of 2014, Article 5). */
export function isIndividualNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits)) return false
  let sum = 0
  for (let n = 1; n <= 11; n++) sum += Number(digits[11 - n]) * (n <= 6 ? n + 1 : n - 5)
  const rest = sum % 11
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest)
}

/** Payment cards: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const weighted = at % 2 === 1 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return sum % 10 === 0
}

/** Thai national identity number: 13 digits, weights 13 to 2, 11 minus the sum modulo 11, modulo 10. */
export function isThaiIdentityNumber(digits: string): boolean {
  if (!/^[1-8]\d{12}$/.test(digits)) return false
  let sum = 0
  for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (13 - at)
  return Number(digits[12]) === (11 - (sum % 11)) % 10
}

/** Chinese identity number: GB 11643-1999, 17 digits and a check character that may be X. */
export function isChineseIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text)) return false
  let sum = 0
  for (let at = 0; at < 17; at++) sum += Number(text[at]) * (2 ** (17 - at) % 11)
  return text[17]?.toUpperCase() === '10X98765432'[sum % 11]
}

/** International bank account number: ISO 13616, modulo 97. Blanks may stand between the groups. */
export function isIban(text: string): boolean {
  const plain = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false
  let rest = 0
  for (const mark of plain.slice(4) + plain.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(mark, 36)}`) % 97
  return rest === 1
}
