/**
 * Elements of one name in XML that comes in pieces, each as soon as it is whole. Read from start to end with two short patterns and a place, and not
 * with one pattern for the whole element, which would look to the end of the text again at every beginning.
 */

export interface ElementText {
  /** What stands in the opening tag after the name. */
  readonly opening: string
  readonly content: string
  /** Of the element in the whole text. */
  readonly from: number
  readonly to: number
}

/** A closing tag may be cut between two pieces; none is longer. */
const LONGEST_TAG = 64

const tags = new Map<string, { readonly open: RegExp; readonly close: RegExp }>()

function tagsOf(name: string): { readonly open: RegExp; readonly close: RegExp } {
  const known = tags.get(name)
  if (known) return known
  const made = {
    open: new RegExp(String.raw`<(?:\w{1,24}:)?${name}(?=[\s/>])([^<>]*)>`, 'g'),
    close: new RegExp(String.raw`</(?:\w{1,24}:)?${name}\s{0,8}>`, 'g'),
  }
  tags.set(name, made)
  return made
}

/** The first match from this place on. */
function firstFrom(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** @param waits is told how much of the text waits for the end of an element, whenever a piece was read */
export function* elementsOf(pieces: Iterable<string>, name: string, waits: (length: number) => void = () => {}): Generator<ElementText> {
  const { open, close } = tagsOf(name)
  let [text, offset, at] = ['', 0, 0]
  let begun: { readonly opening: string; readonly from: number; readonly inside: number } | null = null
  for (const piece of pieces) {
    text += piece
    for (;;) {
      if (!begun) {
        const found = firstFrom(open, text, at)
        if (!found) break
        const opening = found[1] as string
        at = found.index + found[0].length
        if (opening.endsWith('/')) yield { opening: opening.slice(0, -1), content: '', from: offset + found.index, to: offset + at }
        else begun = { opening, from: found.index, inside: at }
      }
      if (begun) {
        const found = firstFrom(close, text, at)
        if (!found) break
        at = found.index + found[0].length
        yield { opening: begun.opening, content: text.slice(begun.inside, found.index), from: offset + begun.from, to: offset + at }
        begun = null
      }
    }
    // What was looked through is not looked through again; what belongs to nothing is let go.
    at = Math.max(at, begun ? text.length - LONGEST_TAG : text.lastIndexOf('<'))
    const done: number = begun ? begun.from : at
    text = text.slice(done)
    offset += done
    at -= done
    if (begun) begun = { ...begun, from: 0, inside: begun.inside - done }
    waits(text.length)
  }
}

/** Those of a text that is whole. */
export const elementsIn = (text: string, name: string): Generator<ElementText> => elementsOf([text], name)

/** The text without them. */
export function withoutElements(text: string, name: string): string {
  let [rest, at] = ['', 0]
  for (const { from, to } of elementsIn(text, name)) {
    rest += text.slice(at, from)
    at = to
  }
  return rest + text.slice(at)
}
