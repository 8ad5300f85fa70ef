/** The languages other than Japanese and English in which a form can be had. A further one is one line here: `docs/languages.md`. */
import { SPANISH } from './es/index.ts'
import { EASY_JAPANESE } from './ja-simple/index.ts'
import { THAI } from './th/index.ts'
import type { Translation } from './translation.ts'

export const TRANSLATIONS: readonly Translation[] = [THAI, SPANISH, EASY_JAPANESE]
