/** Shapes of identifiers in a short text, as the engine at the door looks for them: at once, without the numbering plans of the world. */
import type { DetectedKind } from './shape.ts'
import { shapesIn } from './shapes-in.ts'
import { unmask } from './unmask.ts'

export { isIndividualNumber } from './check-digits.ts'

/** The kind of identifier whose shape the text holds, the most specific first; null where it holds none. */
export const kindOfShape = (text: string): DetectedKind | null => shapesIn(unmask(text))[0] ?? null
