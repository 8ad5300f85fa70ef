/** The files of a book in their folder, all of them or none: a reader never meets half a book, and a book that was there stays until the new one is whole. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BookIndex } from '../editions/book-files.ts'
import { type BookFile, digestOf } from '../editors/book-files/book-files.ts'
import { Refusal } from '../runtime/refusal.ts'

type Listed = BookIndex['files']

/** Puts a file on the disk and waits until it is there. @throws as `node:fs` does */
type Write = (path: string, content: Uint8Array | string) => void

const onDisk: Write = (path, content) => writeFileSync(path, content, { flag: 'wx', flush: true, mode: 0o600 })

/**
 * @param out the folder; what stood there is replaced in one step
 * @param index the text of `index.json`, made of what was written
 * @throws Refusal in words for a disk that is full or may not be written; then nothing has changed
 */
export async function writeWholeBook(
  out: string,
  files: readonly BookFile[],
  index: (files: Listed) => string,
  { advance = () => {}, write = onDisk }: { readonly advance?: () => void; readonly write?: Write } = {},
): Promise<Listed> {
  const written: Listed = []
  let part: string | null = null
  let before: string | null = null
  try {
    mkdirSync(dirname(out), { recursive: true, mode: 0o700 })
    // Beside the place of the book, on the same disk, so that one rename puts it there.
    part = mkdtempSync(join(dirname(out), `.${basename(out)}.part-`))
    for (const { name, format, language, type, make } of files) {
      const content = await make()
      write(join(part, name), content)
      written.push({ name, format, language, type, bytes: content.length, sha256: digestOf(content) })
      advance()
    }
    write(join(part, 'index.json'), index(written))
    if (existsSync(out)) {
      renameSync(out, `${part}-before`)
      before = `${part}-before`
    }
    renameSync(part, out)
    if (before !== null) rmSync(before, { recursive: true, force: true })
    return written
  } catch (error) {
    if (before !== null && !existsSync(out)) renameSync(before, out)
    if (part !== null) rmSync(part, { recursive: true, force: true })
    throw refusalOf(error)
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: nothing was written. The whole book takes about 100 MB; make room or name fewer formats with --to',
  EDQUOT: 'the quota of the disk is used up: nothing was written. Make room or name fewer formats with --to',
  ENOTDIR: 'the folder of --out would stand under a file: nothing was written',
  EACCES: 'the folder of --out may not be written: nothing was written',
  EROFS: 'the disk of --out may not be written: nothing was written',
}

function refusalOf(error: unknown): unknown {
  const trouble = TROUBLES[(error as NodeJS.ErrnoException).code ?? '']
  return trouble ? new Refusal('cannot-write', trouble) : error
}
