/** `docs/questionnaire.md`: the questionnaire as a specification with numbered sections, written from the questionnaire as data. */
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { CHECKS } from '../../survey-schema/answers/checks.ts'
import { GROUP_ROWS } from '../../survey-schema/answers/columns.ts'
import { conditionWords } from '../../survey-schema/forms/conditions.ts'
import { LIST_NAMES } from '../../survey-schema/forms/offered.ts'
import { GROUP_WORDS, INDEPENDENCE, PRIVACY } from '../../survey-schema/forms/words.ts'
import { IDENTIFIER_KINDS } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { COUNTRIES } from '../../survey-schema/lists/countries.ts'
import { PREFECTURES } from '../../survey-schema/lists/prefectures.ts'
import { type KnownQuestion, QUESTIONNAIRE_VERSION, QUESTIONS, SECTIONS } from '../../survey-schema/questionnaire/index.ts'
import { type Group, NOT_APPLICABLE, type PrivacyClass, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import { plainSubmission } from '../support/records.ts'
import { code, codes, filled, table } from './markdown.ts'
import { CHECK_CONDITIONS, IDENTIFIER_SHAPES, PRIVACY_STORED } from './questionnaire-words.ts'

export const questionnaireDocument = (): string =>
  filled('docs/templates/questionnaire.md.in', {
    summary: `Version ${QUESTIONNAIRE_VERSION}: ${QUESTIONS.length} questions with ${QUESTIONS.reduce((sum, { codes: own }) => sum + own.length, 0)} answer codes beside the reserved ones, in ${SECTIONS.length} sections and ${GROUPS.length} repeated groups. Labels in English and Japanese are original to this questionnaire.`,
    reserved: table(
      ['Code', 'English', '日本語'],
      [...RESERVED, NOT_APPLICABLE].map((state) => [code(state.code), state.en, state.ja]),
    ),
    groups: table(
      ['Group', 'English', '日本語', 'Rows', 'Questions'],
      GROUPS.map((group) => [
        code(group),
        GROUP_WORDS[group].en,
        GROUP_WORDS[group].ja,
        `${group === 'route_legs' ? 1 : 0} to ${GROUP_ROWS[group]}`,
        codes(QUESTIONS.filter((question) => question.group === group).map(({ id }) => id)),
      ]),
    ),
    privacy: table(
      ['Class', 'English', '日本語', 'Meaning', 'Store'],
      (Object.keys(PRIVACY) as PrivacyClass[]).map((id) => [
        code(id),
        PRIVACY[id].name.en,
        PRIVACY[id].name.ja,
        PRIVACY[id].meaning.en,
        PRIVACY_STORED[id],
      ]),
    ),
    lists: table(
      ['List', 'Standard', 'Values'],
      [
        [
          code('iso3166_1_alpha2'),
          LIST_NAMES.iso3166_1_alpha2,
          `${COUNTRIES.length} two-letter codes; a region ("Southeast Asia") is not accepted, use \`unknown\``,
        ],
        [code('jis_x_0401'), LIST_NAMES.jis_x_0401, `\`01\` to \`${PREFECTURES.at(-1)?.code}\` (equal to ISO 3166-2)`],
      ],
    ),
    chapters: table(
      ['Chapter', 'English', '日本語'],
      CHAPTERS.map(({ id, en, ja }) => [code(id), en, ja]),
    ),
    submission: JSON.stringify(plainSubmission(), null, 2),
    independence: `*${INDEPENDENCE.en}* / *${INDEPENDENCE.ja}*`,
    questions: SECTIONS.map(({ letter, en, ja, questions }) => `### ${letter}. ${en} / ${ja}\n\n${questions.map(entry).join('\n\n')}`).join(
      '\n\n',
    ),
    checks: table(
      ['No', 'Condition', 'On failure'],
      Object.entries(CHECK_CONDITIONS).map(([id, { condition, otherwise }]) => {
        const check = CHECKS.find((one) => one.id === id)
        if ((check === undefined) === (otherwise === undefined)) throw new RangeError(`${id} needs one account of what follows`)
        return [id, condition, check ? FOLLOWS[check.severity] : (otherwise ?? '')]
      }),
    ),
    'import-only': QUESTIONS.flatMap(({ id, codes: own }) => {
      const only = own.filter(({ importOnly }) => importOnly)
      return only.length === 0 ? [] : [`${codes(only.map((one) => one.code))} in ${code(id)}`]
    }).join('; '),
    identifiers: table(
      ['Kind', 'English', '日本語', 'Headings seen or to be expected', 'Shape', 'HTCDS 2.0'],
      IDENTIFIER_KINDS.map(({ id, en, ja, headings, htcds }) => [
        code(id),
        en,
        ja,
        headings.join(', '),
        IDENTIFIER_SHAPES[id],
        codes(htcds),
      ]),
    ),
    'by-chapter': table(
      ['Chapter', 'Question ids'],
      [
        ...CHAPTERS.map(({ id, en }): [string, string] => [
          `${code(id)} ${en}`,
          codes(QUESTIONS.filter(({ chapter }) => chapter === id).map((question) => question.id)),
        ]),
        ['none', codes(QUESTIONS.filter(({ chapter }) => chapter === null).map(({ id }) => id))],
      ],
    ),
  })

const GROUPS = Object.keys(GROUP_ROWS) as Group[]

const FOLLOWS = { refuse: 'refuse, name the questions', flag: 'flag', confirm: 'refuse until the partner confirms' } as const

/** Chapters of the book that questions belong to, by the name that a question gives. */
const CHAPTERS = PLAN.map(({ number, title }) => ({ id: `ch${String(number).padStart(2, '0')}`, ...title })).filter(({ id }) =>
  QUESTIONS.some(({ chapter }) => chapter === id),
)

function entry(question: KnownQuestion): string {
  const { id, en, ja, required, askIf, privacy, generalise, source, htcds, ctdc, chapter, reserved } = question
  const asked = askIf ? conditionWords(askIf, (name) => ({ en: code(name), ja: code(name) })).en : 'always'
  return [
    `#### ${QUESTIONS.findIndex((other) => other.id === id) + 1}. ${code(id)}`,
    [
      ['English', en],
      ['日本語', ja],
      ['Type', typeOf(question)],
      ['Required', required ? 'yes' : 'no'],
      ['Asked when', asked],
      ['Privacy', code(privacy)],
      ['Kept and shown', generalise],
      ['HTCDS 2.0', htcds ? code(htcds) : '–'],
      ['CTDC', ctdc ? code(ctdc) : '–'],
      ['Chapter', chapter ? code(chapter) : '–'],
      ['Reserved codes', reserved ? 'yes' : 'no'],
      ...(source ? [['Source of the codes', source]] : []),
    ]
      .map(([name, text]) => `- ${name}: ${text}`)
      .join('\n'),
    ...(question.codes.length > 0 ? [codesOf(question)] : []),
  ].join('\n\n')
}

function typeOf({ type, list, max, group }: KnownQuestion): string {
  const most = max === null || group !== null ? '' : type === 'text' ? ` (at most ${max} characters)` : ` (at most ${max} values)`
  return `${code(type)}${most}${list ? `, external list ${code(list)}` : ''}`
}

function codesOf({ codes: own }: KnownQuestion): string {
  const standards = (['htcds', 'ctdc'] as const).filter((name) => own.some((one) => one[name]))
  return table(
    ['Code', 'English', '日本語', ...standards.map((name) => ({ htcds: 'HTCDS value', ctdc: 'CTDC value' })[name])],
    own.map((one) => [
      code(one.code),
      `${one.en}${one.importOnly ? ' (imports only)' : ''}`,
      one.ja,
      ...standards.map((name) => one[name] ?? '–'),
    ]),
  )
}
