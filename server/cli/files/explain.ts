/** What is wrong with a partner's file, in sentences: the row, the column by our own name or its position, and never a cell. */
import type { Issue } from '../../../survey-schema/problem.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { Refusal } from '../../runtime/refusal.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  unknown_column: 'the heading is not one of this format; to leave the column out, name its position with --leave-out',
  missing_column: 'the column is missing',
  duplicate_column: 'the column stands in the file twice',
  ragged_row: 'the row has more or fewer cells than the heading',
  not_utf8: 'bytes that are not UTF-8; save the file as UTF-8 and try again',
  duplicate_key: 'the case reference stands in the file twice',
  duplicate_row: 'the same row_no stands twice for one case',
  row_numbers: 'the row numbers of a case do not run 1, 2, 3 …',
  required: 'the cell is empty',
  invalid_type: 'the cell is not of the form of this column',
  invalid_code: 'the value is not on the list of this column',
  empty_file: 'the file is empty',
  undecided_column: 'the heading may be one of our questions; say yes to it in the mapping, or leave the column out',
  identifier_under_one_name: 'one of its two headings names an identifier and the other does not; correct the file',
  keys_look_like_names: 'case references look like names of persons; say "keys": "keep" or "number" in the mapping',
  error_value: 'the cell shows an error instead of a value',
  unreadable_text: 'the text of the cell could not be found in the workbook',
  formula_without_value: 'the cell holds a formula whose result is not in the file; open it in a spreadsheet and save it again',
  unclosed_quote: 'a quotation mark is opened and not closed',
  too_many_columns: 'there are more columns than any questionnaire has',
  too_large: 'it is too large to be read in one piece',
  too_many: 'it has more parts than a workbook',
  unpack_ratio: 'the workbook unpacks to far more than it should',
  broken_archive: 'the workbook is broken',
  encrypted: 'the workbook is protected by a password',
  no_workbook: 'the archive is not a workbook',
  no_sheet: 'the workbook has no such sheet',
  no_submissions: 'the file holds no submissions',
  broken_xml: 'it is not XML as we read it',
  unknown_format: 'this is none of the formats we read: CSV, XLSX, JSON; save an old Excel file as XLSX',
}
const SHOWN = 20

/** A refusal for a person, from a problem of reading a file; anything else stays what it was. */
export function explained(error: unknown, file: string): unknown {
  if (!(error instanceof ProblemError) || error.slug !== 'invalid-file') return error
  const lines = error.errors.slice(0, SHOWN).map((issue) => `  ${placeOf(issue)}: ${SENTENCES[issue.rule] ?? issue.rule}`)
  const rest = error.errors.length - lines.length
  return new Refusal(
    'invalid-file',
    [`${file} was not accepted; nothing was written`, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n'),
  )
}

/** `/rows/12/gender` becomes "row 12, column gender". */
function placeOf({ pointer }: Issue): string {
  const [, kind, first, second] = pointer.split('/')
  const column = (name: string) => (/^\d+$/.test(name) ? `column ${name}` : `column "${name}"`)
  if (kind === 'columns' && first) return column(first)
  if (kind === 'rows' && first) return second ? `row ${first}, ${column(second)}` : `row ${first}`
  return 'the file'
}
