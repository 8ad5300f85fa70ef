/** Anybody's table, for the audit of counts: inner counts, the cells that add them up, and which of these are published. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type ConstraintSystem, publishedCell, withheldCell } from '../../../analysis/disclosure/audit/bounds/constraint-system.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'

const MOST = 200_000

/** Other members of the file, such as a name or the truth, are not looked at. */
const shape = z.object({
  atoms: z.array(z.unknown()).max(MOST),
  cells: z
    .array(
      z.object({
        id: z.string().min(1).max(300),
        atoms: z.array(z.int().min(0)).max(MOST),
        published: z.number().min(0).max(1e12).nullable(),
      }),
    )
    .min(1)
    .max(MOST),
  nonNegative: z.literal(true).optional(),
})

/** @throws ProblemError `invalid-file` naming where, never what */
export function readAuditedTables(path: string): ConstraintSystem {
  const read = shape.safeParse(parseJson(readFileSync(path, 'utf8')))
  if (!read.success)
    throw problem(read.error.issues.slice(0, 20).map((issue) => ({ pointer: `/${issue.path.join('/')}`, rule: issue.code })))
  const { atoms, cells } = read.data
  const ids = new Set<string>()
  cells.forEach(({ id, atoms: held }, index) => {
    if (ids.has(id)) throw problem([{ pointer: `/cells/${index}/id`, rule: 'duplicate_id' }])
    ids.add(id)
    if (new Set(held).size < held.length) throw problem([{ pointer: `/cells/${index}/atoms`, rule: 'duplicate_atom' }])
    if (held.some((atom) => atom >= atoms.length)) throw problem([{ pointer: `/cells/${index}/atoms`, rule: 'no_such_atom' }])
  })
  return {
    size: atoms.length,
    cells: cells.map((cell) =>
      cell.published === null ? withheldCell(cell.id, cell.atoms) : publishedCell(cell.id, cell.atoms, cell.published),
    ),
  }
}

const problem = (errors: readonly { pointer: string; rule: string }[]) => new ProblemError('invalid-file', errors)
