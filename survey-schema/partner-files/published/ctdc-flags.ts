/** Flags of the Counter-Trafficking Data Collaborative for one record, from the crosswalk in the questionnaire's codes. */

import { QUESTIONS, type QuestionId } from '../../questionnaire/index.ts'
import type { CaseRecord } from '../../release/case-record.ts'

/** 1 ticked, 0 answered and not ticked, null where the question has no answer. */
export type CtdcFlag = 1 | 0 | null

interface FlagSource {
  readonly column: string
  readonly question: QuestionId
  readonly codes: readonly string[]
}

const IS_2021 = /^(meansOfControl|typeOfLabour|typeOfSex|is|recruiterRelation)[A-Z]/
const IS_2024_MEANS = /^means(?!OfControl)[A-Z]/

/** Columns whose meaning stands on a whole code of another question. */
const BY_HAND: readonly FlagSource[] = [
  { column: 'isAbduction', question: 'recruitment_mode', codes: ['abducted'] },
  { column: 'isSlaveryAndPractices', question: 'purpose_elements', codes: ['slavery'] },
]

function sources(matches: RegExp): readonly FlagSource[] {
  const found = new Map<string, { column: string; question: QuestionId; codes: string[] }>()
  for (const question of QUESTIONS)
    for (const code of question.codes) {
      for (const column of (code.ctdc ?? '')
        .split(/[|;]/)
        .map((part) => part.trim())
        .filter((part) => matches.test(part))) {
        const source = found.get(`${column} ${question.id}`) ?? { column, question: question.id, codes: [] }
        source.codes.push(code.code)
        found.set(`${column} ${question.id}`, source)
      }
    }
  // A kind of labour also names a type of exploitation; the sector is what CTDC means by its column.
  const sectors = new Set([...found.values()].filter((source) => source.question === 'labour_sectors').map((source) => source.column))
  return [...found.values()].filter((source) => source.question === 'labour_sectors' || !sectors.has(source.column))
}

const FLAGS_2021: readonly FlagSource[] = [...sources(IS_2021), ...BY_HAND]
const FLAGS_2024: readonly FlagSource[] = sources(IS_2024_MEANS)

/** One flag for each column of the file of 2021 that an answer can fill. */
export function ctdc2021Flags(record: CaseRecord): Readonly<Record<string, CtdcFlag>> {
  const flags = read(record, FLAGS_2021)
  const both = [flags.isForcedLabour, flags.isSexualExploit]
  return { ...flags, isSexAndLabour: both.includes(null) ? null : both.includes(0) ? 0 : 1 }
}

/** The eight merged means of control of the file of 2024. */
export const ctdc2024Flags = (record: CaseRecord): Readonly<Record<string, CtdcFlag>> => read(record, FLAGS_2024)

function read(record: CaseRecord, from: readonly FlagSource[]): Record<string, CtdcFlag> {
  return Object.fromEntries(from.map(({ column, question, codes }) => [column, flag(record.answers[question], codes)]))
}

function flag(answer: unknown, codes: readonly string[]): CtdcFlag {
  if (Array.isArray(answer)) return answer.some((code: string) => codes.includes(code)) ? 1 : 0
  if (codes.includes(answer as string)) return 1
  return ['unknown', 'declined', 'not_asked', 'not_applicable', undefined].includes(answer as string) ? null : 0
}
