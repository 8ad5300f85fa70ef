/**
 * The command line as plain JavaScript in `dist/program`, each command a file of its own that is loaded when it is called. Packages that
 * bring machine code, fonts or outlines stay in `node_modules` and are found there.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One value for the sources of the program: answers that another one made may be written in another way. */
function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const folder of ['server', 'analysis', 'survey-schema'])
    for (const entry of readdirSync(here(`../../${folder}`), { recursive: true, withFileTypes: true }).sort((a, b) =>
      join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
    ))
      if (entry.isFile()) digest.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)))
  return digest.update(readFileSync(here('../../package-lock.json'))).digest('hex')
}

/** `dist/program` lies as deep as `server/cli`, so `new URL('../../server/…', import.meta.url)` means the same in both. */
export default defineConfig({
  root: here('../..'),
  publicDir: false,
  define: { JNATIP_PROGRAM: JSON.stringify(digestOfSources()) },
  ssr: {
    noExternal: true,
    external: ['better-sqlite3', '@resvg/resvg-js', '@myriaddreamin/typst-ts-node-compiler', 'highs'],
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: here('../../dist/program'),
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: {
        jnatip: here('cli.ts'),
        'page-order-thread': here('../runtime/page-order-thread.ts'),
        'audit-thread': here('../editors/audit/audit-thread.ts'),
        'editors-thread': here('../demo/editors-thread.ts'),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
