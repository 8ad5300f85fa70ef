/** What every file of a released table says beside its figures. Nothing in it comes from the clock or from a case. */

import { policyNote } from '../../../../survey-schema/release/policy-note.ts'
import type { Language } from '../../../../survey-schema/text.ts'

export interface ExportContext {
  /** The edition under which the table was asked for. */
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

/** The sentences under a table. @param policy its name */
export const notes = (policy: string, { fictional, language }: ExportContext): readonly string[] => [
  ...(fictional ? [NOTES.fictional[language]] : []),
  policyNote(policy)[language],
  NOTES.reported[language],
]

export const SOURCE = { en: 'JNATIP data book', ja: 'JNATIP データブック' } as const
