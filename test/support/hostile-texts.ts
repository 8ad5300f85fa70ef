/** Texts that make a pattern work hard: what it repeats, at length, after what leads there, and then something on which it fails. */
import type { AST } from '@eslint-community/regexpp'
import { isCharacter, matches, nodesOf, treeOf } from './counted-matcher.ts'

const COMMON = [...' a0A-._,/:@"\'<>=#(+[;|\n\t~あ一ก가é']
/** Hardly any pattern takes the one, and a point does not take the other. */
const FAILS = ['\u0001', '\n']
/** A run this short costs little at any place. */
const SHORT = 16
const MOST_UNITS = 5

/** @returns for each length of the text, as many hostile texts of that length */
export function hostileTexts(pattern: RegExp): readonly ((length: number) => string)[] {
  const tree = treeOf(pattern)
  const written = nodesOf(tree).flatMap((node) => (node.type === 'Character' ? [String.fromCodePoint(node.value)] : []))
  const pool = [...new Set([...COMMON, ...written])]
  const fitting = (node: AST.Node): readonly string[] => pool.filter((character) => matches(node, pattern.flags, character))

  /** The shortest text that the node takes. */
  const sample = (node: AST.Node): string => {
    switch (node.type) {
      case 'Alternative':
        return node.elements.map(sample).join('')
      case 'Quantifier':
        return sample(node.element).repeat(Math.max(node.min, node.max > 0 && node.min === 0 ? 0 : node.min))
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives[0] ? sample(node.alternatives[0]) : ''
      default:
        return isCharacter(node) ? (fitting(node)[0] ?? '') : ''
    }
  }
  /** What stands before the node in its own alternative and in those around it. */
  const before = (node: AST.Node): string => {
    const parent = node.parent as AST.Node | null
    if (!parent) return ''
    const own =
      parent.type === 'Alternative'
        ? parent.elements
            .slice(0, parent.elements.indexOf(node as AST.Element))
            .map(sample)
            .join('')
        : ''
    return before(parent) + own
  }
  const texts = new Map<string, (length: number) => string>()
  const add = (lead: string, unit: string, tail: string) => {
    if (unit === '') return
    texts.set(JSON.stringify([lead, unit, tail]), (length) => {
      const times = Math.max(1, Math.floor((length - lead.length - tail.length) / unit.length))
      return lead + unit.repeat(times) + tail
    })
  }
  for (const alternative of tree.alternatives) {
    const whole = sample(alternative)
    // Beginnings that never end.
    add('', whole, '\u0001')
    add('', [...whole].slice(0, -1).join(''), '\u0001')
  }
  for (const node of nodesOf(tree)) {
    if (node.type !== 'Quantifier' || node.max < SHORT) continue
    const lead = before(node)
    const inner = nodesOf(node.element).filter(isCharacter)
    const units = isCharacter(node.element)
      ? fitting(node.element).slice(0, MOST_UNITS)
      : [
          sample(node.element),
          ...inner.flatMap((one) => fitting(one).slice(0, 2)),
          [...inner].map((one) => fitting(one)[0] ?? '').join(''),
        ].slice(0, MOST_UNITS)
    for (const unit of units)
      for (const tail of [...FAILS, '']) {
        add(lead, unit, tail)
        add('', lead + unit, tail)
        add('', unit, tail)
      }
  }
  return [...texts.values()]
}
