/** Several files as one ZIP archive without times and owners, entries in the order given: the same files give the same bytes on every machine. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** The earliest time that a ZIP entry can hold. It names no time zone, so it is read as local time; the entry holds local time too, and comes out alike in every zone. */
const NO_TIME = '1980-01-01T00:00:00'

/** @param files contents by path inside the archive */
export function archive(files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of files) entries[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(entries, { level: 6, mtime: NO_TIME })
}
