/** Whether a number is a telephone number somewhere: the plans of eight countries of our cases, and any number with its country code. */
import type { IsTelephone } from './shapes-in.ts'

/** Where our cases come from and lead to, and how a mobile number there begins when a spreadsheet has eaten its leading zero. */
const COUNTRIES = {
  JP: /^[789]0\d{8}$/,
  PH: /^9\d{9}$/,
  TH: /^[689]\d{8}$/,
  CO: /^3\d{9}$/,
  VN: /^[35789]\d{8}$/,
  ID: /^8\d{8,11}$/,
  CN: /^1[3-9]\d{9}$/,
  KR: /^1[016-9]\d{7,8}$/,
} as const
type PhoneCountry = keyof typeof COUNTRIES

/** The smallest set of plans: formats and lengths of all countries, no kinds of line. Loads 83 kB once. */
export async function loadPhones(): Promise<{ readonly isTelephone: IsTelephone }> {
  const [{ default: parse }, { default: plans }] = await Promise.all([
    import('libphonenumber-js/core'),
    import('libphonenumber-js/min/metadata'),
  ])
  const valid = (number: string, country?: PhoneCountry) => {
    const options = country ? { defaultCountry: country, extract: false } : { extract: false }
    return parse(number, options, plans)?.isValid() ?? false
  }
  return {
    isTelephone(candidate) {
      const plain = candidate.replace(/[./]/g, '-')
      const digits = plain.replace(/\D/g, '')
      if (plain.startsWith('+')) return valid(plain)
      const whole = digits.startsWith('0')
      const national = (Object.keys(COUNTRIES) as PhoneCountry[]).some(
        (country) => (whole || COUNTRIES[country].test(digits)) && valid(plain, country),
      )
      return national || (digits.length >= 11 && valid(`+${digits}`))
    },
  }
}
