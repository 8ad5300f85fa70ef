/** The regular expressions of our files: written as literals, found by the compiler's own parser, or made at run time, noted as they are made. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface WrittenPattern {
  /** File and line. */
  readonly place: string
  readonly pattern: RegExp
}

export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(`${folder}/${entry.name}`)
      : /\.tsx?$/.test(entry.name) && !/\.d\.ts$/.test(entry.name)
        ? [`${folder}/${entry.name}`]
        : [],
  )

/** Literals of the file, and the lines on which it makes a pattern at run time. */
export function patternsIn(file: string): { readonly literals: readonly WrittenPattern[]; readonly made: readonly string[] } {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const literals: WrittenPattern[] = []
  const made: string[] = []
  const place = (node: ts.Node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      const [, body = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.getText()) ?? []
      literals.push({ place: place(node), pattern: new RegExp(body, flags) })
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') made.push(place(node))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { literals, made }
}

/** Everything that `new RegExp` makes while the work runs, by the file and line that made it. */
export async function madePatterns(work: () => Promise<unknown>): Promise<readonly WrittenPattern[]> {
  const found = new Map<string, WrittenPattern>()
  const Engine = globalThis.RegExp
  globalThis.RegExp = new Proxy(Engine, {
    construct(target, given, newTarget) {
      const pattern = Reflect.construct(target, given, newTarget) as RegExp
      const line = new Error().stack?.split('\n').find((at) => /(survey-schema|server)\//.test(at) && !at.includes('/test/'))
      const [, path = '', at = ''] = /((?:survey-schema|server)\/[^\s?:]+)[^\s:]*:(\d+)/.exec(line ?? '') ?? []
      if (path) found.set(`${pattern}`, { place: `${relative('', path)}:${at}`, pattern })
      return pattern
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Engine
  }
  return [...found.values()]
}
