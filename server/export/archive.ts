/** Files in one ZIP archive: no clock, no owner, entries in the order given, so the same files give the same bytes everywhere. */
import { strToU8, type Zippable, zipSync } from 'fflate'

/** The earliest that a ZIP entry can say; the parts of the date are taken as local, so every time zone writes the same. */
const NO_TIME = new Date(1980, 0, 1)

/** @param files by path inside the archive */
export function archive(files: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of files) entries[path] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(entries, { level: 6, mtime: NO_TIME })
}
