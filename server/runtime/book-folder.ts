/** Books as they lie in the data folder: `books/EDITION/`, each with `index.json` and its files. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Books } from '../deps.ts'

/** No name of an edition or a file leads out of the folder. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/

export const bookFolder = (dataDir: string, edition: string) => join(dataDir, 'books', edition)

export const heldBooks = (dataDir: string): Books => ({
  index: async (edition) =>
    NAME.test(edition) ? readFile(join(bookFolder(dataDir, edition), 'index.json'), 'utf8').catch(() => null) : null,
  open: async (edition, name) => {
    if (!NAME.test(edition) || !NAME.test(name)) return null
    const path = join(bookFolder(dataDir, edition), name)
    const found = await stat(path).catch(() => null)
    return found?.isFile() ? (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>) : null
  },
})
