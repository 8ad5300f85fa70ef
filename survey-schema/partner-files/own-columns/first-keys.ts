/** The case references of a file of our own, looked at before any row is read. */

import { tidyCell } from '../file-reader.ts'
import { type KeyColumn, KeySight } from '../plan/key-column.ts'
import type { FileRow } from '../texts/delimited.ts'
import type { JsonBody } from '../texts/json-rows.ts'

/** Alone, or behind the parts of our form. */
const KEY = /^(?:\w{1,40}[/.:-]){0,4}partner_case_key$/
/** References that are looked at to see whether they are running numbers. */
const KEYS_LOOKED_AT = 2000

/** What the first case references of our own file are. */
export function firstKeys({ cells: names }: FileRow, rows: Iterable<FileRow>): KeyColumn {
  const at = names.findIndex((cell) => KEY.test(tidyCell(cell)))
  return seenIn(rows, ({ cells, shown }) => shown?.get(at) ?? cells[at])
}

/** The same for submissions. */
export const firstKeysOfBodies = (bodies: Iterable<JsonBody>): KeyColumn =>
  seenIn(bodies, ({ value }) => (value as { readonly answers?: Readonly<Record<string, unknown>> } | null)?.answers?.partner_case_key)

function seenIn<One>(all: Iterable<One>, keyOf: (one: One) => unknown): KeyColumn {
  const sight = new KeySight()
  let looked = 0
  for (const one of all) {
    const key = keyOf(one)
    if (typeof key === 'string' && tidyCell(key) !== '') sight.take(tidyCell(key), false)
    if (++looked >= KEYS_LOOKED_AT) break
  }
  return sight.seen()
}
