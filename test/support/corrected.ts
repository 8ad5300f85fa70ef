/** A bundle as an editor would build it again after finding a mistake: some tables differ, every checksum is right. */
import { checksum } from '../../server/sealing/checksum.ts'
import type { Bundle, Manifest } from '../../survey-schema/release/bundle.ts'

type Loose = { id: string; slice: string; cells: { status: string; figure?: number }[]; checksum: string }

/** The bundle with another manifest, sealed anew. */
export function resealed(bundle: Bundle, change: Partial<Manifest>): Bundle {
  const { checksum: _old, ...manifest } = { ...bundle.manifest, ...change }
  const checksums = [...bundle.tables.map((table) => table.checksum), bundle.routes?.checksum ?? null]
  return { ...bundle, manifest: { ...manifest, checksum: checksum({ ...manifest, checksums }) } }
}

/** The first shown figure of each named table (`slice/table`) is one more, and the bundle follows the given one. */
export function corrected(bundle: Bundle, names: readonly string[], previous: string): Bundle {
  const copy = JSON.parse(JSON.stringify(bundle)) as Bundle
  for (const table of copy.tables as unknown as Loose[]) {
    if (!names.includes(`${table.slice}/${table.id}`)) continue
    const shown = table.cells.find(({ status }) => status === 'shown')
    if (shown?.figure === undefined) throw new Error('nothing is shown in this table')
    shown.figure++
    const { checksum: _old, ...content } = table
    table.checksum = checksum(content)
  }
  return resealed(copy, { previous })
}
