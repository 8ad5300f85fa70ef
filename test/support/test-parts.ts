/**
 * What `npm test` is made of: checks of the whole, and each folder of `test/` that has tests. A new folder is a part by itself, so no test
 * can be forgotten; which vitest project a file belongs to is the business of `vitest.config.ts`.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT } from './project-files.ts'

export interface TestPart {
  /** As it is written after `npm test --`, and in the summary. */
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** A run of vitest: its tests are counted one by one, and it waits until pages and program are built. */
  readonly tests: boolean
}

/** Counts as one test, like each check. */
export const BUILD: TestPart = { name: 'build', command: [process.execPath, 'server/cli/ready.mjs'], tests: false }

/** TypeScript 7, which checks in a third of the time; 6 stays beside it for those that call it as a library, which 7 does not offer. */
const TYPES = [process.execPath, 'node_modules/@typescript/native/bin/tsc', '-b', '--checkers', '2'] as const

const CHECKS: readonly TestPart[] = [
  { name: 'types', command: TYPES, tests: false },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'], tests: false },
  { name: 'unused', command: ['knip'], tests: false },
]

/**
 * The longest at once, because no lane ends before it; beside it the cheap ones, which fail most often; then the longest of the others, so
 * that the lanes end at about the same time; then the rest by name.
 */
const FIRST = ['server', 'boundaries', 'documents', 'attack', 'analysis', 'journeys', 'server/editors', 'properties']

/** Folders within a folder that are a part of their own: the longest part would otherwise go on alone at the end. */
const APART: readonly string[] = ['server/editors']

/**
 * The files of these share one process, because loading the code anew for each took a quarter to a third of their time. Most try pure
 * functions; those of `server` and `cli` open a server and a folder of their own. What a file replaces in its process it puts back, and modules of ours
 * keep nothing between two calls but what is the same for every caller.
 */
const IN_ONE_PROCESS: readonly string[] = [
  'analysis',
  'attack',
  'cli',
  'forms',
  'properties',
  'server',
  'server/editors',
  'survey-schema',
  'web',
]

const ofVitest = (name: string, ...paths: readonly string[]): TestPart => ({
  name,
  command: ['vitest', 'run', ...paths, ...(IN_ONE_PROCESS.includes(name) ? ['--isolate=false'] : [])],
  tests: true,
})

/** Names under `folder`, as paths within it, that end like a file of tests. */
export const testFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'))

/** A folder as a whole, or its files where some of them are a part of their own. */
function placesOf(root: string, name: string): readonly string[] {
  const apart = APART.filter((one) => one.startsWith(`${name}/`)).map((one) => `${one.slice(name.length + 1)}/`)
  if (apart.length === 0) return [`${join(root, name)}/`]
  const files = testFiles(join(root, name)).filter((file) => apart.every((folder) => !file.startsWith(folder)))
  return files.map((file) => join(root, name, file))
}

function folders(): readonly TestPart[] {
  const root = join(PROJECT, 'test')
  const place = (name: string) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && testFiles(join(root, entry.name)).length > 0)
    .flatMap(({ name }) => [name, ...APART.filter((apart) => apart.startsWith(`${name}/`))])
    .map((name) => ofVitest(name, ...placesOf(root, name)))
    .sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1))
}

export const allParts = (): readonly TestPart[] => [BUILD, ...CHECKS, ...folders()]

/**
 * The parts of these names; a name may also be a file under `test/`. What vitest runs comes after a build.
 * @throws RangeError for a name that is neither, with the list of parts
 */
export function partsOf(names: readonly string[]): readonly TestPart[] {
  const all = allParts()
  const asked = names.map((name) => {
    const part = all.find((known) => known.name === name)
    if (part) return part
    const file = join(PROJECT, 'test', name.replace(/^test\//, ''))
    if (file.endsWith('.test.ts') && existsSync(file)) return ofVitest(name, file)
    throw new RangeError(
      `there is no part '${name}': ${all.map((known) => known.name).join(', ')}, or a file such as journeys/form.test.ts`,
    )
  })
  const parts = [...new Set(asked)]
  return parts.some(({ tests }) => tests) && !parts.includes(BUILD) ? [BUILD, ...parts] : parts
}
