/** What of a translation must not compile: a text that is missing, and one too many. */
import type { QuestionTexts, Translation } from '../../survey-schema/languages/translation.ts'
import type { FurtherWords } from '../../web/languages/further-words.ts'

declare const thai: Translation
declare const withoutGender: Omit<QuestionTexts, 'gender'>
declare const withoutRules: Omit<Translation, 'rules'>

// @ts-expect-error a question without its words
const missingQuestion: QuestionTexts = withoutGender

// @ts-expect-error an answer is missing
const missingAnswer: QuestionTexts['gender'] = { text: '', answers: { woman: '', man: '', other: '' } }

// @ts-expect-error the questionnaire has no such answer
const unknownAnswer: QuestionTexts['resold'] = { text: '', answers: { no: '', once: '', more: '', twice: '' } }

// @ts-expect-error the answers of a shared list are translated once
const sharedAnswers: QuestionTexts['debt_imposed'] = { text: '', answers: { yes: '', no: '' } }

// @ts-expect-error the one answer beside the list of countries is missing
const missingStateless: QuestionTexts['citizenship'] = { text: '' }

// @ts-expect-error the questionnaire has no such question
const unknownQuestion: QuestionTexts = { ...thai.questions, surname: { text: '' } }

// @ts-expect-error the messages of the form are missing
const missingRules: Translation = withoutRules

// @ts-expect-error a country is missing
const missingCountry: Translation = { ...thai, countries: {} as Omit<Translation['countries'], 'TH'> }

// @ts-expect-error nobody is a reviewer without a year
const undatedReviewer: Translation = { ...thai, reviewer: { name: 'somebody' } }

declare const pages: FurtherWords

// @ts-expect-error a page without its words
const missingPage: Omit<FurtherWords, 'withdraw'> extends FurtherWords ? true : never = true

// @ts-expect-error a text of a page is missing
const missingText: FurtherWords['troubles'] = { 'access-missing': '', 'secret-slip': '' }

// @ts-expect-error no page says this
const unknownText: FurtherWords['withdraw'] = { ...pages.withdraw, surname: '' }

// @ts-expect-error a text that takes a number is a function of it
const withoutNumber: FurtherWords['frame']['preparing'] = ''

export const caught = [
  missingQuestion,
  missingAnswer,
  unknownAnswer,
  sharedAnswers,
  missingStateless,
  unknownQuestion,
  missingRules,
  missingCountry,
  undatedReviewer,
  missingPage,
  missingText,
  unknownText,
  withoutNumber,
]
