/** The built pages, read once into memory: a path that is not on the list leads nowhere, so none can leave the folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pages } from '../deps.ts'
import { IMMUTABLE, NO_STORE } from '../http/headers.ts'

const FOLDER = fileURLToPath(new URL('../../dist/web', import.meta.url))

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}

/** `pages` answers null for every path when the pages were not built. */
export function builtPages(folder = FOLDER): { readonly pages: Pages; readonly built: boolean } {
  const files = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Record<string, string> }>()
  for (const path of existsSync(folder) ? filesBelow(folder) : []) {
    const type = TYPES[extname(path)]
    if (!type) continue
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const hashed = name.startsWith('/assets/')
    files.set(addressOf(name), {
      bytes: new Uint8Array(readFileSync(path)),
      headers: { 'Content-Type': type, 'Cache-Control': hashed ? IMMUTABLE : NO_STORE },
    })
  }
  return {
    built: files.has('/'),
    pages(path) {
      const file = files.get(path)
      return file ? new Response(file.bytes, { headers: file.headers }) : null
    },
  }
}

/** `/index.html` is `/`, and `/book.html` is `/book`. */
const addressOf = (name: string) =>
  name
    .replace(/\/index\.html$/, '/')
    .replace(/\.html$/, '')
    .replace(/^(.+)\/$/, '$1')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  )
