/** The columns that are counted: one for each variable, and one more for the mode of the first step. */
import { VARIABLES, type VariableId } from '../../survey-schema/variables/index.ts'

/** The mode of the first step: what `step_mode` means beside `contact_first_actor`, where any step would mix two organisations. */
export const FIRST_STEP_MODE = 'step_mode:first'

export type ColumnId = VariableId | typeof FIRST_STEP_MODE

/** Every column that a snapshot holds. */
export const COLUMN_IDS: readonly ColumnId[] = [...VARIABLES.map((variable) => variable.id), FIRST_STEP_MODE]

/**
 * The column that a variable means beside another one in the same table, or by itself.
 * @example columnBeside('step_mode', 'contact_first_actor') === 'step_mode:first'
 */
export const columnBeside = (variable: string, beside?: string): string =>
  variable === 'step_mode' && beside === 'contact_first_actor' ? FIRST_STEP_MODE : variable
