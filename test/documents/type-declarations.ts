/** Where the type names of a package are declared: each name with the places, `path:line`, of its declarations. */
import { filesUnder, textOf } from '../support/project-files.ts'

export interface TypeDeclaration {
  readonly name: string
  readonly exported: boolean
  readonly place: string
}

/** `export type { X } from` hands a name on and `type X,` imports it; neither declares it. */
const DECLARATION = /^\s*(export )?(?:declare )?(?:abstract )?(?:interface|class|enum|type) (\w+)(?=\s*(?:$|[<={]|extends\b|implements\b))/

export const declarationsIn = (path: string, text: string): TypeDeclaration[] =>
  text.split('\n').flatMap((line, at) => {
    const [, exported, name] = DECLARATION.exec(line) ?? []
    return name === undefined ? [] : [{ name, exported: exported !== undefined, place: `${path}:${at + 1}` }]
  })

export const declarationsUnder = (folders: readonly string[]): TypeDeclaration[] =>
  folders
    .flatMap(filesUnder)
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => declarationsIn(path, textOf(path)))

/** Names that are exported somewhere, or are among `words`, and declared more than once, with every place. */
export function declaredTwice(declarations: readonly TypeDeclaration[], words: ReadonlySet<string>): Map<string, readonly string[]> {
  const judged = new Set([...words, ...declarations.filter(({ exported }) => exported).map(({ name }) => name)])
  const places = new Map<string, string[]>()
  for (const { name, place } of declarations) if (judged.has(name)) places.set(name, [...(places.get(name) ?? []), place])
  return new Map([...places].filter(([, all]) => all.length > 1))
}
