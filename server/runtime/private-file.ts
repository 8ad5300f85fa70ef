/** Folders and files for their owner alone, from the moment they are made: no mask of the process, and no later step, decides about it. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from './refusal.ts'

const FOLDER = 0o700
export const PRIVATE = 0o600
const OTHERS = 0o077
/** Of what is made for everybody. */
export const PUBLIC = 0o644

/**
 * The folder is there; one that is made here may be looked into by its owner alone.
 * @returns false for one that was there and is open to others: it may be of other use, or on a medium without modes
 */
export function privateFolder(path: string): boolean {
  mkdirSync(path, { recursive: true, mode: FOLDER })
  return (statSync(path).mode & OTHERS) === 0
}

/** The folder and its files of these names are closed to others, also where they were not. */
export function closedToOthers(folder: string, files: readonly string[]): void {
  chmodSync(folder, FOLDER)
  for (const file of files) if (statSync(file, { throwIfNoEntry: false })) chmodSync(file, PRIVATE)
}

/** A file that was not there before holds these bytes and is on the disk. @throws the error of the file system */
export async function writePrivate(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const file = openSync(path, 'wx', PRIVATE)
  try {
    for await (const piece of pieces) for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

interface NewFile {
  readonly file: string
  readonly text: string
  readonly mode: number
}

/**
 * All files are there and on the disk, or none of them; none was there before. Each place is tried before the first word is written.
 * @throws Refusal when one of the places cannot be written or holds such a file already; what the others got is removed
 */
export function writeTogether(files: readonly NewFile[]): void {
  const made: string[] = []
  try {
    for (const { file, mode } of files) {
      const folder = mkdirSync(dirname(file), { recursive: true, mode: FOLDER })
      if (folder !== undefined) made.unshift(folder)
      closeSync(openSync(file, 'wx', mode))
      made.unshift(file)
    }
    for (const { file, text } of files) writeFileSync(file, text, { flush: true })
  } catch (error) {
    // The newest first: a folder is empty when its turn comes.
    for (const path of made) rmSync(path, { recursive: true, force: true })
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') throw new Refusal('file-exists', 'a file of this name is there already; nothing was written')
    if (code !== undefined) throw new Refusal('cannot-write', 'one of the places cannot be written; nothing was written')
    throw error
  }
}
