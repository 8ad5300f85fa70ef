/** Whether a number is a telephone number somewhere: the plans of eight countries of our cases, and any number with its country code. */
import type { IsTelephone } from './shapes-in.ts'

/** Where our cases come from and lead to. */
const COUNTRIES = ['JP', 'PH', 'TH', 'CO', 'VN', 'ID', 'CN', 'KR'] as const
/** Shorter numbers without a leading zero are not telephone numbers by themselves. */
const SHORTEST_BARE = 9

/** The smallest set of plans: formats and lengths of all countries, no kinds of line. Loads 83 kB once. */
export async function loadPhones(): Promise<{ readonly isTelephone: IsTelephone }> {
  const [{ default: parse }, { default: plans }] = await Promise.all([
    import('libphonenumber-js/core'),
    import('libphonenumber-js/min/metadata'),
  ])
  const valid = (number: string, country?: (typeof COUNTRIES)[number]) => {
    const options = country ? { defaultCountry: country, extract: false } : { extract: false }
    return parse(number, options, plans)?.isValid() ?? false
  }
  return {
    isTelephone(candidate) {
      const plain = candidate.replace(/[./]/g, '-')
      const digits = plain.replace(/\D/g, '')
      if (plain.startsWith('+')) return valid(plain)
      if (!digits.startsWith('0') && digits.length < SHORTEST_BARE) return false
      return COUNTRIES.some((country) => valid(plain, country)) || (digits.length >= 11 && valid(`+${digits}`))
    },
  }
}
