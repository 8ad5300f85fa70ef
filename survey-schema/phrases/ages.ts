/** How bands of age are said. */
import { AGE_BANDS } from '../questionnaire/shared-codes.ts'
import { AGE_BROAD3, AGE_CTDC, AGE_MAJORITY } from '../variables/groups.ts'
import type { CategoryPhrases } from './phrase.ts'
import { byRule, said } from './rows.ts'

const MINORS: ReadonlySet<string> = new Set(AGE_MAJORITY[0].codes)

interface Band {
  readonly code: string
  readonly en: string
  readonly ja: string
  readonly codes?: readonly string[]
}

/** @example ages('at registration', '受付時に')['18_20'].predicate.en // 'concerned people aged 18–20 at registration' */
export function ages(when: string, whenJa: string) {
  const phrases = (band: Band): CategoryPhrases => {
    const who = `${(band.codes ?? [band.code]).every((code) => MINORS.has(code)) ? 'children' : 'people'} ${aged(band.en)} ${when}`
    return said(`concerned ${who}`, `${whenJa}${band.ja}だった`, `of ${who}`, `${whenJa}${band.ja}だった人の`, name(band.en), band.ja)
  }
  return { ...byRule(AGE_BANDS, phrases), ...byRule(AGE_CTDC, phrases), ...byRule(AGE_BROAD3, phrases), ...byRule(AGE_MAJORITY, phrases) }
}

/** As tables name it: 0–8 years. */
const name = (label: string): string =>
  label
    .replace('-', '–')
    .replace('Under', 'under')
    .replace(/(18) or older/, '$1 years or older')

/** As a sentence says it: aged 48 or over. */
const aged = (label: string): string =>
  label === 'Under 18' ? 'under 18' : `aged ${label.replace('-', '–').replace(' years', '').replace(' or older', ' or over')}`
