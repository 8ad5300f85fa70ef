/**
 * The window title of a table: what it counts, so that several tabs can be told apart. Variables whose words would say over a shoulder what the
 * book is about (P71) are no part of it; a new one is left out until somebody has put it here.
 */
import type { Text } from '../../survey-schema/text.ts'
import { variableById } from '../../survey-schema/variables/index.ts'
import type { Choice } from './choice.ts'
import { splitAxis } from './released-tables.ts'
import { WORDS } from './words.ts'

const NEUTRAL: ReadonlySet<string> = new Set([
  'registration_year',
  'source_type',
  'source_place',
  'gender',
  'age_band_registration',
  'citizenship',
  'first_language',
  'education',
  'marital_status',
  'livelihood_before',
  'leg_transport',
  'entry_point',
  'arrival_year',
  'entry_status',
  'status_at_contact',
  'expected_life',
  'image_before',
  'image_after',
  'info_source_japan',
  'step_actor',
  'step_mode',
  'learned_of_help',
  'time_to_contact',
  'return_status',
  'livelihood_after',
  'route_origin',
  'route_transit',
  'route_destination',
  'contact_first_actor',
  'contact_last_actor',
  'contact_length',
])

const LEFT_OUT: Text = { ja: '…', en: '…' }

/** @example windowTitle({ rows: 'citizenship@country', columns: null }).en // 'Tables: Citizenship' */
export function windowTitle({ rows, columns }: Pick<Choice, 'rows' | 'columns'>): Text {
  const [first, second] = [rows, columns].flatMap((axis) => (axis ? [splitAxis(axis)[0]] : [])).map(nameOf)
  if (!first || (first === LEFT_OUT && (!second || second === LEFT_OUT))) return WORDS.title
  const title = second ? { ja: WORDS.by(first.ja, second.ja).ja, en: WORDS.by(first.en, second.en).en } : first
  return WORDS.titleOf(title)
}

const nameOf = (id: string): Text => (NEUTRAL.has(id) ? (variableById(id) ?? LEFT_OUT) : LEFT_OUT)
