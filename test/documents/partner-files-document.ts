/** `docs/partner-files.md`: what becomes of a partner's file, in English and Japanese, with the lists that the readers themselves use. */
import { IDENTIFIER_KINDS } from '../../survey-schema/identifiers/identifier-kinds.ts'
import { FILE_RULES } from '../../survey-schema/partner-files/file-rules.ts'
import {
  DECLINED_WORDS,
  NOT_APPLICABLE_WORDS,
  NOT_RECORDED_WORDS,
  UNKNOWN_WORDS,
} from '../../survey-schema/partner-files/plan/words/missing.ts'
import { ENCODING_NAMES } from '../../survey-schema/partner-files/texts/encoding.ts'
import { NOT_APPLICABLE, RESERVED } from '../../survey-schema/questionnaire/question.ts'
import type { Language } from '../../survey-schema/text.ts'
import { codes, filled, table } from './markdown.ts'

export const partnerFilesDocument = (): string =>
  filled('docs/templates/partner-files.md.in', {
    'formats-en': FORMATS.map(({ en }) => `- ${en}`).join('\n'),
    'formats-ja': FORMATS.map(({ ja }) => `- ${ja}`).join('\n'),
    'encodings-en': `${Object.values(ENCODING_NAMES).join(', ')}.`,
    'encodings-ja': `${Object.values(ENCODING_NAMES).join('、')}。`,
    'dropped-en': dropped('Kind', 'Headings, among others', 'en'),
    'dropped-ja': dropped('種類', '見出しの例', 'ja'),
    'missing-en': missing('Read as', 'Words', 'en'),
    'missing-ja': missing('読み方', '言葉', 'ja'),
    'reasons-en': Object.values(FILE_RULES)
      .map(({ en }) => `- ${en}`)
      .join('\n'),
    'reasons-ja': Object.values(FILE_RULES)
      .map(({ ja }) => `- ${ja}`)
      .join('\n'),
  })

const FORMATS = [
  { en: 'CSV and other delimited text: comma, semicolon, tab or bar', ja: 'CSVなど、コンマ・セミコロン・タブ・縦線で区切ったテキスト' },
  { en: 'XLSX and XLSM (Excel), ODS (LibreOffice)', ja: 'XLSX・XLSM（Excel）、ODS（LibreOffice）' },
  { en: 'JSON, one array or one object a line', ja: 'JSON（配列、または1行に1件）' },
  {
    en: 'Exports of our own form from KoboToolbox and ODK Central',
    ja: '本調査票の様式をKoboToolboxまたはODK Centralで記入し、書き出したもの',
  },
  {
    en: 'The Human Trafficking Case Data Standard and the published files of CTDC',
    ja: '人身取引事例データ標準（HTCDS）、CTDCの公開ファイル',
  },
]

/** Headings shown of each kind: enough to recognise it. */
const SHOWN = 8

const dropped = (kind: string, headings: string, language: Language): string =>
  table(
    [kind, headings],
    IDENTIFIER_KINDS.map((one) => [one[language], [one.en, one.ja, ...one.headings].slice(0, SHOWN).join(', ')]),
  )

const nameOf = (state: string) =>
  [...RESERVED, NOT_APPLICABLE].find(({ code }) => code === state) as (typeof RESERVED)[number] | typeof NOT_APPLICABLE

const missing = (state: string, words: string, language: Language): string =>
  table(
    [state, words],
    (
      [
        ['not_asked', NOT_RECORDED_WORDS],
        ['unknown', UNKNOWN_WORDS],
        ['declined', DECLINED_WORDS],
        ['not_applicable', NOT_APPLICABLE_WORDS],
      ] as const
    ).map(([state, list]) => [nameOf(state)[language], codes(list.split('|'))]),
  )
