/** The message of each rule of reading a file, to the partner whose file it is. Rules of the questionnaire itself stand in `rules.ts`. */
import { RULES } from '../answers/rules.ts'
import { QUOTA_RULES } from '../quotas.ts'
import type { Text } from '../text.ts'

export const FILE_RULES = {
  unknown_column: { en: 'The heading is not one of our questions.', ja: '見出しが調査票の質問にあてはまりません。' },
  missing_column: { en: 'The column is missing.', ja: '必要な列がありません。' },
  decisions_not_used: {
    en: 'Decisions about columns, or for the whole file, belong to lists of your own; a file of this kind says all that itself.',
    ja: '列や全体についての指定は独自の一覧のためのものです。この種類のファイルには使えません。',
  },
  known_column: {
    en: 'The heading is the name of one of our questions; a decision calls it another.',
    ja: '見出しは調査票の質問の名称ですが、別の質問として指定されています。',
  },
  no_such_column: { en: 'The file has no such column.', ja: 'その位置に列がありません。' },
  leave_out_in_decisions: {
    en: 'Columns of this kind of file are left out by its decisions: write "leave out" as what the column means.',
    ja: 'この種類のファイルの列は、読み取り方の中で「leave out」として除いてください。',
  },
  duplicate_column: { en: 'Two columns answer the same question.', ja: '同じ質問にあたる列が二つあります。' },
  undecided_column: {
    en: 'The heading may be one of our questions; it waits for a yes.',
    ja: '見出しが調査票の質問にあたるかもしれません。確認を待っています。',
  },
  identifier_under_one_name: {
    en: 'One of its two headings names an identifier and the other does not; correct the file.',
    ja: '二つの見出しの一方だけが個人を特定する項目を指しています。ファイルを直してください。',
  },
  undecided_word: {
    en: 'A word here could be one of our answers; it waits for a yes.',
    ja: '回答の一つにあたるかもしれない言葉があります。確認を待っています。',
  },
  ragged_row: { en: 'The row has more or fewer cells than the heading.', ja: 'セルの数が見出しと合いません。' },
  unreadable_text: { en: 'The text of the cell could not be found in the workbook.', ja: 'セルの文字列をブックの中に見つけられません。' },
  error_value: {
    en: 'The cell shows an error (#N/A and the like) instead of a value.',
    ja: 'セルに値ではなくエラー（#N/Aなど）が表示されています。',
  },
  formula_without_value: {
    en: 'The cell holds a formula whose result is not in the file. Open it in a spreadsheet and save it again.',
    ja: '計算式の結果がファイルに保存されていません。表計算ソフトで開いて保存し直してください。',
  },
  unmapped: { en: 'The value has no code of ours.', ja: '対応する回答のない値です。' },
  does_not_arise: {
    en: 'The question does not apply, given an earlier answer of the same case: this answer was not taken.',
    ja: '前の回答により対象外となる質問のため、この回答は受け付けていません。',
  },
  no_such_case: {
    en: 'Rows of journeys or contact steps whose case is not in the file.',
    ja: '移動の区間またはつながった機関の行に、対応する事例がありません。',
  },
  keys_look_like_names: {
    en: 'Case references here look like names of persons: keep them, or number the rows instead?',
    ja: '符号が人の名前のようです。このまま使うか、行番号を符号にするかを決めてください。',
  },
  not_utf8: { en: 'Bytes that are not of the encoding of the file.', ja: 'ファイルの文字コードにない文字があります。' },
  invalid_json: { en: 'The line is not JSON as we read it.', ja: 'JSONとして読み取れない行です。' },
  duplicate_row: { en: 'The same row_no stands twice for one case.', ja: '一つの事例に同じ row_no が二度あります。' },
  row_numbers: { en: 'The row numbers of a case do not run 1, 2, 3 …', ja: '事例の row_no が 1、2、3 … と続いていません。' },
  empty_file: { en: 'The file is empty.', ja: 'ファイルが空です。' },
  unclosed_quote: { en: 'A quotation mark is opened and not closed.', ja: '引用符が閉じられていません。' },
  too_many_columns: { en: 'There are more columns than any questionnaire has.', ja: '列が多すぎます。' },
  unpack_ratio: { en: 'The workbook unpacks to far more than it should.', ja: 'ブックを展開すると異常に大きくなります。' },
  broken_archive: { en: 'The workbook is broken.', ja: 'ブックが壊れています。' },
  encrypted: { en: 'The workbook is protected by a password.', ja: 'ブックがパスワードで保護されています。' },
  no_workbook: { en: 'The archive is not a workbook.', ja: 'この圧縮ファイルはブックではありません。' },
  no_sheet: { en: 'The workbook has no such sheet.', ja: 'ブックに該当するシートがありません。' },
  no_submissions: { en: 'The file holds no submissions.', ja: 'ファイルに事例がありません。' },
  broken_xml: { en: 'It is not XML as we read it.', ja: 'XMLとして読み取れません。' },
  unknown_format: {
    en: 'This is none of the formats we read: CSV, XLSX, ODS, JSON. Save an old Excel file as XLSX.',
    ja: '読み取れる形式（CSV、XLSX、ODS、JSON）ではありません。古いExcelの形式であれば、XLSXで保存し直してください。',
  },
  no_decisions: {
    en: 'This is not a file of kept decisions.',
    ja: '保存された読み取り方のファイルではありません。',
  },
  cell_without_heading: {
    en: 'Something stands in a column without a heading; give it a heading, or leave the column out.',
    ja: '見出しのない列に値があります。見出しを付けるか、その列を除いてください。',
  },
  unknown_delimiter: {
    en: 'The first line names a delimiter that we do not read; save the file with commas, semicolons, tabs or vertical bars.',
    ja: '先頭行に示された区切り文字は読み取れません。コンマ、セミコロン、タブ、縦線のいずれかで保存してください。',
  },
  encoding_unsure: {
    en: 'The file may be in this encoding; its bytes alone do not decide it.',
    ja: 'この文字コードかもしれませんが、内容だけでは決められません。',
  },
  encoding_unknown: {
    en: 'The file is in none of the encodings that we read; save it as UTF-8.',
    ja: '読み取れる文字コードではありません。UTF-8で保存し直してください。',
  },
  input_not_used: {
    en: 'Legs of journeys or contact steps were handed in twice, or with a file of a kind that does not take them.',
    ja: '移動の区間または相談・支援の経過が二重に指定されたか、それらを伴わない種類のファイルとともに指定されました。',
  },
  group_file: {
    en: 'These are legs of journeys or contact steps; hand them in together with the file of the cases.',
    ja: '移動の区間または相談・支援の経過の表です。事例のファイルとあわせて指定してください。',
  },
  group_without_case: {
    en: 'Legs or steps belong to a case that is not in the file.',
    ja: 'ファイルにない事例の区間または経過があります。',
  },
  no_group_rows: { en: 'This is no table of legs or steps.', ja: '区間または経過の表ではありません。' },
  columns_disagree: {
    en: 'The column of all answers and the columns of each answer do not say the same.',
    ja: '全回答の列と、回答ごとの列の内容が一致しません。',
  },
  other_form: { en: 'A submission of another form stands among ours.', ja: '別の調査票の回答が含まれています。' },
  file_too_large: { en: 'It is too large to be read in one piece.', ja: '一度に読み取るには大きすぎます。' },
} as const satisfies Readonly<Record<string, Text>>

/** What a rule says about a row or a file; null for one that nobody named. */
export function fileRuleText(rule: string): Text | null {
  if (Object.hasOwn(QUOTA_RULES, rule)) return QUOTA_RULES[rule as keyof typeof QUOTA_RULES]
  if (Object.hasOwn(FILE_RULES, rule)) return FILE_RULES[rule as keyof typeof FILE_RULES]
  return Object.hasOwn(RULES, rule) ? RULES[rule as keyof typeof RULES] : null
}
