// @ts-check
/**
 * What is built, the pages in `dist/web` and the command line in `dist/program`, is as new as its sources afterwards. A build takes
 * seconds, so it happens only when a source is newer than the last one. This file is JavaScript, because Node itself runs it before
 * anything is built. Standard output stays silent: `demo --json` promises one line there and nothing else.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Started from a test, the pages would hold the development build of React, twice as heavy.
process.env.NODE_ENV = 'production'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A file that every build of it writes, its configuration, and the folders and files that it is made of. */
const BUILDS = [
  { name: 'web', file: 'index.html', config: 'web/vite.config.ts', sources: ['web', 'analysis', 'survey-schema', 'package-lock.json'] },
  {
    name: 'program',
    file: 'jnatip.mjs',
    config: 'server/cli/vite.config.ts',
    sources: ['server', 'analysis', 'survey-schema', 'package-lock.json'],
  },
]

/** @param {string} path a file, or a folder with all that is in it @returns {number} when any of it last changed, in milliseconds; 0 where nothing is */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

for (const { name, file, config, sources } of BUILDS) {
  const built = join(root, 'dist', name)
  if (newest(join(built, file)) >= Math.max(...sources.map((path) => newest(join(root, path))))) continue
  process.stderr.write(`Building ${name === 'web' ? 'the pages' : 'the program'} once …\n`)
  const began = new Date()
  const { build } = await import('vite')
  // Built beside its place and moved there whole: whoever starts a command meanwhile finds the old one or the new one.
  const part = join(root, 'dist', `.${name}-${process.pid}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  try {
    await build({ configFile: join(root, config), logLevel: 'warn', build: { outDir: part, emptyOutDir: true } })
    // A source that changed while this ran is newer than what was built.
    utimesSync(join(part, file), began, began)
    rmSync(built, { recursive: true, force: true })
    renameSync(part, built)
  } finally {
    rmSync(part, { recursive: true, force: true })
  }
}
