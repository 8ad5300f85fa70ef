/**
 * The words of a file by where they stand: names in code, comments, titles of tests, messages, and prose of documents. A word may be
 * retired as a name and still be sent as a key, or stand in a message and still be stored; so each is looked for in its own zones.
 */
import { basename } from 'node:path'
import ts from 'typescript'

export type Zone = 'name' | 'comment' | 'title' | 'message' | 'document'

/** A piece of text and the line it begins on, from 1. */
export interface Piece {
  readonly zone: Zone
  readonly line: number
  readonly text: string
}

const TITLED = new Set(['describe', 'it', 'test'])

/** `describe`, `it.each(…)`, `test.for(…)`: whatever a call hangs on. */
function root(called: ts.Expression): string {
  if (ts.isIdentifier(called)) return called.text
  if (ts.isPropertyAccessExpression(called) || ts.isCallExpression(called) || ts.isTaggedTemplateExpression(called)) {
    return root(ts.isTaggedTemplateExpression(called) ? called.tag : called.expression)
  }
  return ''
}

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail | ts.JsxText =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node)

function isTitle(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isTemplateExpression(parent) || ts.isTemplateSpan(parent)) return isTitle(parent)
  return ts.isCallExpression(parent) && parent.arguments[0] === node && TITLED.has(root(parent.expression))
}

/** A text with a blank is read by people; one without is a code, a key or a path and may be stored. */
function codePieces(path: string, text: string): Piece[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const pieces: Piece[] = []
  const add = (zone: Zone, at: number, words: string) =>
    pieces.push(
      ...words
        .split('\n')
        .map((line, down) => ({ zone, line: source.getLineAndCharacterOfPosition(at).line + 1 + down, text: line }))
        .filter((piece) => piece.text.trim() !== ''),
    )
  let rest = ''
  let from = 0
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      if (!names.has(node.text)) add('name', node.getStart(source), node.text)
      names.add(node.text)
    } else if (isText(node) || ts.isRegularExpressionLiteral(node)) {
      const start = node.getStart(source)
      if (isText(node) && isTitle(node)) add('title', start, node.getText(source))
      else if (isText(node) && /\s/.test(node.text.trim())) add('message', start, node.getText(source))
      rest += text.slice(from, start) + text.slice(start, node.end).replace(/\S/g, '.')
      from = node.end
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  // What looks like a comment outside of every text is one.
  for (const { 0: words, index } of (rest + text.slice(from)).matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)) add('comment', index, words)
  return pieces
}

/** Name of a file without its ending: a name like those in code. */
const fileName = (path: string): Piece => ({ zone: 'name', line: 1, text: basename(path).replace(/(\.test)?\.\w+$/, '') })

/** Every piece of a file, each name once; nothing of a file that is neither code nor a document. */
export function piecesOf(path: string, text: string): Piece[] {
  if (/\.m?tsx?$|\.mjs$/.test(path)) return [fileName(path), ...codePieces(path, text)]
  const lines = text.split('\n').map((line, at): Piece => ({ zone: 'document', line: at + 1, text: line }))
  if (/\.(css|sql)$/.test(path))
    return [
      fileName(path),
      ...lines.filter((piece) => /\/\*|^\s*\*|^\s*--(?!\w)/.test(piece.text)).map((piece) => ({ ...piece, zone: 'comment' as const })),
    ]
  return /\.(md|jsonc?|toml|ya?ml|html)$|(^|\/)(NOTICE|run|\.\w+)$/.test(path) ? lines : []
}
