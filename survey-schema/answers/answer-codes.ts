/** Which codes a question takes: those of its external list, then its own. The order is the order of storage. */
import { COUNTRIES } from '../lists/countries.ts'
import { PREFECTURES } from '../lists/prefectures.ts'
import { QUESTIONNAIRE_VERSIONS, QUESTIONS, type QuestionId } from '../questionnaire/index.ts'
import type { ExternalList } from '../questionnaire/question.ts'

export interface AnswerCodes {
  readonly codes: readonly string[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Codes that stand alone in a multiple answer: `none`, and `no` where a question has it among several (questionnaire, section 2.2). */
  readonly alone: ReadonlySet<string>
  /** Place of the version that added a code, where that was not the first. */
  readonly since: ReadonlyMap<string, number>
}

const LISTS: Readonly<Record<ExternalList, readonly string[]>> = {
  iso3166_1_alpha2: COUNTRIES.map((country) => country.code),
  jis_x_0401: PREFECTURES.map((prefecture) => prefecture.code),
}

/** @throws RangeError for a version that is not on the list: a code of it could never be sent */
function versionPlace(version: string): number {
  const place = (QUESTIONNAIRE_VERSIONS as readonly string[]).indexOf(version)
  if (place < 0) throw new RangeError('no such version of the questionnaire')
  return place
}

const STANDS_ALONE: ReadonlySet<string> = new Set(['none', 'no'])

const byQuestion: ReadonlyMap<string, AnswerCodes> = new Map(
  QUESTIONS.map((question) => {
    const codes = [...(question.list ? LISTS[question.list] : []), ...question.codes.map((entry) => entry.code)]
    return [
      question.id,
      {
        codes,
        indexOf: new Map(codes.map((code, index) => [code, index])),
        alone: new Set(question.type === 'multiple' ? codes.filter((code) => STANDS_ALONE.has(code)) : []),
        since: new Map(question.codes.flatMap(({ code, since }) => (since === undefined ? [] : [[code, versionPlace(since)]]))),
      },
    ]
  }),
)

/** The codes of a question. @throws RangeError for an id that the questionnaire does not have */
export function answerCodes(id: QuestionId): AnswerCodes {
  const found = byQuestion.get(id)
  if (!found) throw new RangeError('no such question')
  return found
}
