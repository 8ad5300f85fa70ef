/** What the routes of editions take and answer, as schemas: they describe the API and type the answers. */
import * as z from 'zod'
import type { Described } from '../http/operation.ts'

const Edition = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed', 'published']),
  fictional: z.boolean(),
  questionnaire: z.string(),
})
export type Edition = Described<typeof Edition>

export const Editions = z.object({ editions: z.array(Edition) }).meta({ id: 'Editions' })

export const EditionDetail = Edition.extend({ tables: z.array(z.string()) })
  .loose()
  .meta({ id: 'EditionDetail', description: 'With the manifest of the bundle, once published.' })

export const PreparingEdition = z
  .object({ edition: z.string(), done: z.number().min(0).max(1).describe('Share of the work.') })
  .meta({ id: 'Preparing' })

export const PublishedTables = z
  .object({ tables: z.array(z.object({ id: z.string(), slice: z.string() }).loose()) })
  .meta({ id: 'PublishedTables' })

export const Published = z
  .object({
    editions: z.array(z.string()),
    volume: z.string().nullable(),
    tables: z.int(),
    new: z.boolean().describe('False if the same bundle was published before.'),
  })
  .meta({ id: 'Published' })
export type Published = Described<typeof Published>

export const Replaced = z
  .object({
    replaced: z.array(z.string()).describe('`slice/table` in the order of the bundle.'),
    new: z.boolean().describe('False if the same bundle was published before.'),
  })
  .meta({ id: 'Replaced' })
export type Replaced = Described<typeof Replaced>

const Note = z.object({ en: z.string(), ja: z.string() })

const Listed = z.object({
  kind: z.enum(['replaced', 'withdrawn']),
  day: z.string(),
  note: Note,
  bundle: z.string().nullable().describe('Checksum of the bundle that replaced the tables.'),
  tables: z
    .array(z.object({ slice: z.string(), id: z.string(), checksum: z.string() }))
    .describe('With the checksum of the form that is no longer valid, by which a reader knows whether he holds it.'),
})
export type ErratumListed = Described<typeof Listed>

export const Errata = z.object({ errata: z.array(Listed) }).meta({ id: 'Errata' })

const AnyObject = z.object({}).loose()
export const BundleBody = AnyObject.meta({ id: 'Bundle', description: 'As `jnatip build` writes it.' })
export const ErratumBody = z.object({ note: Note, bundle: AnyObject }).meta({ id: 'Erratum' })

export const SealedLines = z.string().describe('One JSON object a line: the edition, then its cases, sealed.')
