/** Questionnaire, section P: closing note / 備考 */
import type { Question } from './question.ts'

export const SECTION_P = [
  {
    id: 'closing_note', type: 'text', required: false, reserved: false,
    en: 'Anything else needed to understand the answers (no names, places, dates or numbers)',
    ja: '回答を理解するために必要な補足（人名・地名・日付・番号は書かないでください）',
    codes: [],
    source: null,
    list: null, group: null, max: 400, chapter: null,
    askIf: null,
    privacy: 'direct_identifier',
    generalise: 'On the paper form only, as a reminder for the person who fills it, to be turned into the codes above. No page and no server has such a field.',
    htcds: 'cco_CaseComment (never copied)', ctdc: null,
  },
] as const satisfies readonly Question[]
