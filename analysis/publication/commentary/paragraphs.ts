/** Markdown as commentary may use it: paragraphs, lists, emphasis. Whatever else Markdown has is refused where it stands. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { CommentaryRun } from '../../../survey-schema/release/commentary.ts'
import type { CommentaryTrouble } from './trouble.ts'

type Style = CommentaryRun['style']
type Tree = ReturnType<typeof fromMarkdown>
type Node = Tree['children'][number] | Extract<Tree['children'][number], { children: readonly unknown[] }>['children'][number]

/** A stretch of text in one style, with the place of its first character. */
interface Leaf {
  readonly text: string
  readonly style: Style
  readonly line: number
  readonly column: number
}

export interface ParagraphRead {
  readonly kind: 'paragraph' | 'list-item'
  readonly leaves: readonly Leaf[]
}

/** @returns the paragraphs in order, and every element that has no place here */
export function paragraphsOf(file: string, markdown: string) {
  const troubles: CommentaryTrouble[] = []
  const paragraphs: ParagraphRead[] = []
  const refuse = ({ position }: Node | Tree) =>
    troubles.push({ file, line: position?.start.line ?? 1, column: position?.start.column ?? 1, rule: 'element' })

  const leaves = (node: Node, style: Style): readonly Leaf[] => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 }
    if (node.type === 'text') return [{ text: node.value, style, line, column }]
    if (node.type === 'break') return [{ text: '\n', style, line, column }]
    if (node.type === 'emphasis' || node.type === 'strong')
      return node.children.flatMap((child) => leaves(child, node.type === 'strong' || style === 'strong' ? 'strong' : 'emphasis'))
    refuse(node)
    return []
  }
  const blocks = (nodes: readonly Node[], kind: ParagraphRead['kind']) => {
    for (const node of nodes) {
      if (node.type === 'paragraph') paragraphs.push({ kind, leaves: node.children.flatMap((child) => leaves(child, 'plain')) })
      else if (node.type === 'list' && kind === 'paragraph' && !node.ordered) blocks(node.children, kind)
      else if (node.type === 'listItem' && kind === 'paragraph') blocks(node.children, 'list-item')
      else refuse(node)
    }
  }
  blocks(fromMarkdown(markdown).children, 'paragraph')
  return { paragraphs, troubles }
}

/** The text of a paragraph, whatever its styles: a word may be half emphasised. */
export const textOf = ({ leaves }: ParagraphRead): string => leaves.map(({ text }) => text).join('')

/** Where a character of `textOf` stands in the file. Written signs that Markdown reads as one (`&amp;`) count as one. */
export function placeIn({ leaves }: ParagraphRead, at: number): { readonly line: number; readonly column: number } {
  let before = 0
  for (const { text, line, column } of leaves) {
    if (at < before + text.length) {
      const lines = text.slice(0, at - before).split('\n')
      return { line: line + lines.length - 1, column: lines.length === 1 ? column + at - before : lines.at(-1)!.length + 1 }
    }
    before += text.length
  }
  return { line: leaves[0]?.line ?? 1, column: leaves[0]?.column ?? 1 }
}

/** The style of a character of `textOf`. */
export function styleAt({ leaves }: ParagraphRead, at: number): Style {
  let before = 0
  for (const { text, style } of leaves) {
    before += text.length
    if (at < before) return style
  }
  return 'plain'
}
