/**
 * Reading a bundle back, in the server and in every program that works on published figures. A shape that is not
 * exactly a bundle is refused; a figure under the minimum, or beside a withheld status, is refused as well.
 */

import { ProblemError } from '../../../survey-schema/problem.ts'
import type { Bundle, Manifest } from '../../../survey-schema/release/bundle.ts'
import { bundleShape, journeysShape, tableShape } from '../../../survey-schema/release/bundle-shape.ts'
import type { ReleasedJourneyNode, ReleasedJourneys, ReleasedTable } from '../../../survey-schema/release/released-table.ts'

/** @throws ProblemError `invalid-bundle` naming where, never what  @param checksum recomputes the checksum of a value */
export function readBundle(value: unknown, checksum: (value: unknown) => string): Bundle {
  const read = parse(bundleShape, value)
  const { minimumCases } = read.manifest.policy
  const slices = new Set([
    ...read.manifest.editions.map((edition) => edition.id),
    ...(read.manifest.volume ? [read.manifest.volume.id] : []),
  ])
  read.tables.forEach((entry, index) => {
    const { checksum: stated, ...content } = entry
    if (checksum(content) !== stated) refuse(`/tables/${index}/checksum`, 'checksum')
    if (entry.cells.some((one) => 'figure' in one && one.figure < minimumCases)) refuse(`/tables/${index}/cells`, 'figure_too_small')
    if (!slices.has(entry.slice)) refuse(`/tables/${index}/slice`, 'unknown_slice')
    if (read.manifest.tables[index] !== `${entry.slice}/${entry.id}`) refuse('/manifest/tables', 'order')
  })
  read.manifest.persons.forEach(({ slice, most, lookAlikes }, index) => {
    if (!slices.has(slice)) refuse(`/manifest/persons/${index}/slice`, 'unknown_slice')
    if ([most, lookAlikes].some((one) => 'figure' in one && one.figure < minimumCases))
      refuse(`/manifest/persons/${index}`, 'figure_too_small')
  })
  if (read.manifest.tables.length !== read.tables.length) refuse('/manifest/tables', 'order')
  if ((read.routes === null) !== (read.manifest.volume === null)) refuse('/routes', 'volume')
  const { checksum: routesStated, ...tree } = read.routes ?? { checksum: null }
  if (read.routes !== null) {
    if (checksum(tree) !== routesStated) refuse('/routes/checksum', 'checksum')
    if (read.routes.slice !== read.manifest.volume?.id) refuse('/routes/slice', 'unknown_slice')
    if (read.routes.origins.some((node) => tooSmall(node, minimumCases))) refuse('/routes/origins', 'figure_too_small')
  }
  const { checksum: whole, ...rest } = read.manifest
  if (wholeChecksum(rest, [...read.tables.map((entry) => entry.checksum), routesStated], checksum) !== whole)
    refuse('/manifest/checksum', 'checksum')
  return read as unknown as Bundle
}

const tooSmall = ({ cell, children }: ReleasedJourneyNode, minimum: number): boolean =>
  ('figure' in cell && cell.figure < minimum) || children.some((child) => tooSmall(child, minimum))

/** What the checksum of a manifest covers: the manifest, and everything that it lists, in that order. */
export const wholeChecksum = (
  manifest: Omit<Manifest, 'checksum'>,
  checksums: readonly (string | null)[],
  checksum: (value: unknown) => string,
) => checksum({ ...manifest, checksums })

/** One table that was stored after `readBundle` had checked it. @throws ProblemError `invalid-bundle` */
export function readTable(value: unknown): ReleasedTable {
  return parse(tableShape, value) as unknown as ReleasedTable
}

/** The tree of journeys, stored after `readBundle` had checked it. @throws ProblemError `invalid-bundle` */
export function readJourneys(value: unknown): ReleasedJourneys {
  return parse(journeysShape, value) as unknown as ReleasedJourneys
}

/** The part of a zod schema that is used here; zod itself is no dependency of this package. */
interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; code: string }[] } }
}

function parse<T>(shape: Shape<T>, value: unknown): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  throw new ProblemError(
    'invalid-bundle',
    result.error.issues.slice(0, 20).map((issue) => ({
      pointer: `/${issue.path.filter((part) => typeof part === 'number' || /^[a-z_]+$/.test(String(part))).join('/')}`,
      rule: issue.code,
    })),
  )
}

function refuse(pointer: string, rule: string): never {
  throw new ProblemError('invalid-bundle', [{ pointer, rule }])
}
