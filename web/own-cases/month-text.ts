import type { Language } from '../../survey-schema/text.ts'

/** @example monthText('2026-12', 'en') // 'December 2026' */
export const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
