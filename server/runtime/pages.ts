/** The built pages, read once into memory: a path that is not on the list leads nowhere, so none can leave the folder. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pages } from '../deps.ts'
import { IMMUTABLE, NO_STORE } from '../http/headers.ts'
import {
  type Asked,
  askedIn,
  type Coding,
  type Encode,
  type Finished,
  represented,
  responseOf,
  type Sent,
  unchanged,
} from '../http/representation.ts'

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

export interface BuiltPages {
  readonly pages: Pages
  /** The same as what is sent, with bytes that are never copied. */
  readonly sent: (path: string, asked: Asked) => Promise<Sent | null>
  readonly built: boolean
}

/** `pages` answers null for every path when the pages were not built. @param encode what the build left uncompressed is compressed when it is first asked for */
export function builtPages(encode: Encode | null = null, folder = FOLDER): BuiltPages {
  const files = new Map<string, (asked: Asked) => Promise<Sent>>()
  for (const path of existsSync(folder) ? filesBelow(folder) : []) {
    const type = TYPES[extname(path)]
    if (!type) continue
    const name = `/${relative(folder, path).split(sep).join('/')}`
    const hashed = name.startsWith('/assets/')
    const made = new Map(CODED.flatMap(([coding, ending]) => (existsSync(path + ending) ? [[coding, bytesIn(path + ending)]] : [])))
    files.set(addressOf(name), page({ 'Content-Type': type, 'Cache-Control': hashed ? IMMUTABLE : NO_STORE }, bytesIn(path), made, encode))
  }
  return {
    built: files.has('/'),
    pages: async (path, asked) => (await files.get(path)?.(askedIn(asked)).then(responseOf)) ?? null,
    sent: async (path, asked) => (await files.get(path)?.(asked)) ?? null,
  }
}

/** The codings that the build left beside a file. */
const CODED = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const satisfies readonly (readonly [Coding, string])[]

const bytesIn = (path: string): Finished['bytes'] => new Uint8Array(readFileSync(path))

type Made = Finished['bytes'] | Promise<Finished['bytes']>

/** Digest and missing codings are made once, at the first request. */
function page(headers: Finished['headers'], bytes: Finished['bytes'], made: Map<Coding, Made>, encode: Encode | null) {
  let tag: string | null = null
  const encoded = async (coding: Coding) => {
    const known = made.get(coding) ?? (encode as Encode)(bytes, coding)
    made.set(coding, known)
    return known
  }
  return async (asked: Asked) => {
    tag ??= createHash('sha256').update(bytes).digest('hex')
    return unchanged(asked, tag, headers, encode !== null) ?? represented(asked, { tag, headers, bytes }, encode && encoded)
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
