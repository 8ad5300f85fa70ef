/** Folders and files for their owner alone, from the moment they are made: no mask of the process, and no later step, decides about it. */
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'

const FOLDER = 0o700
export const PRIVATE = 0o600
const OTHERS = 0o077

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
