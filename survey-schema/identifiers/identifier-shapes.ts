/** Shapes of identifiers in a short text, as intake looks for them: synchronous, without the telephone numbering plans. */
import type { DetectedKind } from './shape.ts'
import { shapesIn } from './shapes-in.ts'
import { unmask } from './unmask.ts'

export { isIndividualNumber } from './check-digits.ts'

/** The kind of identifier whose shape the text holds, the most specific first; null where it holds none. */
export const kindOfShape = (text: string): DetectedKind | null => shapesIn(unmask(text))[0] ?? null
