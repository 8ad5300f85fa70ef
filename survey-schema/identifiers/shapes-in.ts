/**
 * Which kinds of identifier an unmasked text holds, by shape and by what it announces. Names and workplaces have no shape; they
 * are kept out because a value outside its list is not accepted. Shapes of Japanese numbers are unverified.
 */
import { CONTACT_SHAPES, TELEPHONE_SHAPES } from './contact-shapes.ts'
import { BIRTH_SHAPES, DATE_SHAPES, WHOLE_MONTH } from './date-shapes.ts'
import { announcedIn } from './headings.ts'
import { AMOUNT_SHAPES, areYears, DEVICE_SHAPES, LONG_NUMBER, NUMBER_SHAPES, PLATE_SHAPES } from './number-shapes.ts'
import { ADDRESS_SHAPES, COORDINATE_SHAPES } from './place-shapes.ts'
import type { DetectedKind, IdentifierShape } from './shape.ts'
import { readings } from './unmask.ts'

/** In this order: more specific shapes first, because a match is taken out of the text for the later ones. */
const SHAPES: readonly IdentifierShape[] = [
  ...CONTACT_SHAPES,
  ...COORDINATE_SHAPES,
  ...DEVICE_SHAPES,
  ...PLATE_SHAPES,
  ...DATE_SHAPES,
  ...AMOUNT_SHAPES,
  ...NUMBER_SHAPES,
  ...ADDRESS_SHAPES,
  ...TELEPHONE_SHAPES,
]

/** Replaces what an earlier shape matched. Unmasking removes private use characters, so none is there by chance. */
const TAKEN = '\uE000'

function look(shape: IdentifierShape, text: string, found: Set<DetectedKind>): string {
  if (shape.needs && !shape.needs.test(text)) return text
  if (!shape.takes) {
    for (const [match] of text.matchAll(shape.pattern)) if (!shape.holds || shape.holds(match)) found.add(shape.kind)
    return text
  }
  return text.replace(shape.pattern, (match: string) => {
    if (shape.holds && !shape.holds(match)) return match
    found.add(shape.kind)
    return TAKEN
  })
}

/** Who judges numbers that the shapes left over: `phones.ts`, once it is loaded. */
export type IsTelephone = (candidate: string) => boolean
const CANDIDATE = /[+(]?\d(?:[ ().\-/]{0,2}\d){6,16}/g

function shapesOf(plain: string, isTelephone: IsTelephone | undefined, found: Set<DetectedKind>): void {
  let rest = plain
  for (const shape of SHAPES) rest = look(shape, rest, found)
  if (isTelephone)
    for (const [candidate] of rest.matchAll(CANDIDATE)) if (!areYears(candidate) && isTelephone(candidate)) found.add('telephone')
  look(LONG_NUMBER, rest, found)
  for (const shape of BIRTH_SHAPES) look(shape, plain, found)
}

/**
 * Kinds of identifier in an unmasked text, the most specific first.
 * @param isTelephone judges numbers by the numbering plans of the world; without it, by their look alone
 */
export function shapesIn(plain: string, isTelephone?: IsTelephone): readonly DetectedKind[] {
  const found = new Set<DetectedKind>()
  if (WHOLE_MONTH.test(plain.trim())) found.add('exact_date')
  for (const reading of [plain, ...readings(plain)]) shapesOf(reading, isTelephone, found)
  for (const kind of announcedIn(plain)) found.add(kind)
  return [...found]
}
