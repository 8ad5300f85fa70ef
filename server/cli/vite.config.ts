/**
 * The command line as plain JavaScript in `dist/program`, each command a file of its own that is loaded when it is called. Packages that
 * bring machine code, fonts or outlines stay in `node_modules` and are found there.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `dist/program` lies as deep as `server/cli`, so `new URL('../../server/…', import.meta.url)` means the same in both. */
export default defineConfig({
  root: here('../..'),
  publicDir: false,
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
        'audit-thread': here('../editors/audit/audit-thread.ts'),
        'editors-thread': here('../demo/editors-thread.ts'),
      },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
})
