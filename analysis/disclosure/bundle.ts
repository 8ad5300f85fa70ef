/**
 * Reading a bundle back, at the door of the server and of every program that works on published figures. A shape that is not
 * exactly a bundle is refused; a figure under the minimum, or beside a withheld status, is refused as well.
 */
import { z } from 'zod'
import type { Bundle } from '../../survey-schema/bundle.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { ReleasedRouteNode, ReleasedRoutes, ReleasedTable } from '../../survey-schema/released-table.ts'

const text = z.string().max(300)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const cell = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), figure: z.int().min(0) }),
  z.strictObject({ status: z.literal('withheld') }),
  z.strictObject({ status: z.literal('not_applicable') }),
])
const axis = z.strictObject({
  variable: text,
  level: text,
  kind: z.enum(['single', 'multiple']),
  en: text,
  ja: text,
  lines: z
    .array(
      z.strictObject({
        code: text,
        role: z.enum(['value', 'rest', 'answered', 'state', 'no_answer', 'not_applicable', 'total']),
        en: text,
        ja: text,
      }),
    )
    .min(1)
    .max(400),
})
const table = z
  .strictObject({
    id: text,
    slice: text,
    axes: z.union([z.tuple([axis]), z.tuple([axis, axis])]),
    cells: z.array(cell),
    policy: text,
    checksum: hash,
  })
  .refine((value) => value.cells.length === value.axes.reduce((product, entry) => product * entry.lines.length, 1))

const node: z.ZodType<ReleasedRouteNode> = z.lazy(() =>
  z.strictObject({
    code: text,
    role: z.enum(['value', 'rest', 'further']),
    en: text,
    ja: text,
    cell,
    children: z.array(node).max(400),
  }),
)
const routes = z.strictObject({ id: z.literal('routes'), slice: text, policy: text, origins: z.array(node).max(400), checksum: hash })

const policy = z.strictObject({
  id: text,
  kind: z.literal('noise'),
  minimumCases: z.int().min(5),
  minimumCategory: z.int().min(5),
  minimumContributors: z.int().min(2),
  minimumOthers: z.int().min(3),
  threeWay: z.strictObject({ minimumCases: z.int().min(5), minimumContributors: z.int().min(2) }),
  noise: z.strictObject({ d: z.int(), v: z.number(), js: z.int() }),
  minimumBase: z.int().min(20),
  smallestEdition: z.int().min(1),
})
const manifest = z.strictObject({
  schema: z.literal('jnatip-bundle/1'),
  edition: text,
  questionnaire: text,
  policy,
  fictional: z.boolean(),
  cases: z.int().min(0),
  digest: text,
  tables: z.array(text),
  checksum: hash,
})
const bundle = z.strictObject({ manifest, tables: z.array(table), routes })

/** @throws ProblemError `invalid-bundle` naming where, never what  @param checksum recomputes the checksum of a value */
export function readBundle(value: unknown, checksum: (value: unknown) => string): Bundle {
  const read = parse(bundle, value)
  const { minimumCases } = read.manifest.policy
  read.tables.forEach((entry, index) => {
    const { checksum: stated, ...content } = entry
    if (checksum(content) !== stated) refuse(`/tables/${index}/checksum`, 'checksum')
    if (entry.cells.some((one) => one.status === 'shown' && one.figure < minimumCases)) refuse(`/tables/${index}/cells`, 'figure_too_small')
    if (read.manifest.tables[index] !== entry.id) refuse('/manifest/tables', 'order')
  })
  const { checksum: routesStated, ...tree } = read.routes
  if (checksum(tree) !== routesStated) refuse('/routes/checksum', 'checksum')
  const { checksum: whole, ...rest } = read.manifest
  if (checksum({ ...rest, checksums: [...read.tables.map((entry) => entry.checksum), routesStated] }) !== whole)
    refuse('/manifest/checksum', 'checksum')
  return read as unknown as Bundle
}

/** One table that was stored after `readBundle` had checked it. @throws ProblemError `invalid-bundle` */
export function readTable(value: unknown): ReleasedTable {
  return parse(table, value) as unknown as ReleasedTable
}

/** The tree of routes, stored after `readBundle` had checked it. @throws ProblemError `invalid-bundle` */
export function readRoutes(value: unknown): ReleasedRoutes {
  return parse(routes, value) as unknown as ReleasedRoutes
}

function parse<T>(shape: z.ZodType<T>, value: unknown): T {
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
