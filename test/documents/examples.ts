/** The `@example` lines of a file that state a value, `f(x) // y` or `f(x) === y`, and what they evaluate to. */
const STATED = [
  /@example (?<expression>[^\n]+?) \/\/ (?<value>[^\n]+?)(?: \*\/)?$/gm,
  /@example (?<expression>[^\n]+?) === (?<value>[^\n]+?)(?: \*\/)?$/gm,
]

export interface Example {
  readonly expression: string
  readonly value: string
}

export const examplesIn = (text: string): readonly Example[] =>
  STATED.flatMap((form) => [...text.matchAll(form)].map(({ groups }) => ({ expression: groups!.expression!, value: groups!.value! })))

/** Evaluates with the exports of the file as the only names beside those of JavaScript itself. @throws ReferenceError for any other name */
export function evaluated(source: string, names: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(names), `return (${source.replaceAll(/([\])\w])!(?=[.),])/g, '$1')})`)(
    ...Object.values(names),
  ) as unknown
}

/** Whether the stated value is written as a value of JavaScript, and not in words. */
export function isValue(source: string): boolean {
  try {
    evaluated(source, {})
    return true
  } catch {
    return false
  }
}
