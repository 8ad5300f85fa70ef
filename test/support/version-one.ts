/**
 * Two bundles of version 1, of an invented network, as the program of that time made them: an edition of 60 cases without crosstabs, then one of
 * 90 with a volume. They are kept, because no later program may be needed to read them.
 */
import { bookOf } from '../../analysis/publication/book/book.ts'
import { PLAN } from '../../analysis/publication/book/plan/plan.ts'
import { WRITERS } from '../../server/tables/writers.ts'
import type { Bundle } from '../../survey-schema/release/bundle.ts'

/** What asks a server: `app.request`. */
export type Asking = (path: string) => Response | Promise<Response>

export const readLines = (text: string): readonly Bundle[] => text.split('\n').map((line) => JSON.parse(line) as Bundle)

/** Tables whose files are compared in every format: single and crossed, plain and joined lines, a question that does not arise for all. */
const IN_EVERY_FORMAT = [
  'invented-1/citizenship@region',
  'invented-1/debt_band@band',
  'invented-2/gender@list',
  'volume-invented-2/gender@list,contact_first_actor@group5',
  'all/gender@list',
]

const address = (name: string, language: string, format: string) => {
  const [slice = '', id = ''] = name.split('/')
  const [rows, columns] = id.split(',')
  const edition = slice === 'invented-1' ? slice : 'invented-2'
  return `/api/v1/editions/${edition}/tables?rows=${rows}${columns ? `&columns=${columns}` : ''}&slice=${slice}&lang=${language}&format=${format}`
}

async function sha256(parts: readonly Uint8Array[]): Promise<string> {
  const whole = new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer())
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', whole))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** By the name of what was asked: SHA-256 of what a server answers that has both bundles published. */
export async function answersOf(ask: Asking, bundles: readonly Bundle[]): Promise<Record<string, string>> {
  const answer = async (path: string) => {
    const response = await ask(path)
    if (response.status !== 200) throw new Error(`${response.status} ${path}`)
    return new Uint8Array(await response.arrayBuffer())
  }
  const found: Record<string, string> = {}
  for (const [format, language] of [['json-stat', 'en'] as const, ['block', 'ja'] as const]) {
    for (const { tables } of bundles) {
      const parts: Uint8Array[] = []
      for (const { slice, id } of tables) parts.push(await answer(address(`${slice}/${id}`, language, format)))
      found[`${tables.at(-1)!.slice} ${format}`] = await sha256(parts)
    }
  }
  for (const name of IN_EVERY_FORMAT)
    for (const format of Object.keys(WRITERS)) found[`${name} ${format}`] = await sha256([await answer(address(name, 'ja', format))])
  for (const edition of ['invented-1', 'invented-2'])
    for (const part of ['contents', 'sheets', 'changes', ...PLAN.map(({ id }) => id)])
      found[`${edition} book ${part}`] = await sha256([await answer(`/api/v1/editions/${edition}/book?part=${part}`)])
  return found
}

/** The book of the second edition. @param checksum of a value */
export const bookOfVersionOne = ([first, second]: readonly Bundle[], checksum: (value: unknown) => string) =>
  bookOf(second!, [first!], PLAN, checksum)
