/**
 * The tripwire: which kinds of identifier a text holds. It refuses, it does not clean. It never trips over the words of this
 * house: codes, labels, countries, prefectures, bands.
 */
import { allOurWords, isOurWord } from './ours.ts'
import type { TripwireKind } from './shape.ts'
import { type IsTelephone, shapesIn } from './shapes-in.ts'
import { unmask } from './unmask.ts'

let ourPhrases: RegExp | undefined

/** Our own labels that would trip ("Under 500,000 yen"), longest first. */
function phrasesThatTrip(): RegExp {
  if (!ourPhrases) {
    const source = allOurWords()
      .map(unmask)
      .filter((word) => shapesIn(word).length > 0)
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('|')
    ourPhrases = new RegExp(source === '' ? '(?!)' : `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{N}])`, 'giu')
  }
  return ourPhrases
}

/** Kinds of identifier in one text, the most specific first; none where the text is one of our own words. */
export function kindsIn(text: string, isTelephone?: IsTelephone): readonly TripwireKind[] {
  if (isOurWord(text)) return []
  const plain = unmask(text)
  const found = shapesIn(plain, isTelephone)
  if (found.length === 0) return found
  // Looked up only now: most texts hold nothing, and the list is long.
  const rest = plain.replace(phrasesThatTrip(), ' ')
  return rest === plain ? found : shapesIn(rest, isTelephone)
}

export interface Tripwire {
  /** Kinds of identifier in one text. */
  kindsIn(text: string): readonly TripwireKind[]
}

/** With the numbering plans of the world, which load on first use and then stay. */
export async function loadTripwire(): Promise<Tripwire> {
  const { isTelephone } = await (await import('./phones.ts')).loadPhones()
  return { kindsIn: (text) => kindsIn(text, isTelephone) }
}
