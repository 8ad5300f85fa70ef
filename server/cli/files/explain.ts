/** What is wrong with a partner's file, in sentences: the row, the column by our own name or its position, and never a cell. */
import { ENCODING_NAMES, type Encoding } from '../../../survey-schema/partner-files/texts/encoding.ts'
import type { Issue } from '../../../survey-schema/problem.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import { Refusal } from '../../runtime/refusal.ts'

const SENTENCES: Readonly<Record<string, string>> = {
  unknown_column: 'the heading is not one of this format; to leave the column out, name its position with --leave-out',
  missing_column: 'the column is missing',
  duplicate_column: 'the column stands in the file twice',
  ragged_row: 'the row has more or fewer cells than the heading',
  not_utf8: 'bytes that are not of the encoding of the file; save it as UTF-8 and try again',
  cell_without_heading: 'something stands in a column without a heading; give it one, or name the position of the column with --leave-out',
  unknown_delimiter: 'it names a delimiter that is not read; save the file with commas, semicolons, tabs or vertical bars',
  encoding_unsure: 'the file may be in it; its bytes alone do not decide it. Say it with --encoding, or save the file as UTF-8',
  encoding_unknown: 'it is in none of the encodings that are read; save it as UTF-8',
  input_not_used: 'handed in twice, or with a file of a kind that takes none; nothing that is handed in is passed over',
  group_file: 'these are legs or steps; hand them in with --route-legs or --contact-steps beside the file of the cases',
  group_without_case: 'rows belong to a case that is not in the file',
  no_group_rows: 'this is no table of legs or steps',
  columns_disagree: 'the column of all answers and the columns of each answer do not say the same',
  other_form: 'a submission of another form stands among ours',
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
  unknown_format: 'this is none of the formats we read: CSV, XLSX, ODS, JSON; save an old Excel file as XLSX',
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

/** The place in a further file or sheet, whose name stands before it. */
function inside(pointer: string, parts: number): string {
  const rest = pointer.split('/').slice(parts).join('/')
  return rest === '' ? '' : `, ${placeOf({ pointer: `/${rest}`, rule: '' })}`
}

/** Files beside the file of the cases. */
const OPTIONS: Readonly<Record<string, string>> = { route_legs: '--route-legs', contact_steps: '--contact-steps' }

/** `/rows/12/gender` becomes "row 12, column gender". */
function placeOf({ pointer }: Issue): string {
  const [, kind, first, second] = pointer.split('/')
  const column = (name: string) => (/^\d+$/.test(name) ? `column ${name}` : `column "${name}"`)
  if (kind === 'columns' && first) return column(first)
  if (kind === 'sheets' && first) return `sheet ${first}${inside(pointer, 3)}`
  if (kind === 'encoding' && first) return `${ENCODING_NAMES[first as Encoding]}, --encoding ${first}`
  if (kind !== undefined && Object.hasOwn(OPTIONS, kind)) return `${OPTIONS[kind]}${inside(pointer, 2)}`
  if (kind === 'rows' && first) return second ? `row ${first}, ${column(second)}` : `row ${first}`
  return 'the file'
}
