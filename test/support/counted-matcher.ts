/**
 * How much work a backtracking matcher does for a pattern, as a number of steps. The engine of the platform tells nobody, and seconds differ from
 * machine to machine; so this one tries what it would try, in the same order, and counts. What a single character matches it asks the engine
 * itself. It knows no short cuts of an engine, so it counts at least as much as is done.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'

type Next = (at: number) => number

/** Thrown where a text costs more than anybody would wait for. */
export class TooMuchWork extends Error {}

export interface CountedMatches {
  /** Start and end of each match, as `matchAll` of a global pattern, or the first of any other. */
  readonly found: readonly (readonly [from: number, to: number])[]
  readonly steps: number
}

const NONE = -1

/** @param most steps after which it gives up @throws TooMuchWork */
export function countedMatches(pattern: RegExp, text: string, most = Infinity): CountedMatches {
  const tree = treeOf(pattern)
  const { ignoreCase, multiline, global, sticky, flags } = pattern
  const wide = /[uv]/.test(flags)
  let steps = 0
  const tick = () => {
    if (++steps > most) throw new TooMuchWork('too many steps')
  }
  let groups: (readonly [number, number] | undefined)[] = []

  /** The place after the character at this one, or before it where `back`; -1 at the end. */
  const beside = (at: number, back: boolean): number => {
    if (back ? at === 0 : at === text.length) return NONE
    if (!wide) return back ? at - 1 : at + 1
    if (!back) return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1)
    return at - (at > 1 && (text.codePointAt(at - 2) as number) > 0xffff ? 2 : 1)
  }
  const character = (node: AST.Element, at: number, back: boolean): number => {
    tick()
    const to = beside(at, back)
    if (to === NONE) return NONE
    return matches(node, flags, back ? text.slice(to, at) : text.slice(at, to)) ? to : NONE
  }
  const oneOf = (alternatives: readonly AST.Alternative[], at: number, back: boolean, next: Next): number => {
    for (const { elements } of alternatives) {
      const end = inOrder(back ? [...elements].reverse() : elements, 0, at, back, next)
      if (end !== NONE) return end
    }
    return NONE
  }
  const inOrder = (elements: readonly AST.Element[], index: number, at: number, back: boolean, next: Next): number => {
    const element = elements[index]
    return element ? one(element, at, back, (to) => inOrder(elements, index + 1, to, back, next)) : next(at)
  }
  const repeated = ({ element, min, max, greedy }: AST.Quantifier, at: number, back: boolean, next: Next): number => {
    if (isCharacter(element)) {
      const ends = [at]
      while (greedy && ends.length <= max) {
        const to = character(element, ends.at(-1) as number, back)
        if (to === NONE) break
        ends.push(to)
      }
      if (greedy) {
        for (let count = ends.length - 1; count >= min; count--) {
          tick()
          const end = next(ends[count] as number)
          if (end !== NONE) return end
        }
        return NONE
      }
      for (let [count, place] = [0, at]; count <= max && place !== NONE; count++, place = character(element, place, back)) {
        const end = count >= min ? next(place) : NONE
        if (end !== NONE) return end
      }
      return NONE
    }
    const again = (count: number, place: number): number => {
      tick()
      const more = () =>
        count < max ? one(element, place, back, (to) => (to === place && count >= min ? NONE : again(count + 1, to))) : NONE
      if (count < min) return more()
      if (!greedy) {
        const end = next(place)
        return end === NONE ? more() : end
      }
      const end = more()
      return end === NONE ? next(place) : end
    }
    return again(0, at)
  }
  const isWord = (at: number) => at >= 0 && at < text.length && /\w/.test(text[at] as string)
  const asserted = (node: AST.Assertion, at: number): boolean => {
    tick()
    switch (node.kind) {
      case 'start':
        return at === 0 || (multiline && text[at - 1] === '\n')
      case 'end':
        return at === text.length || (multiline && text[at] === '\n')
      case 'word':
        return (isWord(at - 1) !== isWord(at)) !== node.negate
      default:
        return (oneOf(node.alternatives, at, node.kind === 'lookbehind', (to) => to) !== NONE) !== node.negate
    }
  }
  const one = (node: AST.Element, at: number, back: boolean, next: Next): number => {
    tick()
    switch (node.type) {
      case 'Assertion':
        return asserted(node, at) ? next(at) : NONE
      case 'Group':
        return oneOf(node.alternatives, at, back, next)
      case 'CapturingGroup': {
        const place = captures(tree).indexOf(node)
        return oneOf(node.alternatives, at, back, (to) => {
          const before = groups[place]
          groups[place] = back ? [to, at] : [at, to]
          const end = next(to)
          if (end === NONE) groups[place] = before
          return end
        })
      }
      case 'Backreference': {
        const held = groups[captures(tree).indexOf(node.resolved as AST.CapturingGroup)]
        if (!held) return next(at)
        const said = text.slice(...held)
        const to = back ? at - said.length : at + said.length
        const here = text.slice(Math.min(at, to), Math.max(at, to))
        const same = ignoreCase ? here.toLowerCase() === said.toLowerCase() : here === said
        return same && to >= 0 ? next(to) : NONE
      }
      case 'Quantifier':
        return repeated(node, at, back, next)
      default: {
        const to = character(node, at, back)
        return to === NONE ? NONE : next(to)
      }
    }
  }

  // An engine tries a pattern that begins with ^ at the start alone.
  const fromStart = !multiline && tree.alternatives.every(({ elements: [first] }) => first?.type === 'Assertion' && first.kind === 'start')
  const found: (readonly [number, number])[] = []
  for (let from = 0; from <= text.length; ) {
    groups = []
    const to = oneOf(tree.alternatives, from, false, (end) => end)
    if (to !== NONE) found.push([from, to])
    if ((to !== NONE && !global) || (to === NONE && (sticky || fromStart))) break
    from = to > from ? to : Math.max(beside(from, false), from + 1)
  }
  return { found, steps }
}

const trees = new Map<string, AST.Pattern>()
/** The pattern as a tree. */
export function treeOf({ source, flags }: RegExp): AST.Pattern {
  const name = `${flags}/${source}`
  const known = trees.get(name)
  if (known) return known
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') })
  trees.set(name, tree)
  return tree
}

const held = new WeakMap<AST.Pattern, readonly AST.CapturingGroup[]>()
function captures(tree: AST.Pattern): readonly AST.CapturingGroup[] {
  const known = held.get(tree)
  if (known) return known
  const list = nodesOf(tree).filter((node): node is AST.CapturingGroup => node.type === 'CapturingGroup')
  held.set(tree, list)
  return list
}

/** All nodes of a tree, parents first. */
export function nodesOf(node: AST.Node): readonly AST.Node[] {
  const children =
    'alternatives' in node && Array.isArray(node.alternatives)
      ? (node.alternatives as readonly AST.Node[])
      : node.type === 'Alternative'
        ? node.elements
        : node.type === 'Quantifier'
          ? [node.element]
          : []
  return [node, ...children.flatMap(nodesOf)]
}

export const isCharacter = ({ type }: AST.Node): boolean =>
  type === 'Character' || type === 'CharacterSet' || type === 'CharacterClass' || type === 'ExpressionCharacterClass'

const judged = new WeakMap<AST.Node, { readonly pattern: RegExp; readonly known: Map<string, boolean> }>()
/** Whether one character is what the node stands for: said by the engine. */
export function matches(node: AST.Node, flags: string, character: string): boolean {
  let judge = judged.get(node)
  if (!judge) {
    judge = { pattern: new RegExp(`^(?:${node.raw})$`, flags.replace(/[gymd]/g, '')), known: new Map() }
    judged.set(node, judge)
  }
  const known = judge.known.get(character)
  if (known !== undefined) return known
  const fits = judge.pattern.test(character)
  judge.known.set(character, fits)
  return fits
}
