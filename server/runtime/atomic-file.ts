/** A file that is there whole or not at all: written beside its place, synced, and put into it by one rename. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

export interface AtomicFile {
  write(text: string): void
  /** The file stands in its place with everything written. */
  commit(): void
  /** Nothing of it is left; after `commit` this does nothing. */
  discard(): void
}

const BUFFERED = 1 << 18

/** @throws the error of the file system when the folder cannot be written */
export function atomicFile(path: string): AtomicFile {
  const part = `${path}.part-${process.pid}`
  const file = openSync(part, 'w', 0o600)
  let waiting = ''
  let open = true
  const flush = () => {
    if (waiting !== '') writeSync(file, waiting)
    waiting = ''
  }
  return {
    write(text) {
      waiting += text
      if (waiting.length > BUFFERED) flush()
    },
    commit() {
      flush()
      fsyncSync(file)
      closeSync(file)
      open = false
      renameSync(part, path)
    },
    discard() {
      if (!open) return
      closeSync(file)
      open = false
      rmSync(part, { force: true })
    },
  }
}

/** Renames in this folder are on the disk too. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
