/** What every file of a released table holds beside the figures: edition, policy, language, notes. No clock and no case is read for it. */

import { policyNote } from '../../../../survey-schema/release/policy-note.ts'
import type { Language } from '../../../../survey-schema/text.ts'

export interface ExportContext {
  /** Edition named in the request for the table. */
  readonly edition: string
  readonly fictional: boolean
  readonly language: Language
}

const NOTES = {
  reported: {
    en: 'Reported cases, not a sample of all victims.',
    ja: '報告された事例の集計であり、被害全体を代表するものではない。',
  },
  fictional: {
    en: 'Fictional: these partners and cases are invented.',
    ja: '架空のデータ：団体も事例も実在しません。',
  },
} as const

/** The notes under a table, as sentences. @param policy name of the policy */
export const notes = (policy: string, { fictional, language }: ExportContext): readonly string[] => [
  ...(fictional ? [NOTES.fictional[language]] : []),
  policyNote(policy)[language],
  NOTES.reported[language],
]

export const SOURCE = { en: 'JNATIP data book', ja: 'JNATIP データブック' } as const
