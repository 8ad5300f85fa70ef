/**
 * The lines of a table that are no categories: its base, the ways of not answering, all cases. They follow from the base of the variable, which
 * the rules choose for a case set (`../disclosure/rules/base.ts`); a reader works the base out from the lines that are there.
 */
import type { LineRole } from '../../survey-schema/release/released-table.ts'
import type { Variable } from '../../survey-schema/variables/index.ts'
import { answeredLine, applicableLine, type Line, NO_ANSWER_LINE, NOT_APPLICABLE_LINE, STATE_LINES, TOTAL_LINE } from './line.ts'

/**
 * Of which cases the shares of a single table are shares: those with an answer; those to which the question applies, where "no answer" has no
 * line; all cases, where "not applicable" has none either.
 */
export type Base = 'answered' | 'applicable' | 'all'

export interface Frame {
  /** In the order in which a single table prints them, below its categories. */
  readonly alone: readonly Line[]
  /** Withheld cells of a single table without a line of their own: part of the base, or of all cases. */
  readonly unprinted: readonly Line[]
  /** In the order in which an axis of a crosstab prints them. */
  readonly crossed: readonly Line[]
}

const CROSSED = [NO_ANSWER_LINE, NOT_APPLICABLE_LINE, TOTAL_LINE]

export function frameOf(variable: Variable, base: Base): Frame {
  if (base === 'applicable')
    return { alone: [applicableLine(variable), NOT_APPLICABLE_LINE, TOTAL_LINE], unprinted: [NO_ANSWER_LINE], crossed: CROSSED }
  if (base === 'all') return { alone: [TOTAL_LINE], unprinted: [NO_ANSWER_LINE, NOT_APPLICABLE_LINE], crossed: CROSSED }
  return { alone: [answeredLine(variable), ...STATE_LINES, ...CROSSED], unprinted: [], crossed: CROSSED }
}

/** Under version 1 every table had the line of all answers, in crosstabs too. */
export function frameOfVersion1(variable: Variable): Frame {
  const { alone } = frameOf(variable, 'answered')
  return { alone, unprinted: [], crossed: [answeredLine(variable), ...CROSSED] }
}

/** The lines that a table of one variable leaves unprinted, found from those that it prints. */
export function unprintedBeside(printed: readonly { readonly role: LineRole | 'further' }[]): readonly Line[] {
  const prints = (role: LineRole) => printed.some((line) => line.role === role)
  return prints('answered') ? [] : prints('applicable') ? [NO_ANSWER_LINE] : [NO_ANSWER_LINE, NOT_APPLICABLE_LINE]
}

/** The lines of any frame with one of these codes. */
export const frameLines = (variable: Variable, codes: ReadonlySet<string>): readonly Line[] =>
  [answeredLine(variable), applicableLine(variable), ...STATE_LINES, ...CROSSED].filter(({ code }) => codes.has(code))

/** The lines of a single table, in the order in which they are printed. @param values lines of one level */
export const linesOfSingle = ({ frame }: { readonly frame: Frame }, values: readonly Line[]): Line[] => [...values, ...frame.alone]

/** The lines of an axis of a crosstab, in the order in which they are printed. @param values lines of one level */
export const linesOfAxis = ({ frame }: { readonly frame: Frame }, values: readonly Line[]): Line[] => [...values, ...frame.crossed]
