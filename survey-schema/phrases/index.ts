/** Phrases by variable, level and code. */
import type { VariableId } from '../variables/index.ts'
import { PHRASES_A } from './a-administration.ts'
import { PHRASES_B } from './b-source.ts'
import { PHRASES_C } from './c-profile.ts'
import { PHRASES_D } from './d-before.ts'
import { PHRASES_E } from './e-recruitment.ts'
import { PHRASES_F } from './f-route.ts'
import { PHRASES_G } from './g-status.ts'
import { PHRASES_H_DEBT } from './h-debt.ts'
import { PHRASES_H_PAY } from './h-pay.ts'
import { PHRASES_I_CONTROL } from './i-control.ts'
import { PHRASES_I } from './i-exploitation.ts'
import { PHRASES_I_WORKPLACES } from './i-workplaces.ts'
import { PHRASES_J } from './j-expectation.ts'
import { PHRASES_K } from './k-contact.ts'
import { PHRASES_K_ORGANISATIONS } from './k-organisations.ts'
import { PHRASES_L } from './l-legal.ts'
import { PHRASES_M } from './m-assistance.ts'
import { PHRASES_N } from './n-return.ts'
import { PHRASES_O } from './o-assessment.ts'
import type { CategoryPhrases, VariablePhrases } from './phrase.ts'
import { PHRASES_ROUTES } from './routes.ts'
import type { PhraseRow, PhraseRows } from './rows.ts'

/** All of them: a variable that has none does not compile. */
export const PHRASES: Readonly<Record<string, PhraseRow>> = {
  ...PHRASES_A,
  ...PHRASES_B,
  ...PHRASES_C,
  ...PHRASES_D,
  ...PHRASES_E,
  ...PHRASES_F,
  ...PHRASES_G,
  ...PHRASES_H_DEBT,
  ...PHRASES_H_PAY,
  ...PHRASES_I,
  ...PHRASES_I_WORKPLACES,
  ...PHRASES_I_CONTROL,
  ...PHRASES_J,
  ...PHRASES_K,
  ...PHRASES_K_ORGANISATIONS,
  ...PHRASES_L,
  ...PHRASES_M,
  ...PHRASES_N,
  ...PHRASES_O,
  ...PHRASES_ROUTES,
} satisfies PhraseRows<VariableId>

const rows = new Map(Object.entries(PHRASES))
const categories = new Map(
  [...rows].flatMap(([variable, { categories: ofAnyLevel, levels = {} }]) => [
    [variable, new Map(Object.entries(ofAnyLevel))] as const,
    ...Object.entries(levels).map(([level, lines]) => [`${variable}@${level}`, new Map(Object.entries(lines))] as const),
  ]),
)

/** @example variablePhrases('gender')?.topic // { ja: '性別', en: 'gender' } */
export const variablePhrases = (variable: string): VariablePhrases | undefined => rows.get(variable)

/** @example phrasesOf('gender', 'list', 'woman')?.predicate // { ja: '女性だった', en: 'concerned women or girls' } */
export const phrasesOf = (variable: string, level: string, code: string): CategoryPhrases | undefined =>
  categories.get(`${variable}@${level}`)?.get(code) ?? categories.get(variable)?.get(code)
