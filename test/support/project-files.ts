/** The files of the project as a reader of the repository sees them: ours, as text, without what is installed or built. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url))

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.wrangler', '.cache'])

/** Paths from the root of the project with `/` between folders, in order. */
export function filesUnder(folder = ''): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (NOT_OURS.has(entry.name)) return []
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
    .sort()
}

export const textOf = (path: string) => readFileSync(join(PROJECT, path), 'utf8')

/** `path:line` of every line that matches, over the files given. */
export function placesOf(pattern: RegExp, paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : [])),
  )
}
