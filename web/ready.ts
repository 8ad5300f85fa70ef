/**
 * The pages in `dist/web` are as new as their sources afterwards. A build takes seconds, so it happens only when a source is
 * newer than the last one. Standard output stays silent: `demo --json` promises one line there and nothing else.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist/web/index.html')

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Files under a folder of ours, any depth. */
function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

const sources = [...filesUnder('web'), ...filesUnder('survey-schema'), 'package-lock.json']
const newest = Math.max(...sources.map((path) => changed(join(root, path))))

if (changed(built) < newest) {
  process.stderr.write('Building the pages once …\n')
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
}
