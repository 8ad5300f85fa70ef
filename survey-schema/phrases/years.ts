/** How years and periods of three years are said. */
import { PERIOD3, YEAR } from '../variables/places.ts'
import type { CategoryPhrases } from './phrase.ts'
import { byRule, ofPeople, said } from './rows.ts'

/** What happened in a year. @param when follows the verb @param nameEn of the year or period, as tables print it */
type Happened = (when: string, ja: string, nameEn: string, nameJa: string) => CategoryPhrases

export const YEARS = {
  registered: (when, ja, nameEn, nameJa) =>
    said(`were registered ${when}`, `${ja}に受け付けられた`, `registered ${when}`, `${ja}に受け付けた`, nameEn, nameJa),
  arrived: (when, ja, nameEn, nameJa) => ofPeople(`who arrived in Japan ${when}`, `${ja}に来日した`, nameEn, nameJa),
} as const satisfies Readonly<Record<string, Happened>>

export const yearPhrases = (happened: Happened) => ({
  ...byRule(YEAR, ({ en, ja }) => happened(`in ${en}`, ja, en, ja)),
  ...byRule(PERIOD3, ({ en, ja }) => happened(`between ${en.replace('–', ' and ')}`, ja, en, ja)),
})
