/** Files in one ZIP archive: no clock, no owner, entries in the order given, so the same files give the same bytes everywhere. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** The earliest that a ZIP entry can say. Without a zone it is read as local time, and local parts are written: every zone writes the same. */
const NO_TIME = '1980-01-01T00:00:00'

/** @param files by path inside the archive */
export function archive(files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of files) entries[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(entries, { level: 6, mtime: NO_TIME })
}
