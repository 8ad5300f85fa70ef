/** The shapes of a bundle and of its parts, as they are checked where a bundle comes in. That a table passed the rules is for `analysis/disclosure` to say. */
import { z } from 'zod'
import { isExactPolicy } from './policy-note.ts'
import type { ReleasedJourneyNode } from './released-table.ts'

const text = z.string().max(300)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const cell = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), figure: z.int().min(0) }),
  z.strictObject({ status: z.literal('sum'), figure: z.int().min(0), parts: z.int().min(1), of: z.int().min(2) }),
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
        role: z.enum(['value', 'rest', 'answered', 'applicable', 'state', 'no_answer', 'not_applicable', 'total']),
        en: text,
        ja: text,
      }),
    )
    .min(1)
    .max(400),
})
export const tableShape = z
  .strictObject({
    id: text,
    slice: text,
    axes: z.union([z.tuple([axis]), z.tuple([axis, axis])]),
    cells: z.array(cell),
    policy: text,
    checksum: hash,
  })
  .refine((value) => value.cells.length === value.axes.reduce((product, entry) => product * entry.lines.length, 1))

const node: z.ZodType<ReleasedJourneyNode> = z.lazy(() =>
  z.strictObject({
    code: text,
    role: z.enum(['value', 'rest', 'further']),
    en: text,
    ja: text,
    cell,
    children: z.array(node).max(400),
  }),
)
export const journeysShape = z.strictObject({
  id: z.literal('routes'),
  slice: text,
  policy: text,
  origins: z.array(node).max(400),
  checksum: hash,
})

const rules = {
  minimumCases: z.int().min(5),
  minimumCategory: z.int().min(5),
  minimumContributors: z.int().min(2),
  minimumOthers: z.int().min(3),
  threeWay: z.strictObject({ minimumCases: z.int().min(5), minimumContributors: z.int().min(2) }),
  minimumBase: z.int().min(20),
  smallestEdition: z.int().min(1),
  smallestVolume: z.int().min(1),
  smallestVolumeByDecision: z.int().min(1),
  structure: z.strictObject({ smallestEditionOthers: z.int().min(5) }).optional(),
}
const policy = z.discriminatedUnion('kind', [
  z.strictObject({
    ...rules,
    id: text.refine((id) => !isExactPolicy(id)),
    kind: z.literal('noise'),
    noise: z.strictObject({ d: z.int(), v: z.number(), js: z.int() }),
  }),
  z.strictObject({ ...rules, id: text.refine(isExactPolicy), kind: z.literal('withhold'), noise: z.null() }),
])
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)
const counted = z.array(z.strictObject({ id: name, questionnaire: text, digest: hash, persons: hash })).max(200)
const provenance = z.strictObject({
  register: z.strictObject({
    number: z.int().min(1),
    checksum: hash,
    signers: z
      .array(z.string().regex(/^[0-9a-f]{4}(?: [0-9a-f]{4}){4}$/))
      .min(2)
      .max(20),
  }),
  editions: z
    .array(
      z.strictObject({
        id: name,
        organisationsWithoutKey: z.int().min(0),
        leftOut: z.int().min(0),
        statements: z.array(hash).max(10_000),
      }),
    )
    .max(200),
})
const manifest = z
  .strictObject({
    schema: z.enum(['jnatip-bundle/1', 'jnatip-bundle/2']),
    editions: counted,
    volume: z.strictObject({ id: name, editions: z.array(name).min(1).max(200), byDecision: z.boolean() }).nullable(),
    counted,
    persons: z.array(z.strictObject({ slice: name, most: cell, lookAlikes: cell })).max(201),
    policy,
    fictional: z.boolean(),
    provenance: provenance.optional(),
    previous: hash.nullable(),
    tables: z.array(text),
    checksum: hash,
  })
  .refine(({ schema, policy: { structure } }) => (schema === 'jnatip-bundle/2') === (structure !== undefined))
export const bundleShape = z.strictObject({ manifest, tables: z.array(tableShape), routes: journeysShape.nullable() })
