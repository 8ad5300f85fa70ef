/** A released table as readers may see it now: one case set, or the sum over all of them. */
import { readJourneys, readTable } from '../../analysis/disclosure/released/bundle.ts'
import { ALL, sumOfReleased } from '../../analysis/disclosure/released/sums.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Manifest } from '../../survey-schema/release/bundle.ts'
import type { ReleasedJourneys, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { Language } from '../../survey-schema/text.ts'
import { WordedProblem } from '../http/problem.ts'
import { checksum as checksumOf } from '../sealing/checksum.ts'
import { read, type Store } from '../store/port.ts'
import { withdrawnEverywhere } from '../store/queries/errata.ts'
import { releasedEverywhere, releasedManifest, releasedTable } from '../store/queries/releases.ts'
import type { TableRequest } from './request.ts'

type LookedUp = Pick<TableRequest, 'id' | 'slice' | 'language'>

/** What was published with an edition. @param slices that may be asked for by its name @throws ProblemError 'not-released' */
export async function manifestOf(store: Store, edition: string, slice: string, slices: readonly (string | undefined)[]): Promise<Manifest> {
  const [manifest] = await read(store, releasedManifest(edition))
  if (!manifest || !slices.includes(slice)) throw new ProblemError('not-released')
  return JSON.parse(manifest.manifest) as Manifest
}

/** The table of the case set, or the sum of what was published in all. @throws ProblemError 'not-released' or 'table-withdrawn' */
export async function tableOf(store: Store, { id, slice, language }: LookedUp): Promise<ReleasedTable> {
  const stored = await read(store, slice === ALL ? releasedEverywhere(id) : releasedTable(slice, id))
  const tables = stored.map(({ json }) => readTable(JSON.parse(json)))
  const [table] = tables
  if (!table) throw await absent(store, id, slice, language)
  return slice === ALL ? sumOfReleased(tables, checksumOf) : table
}

/** The tree of journeys. @throws ProblemError 'not-released' or 'table-withdrawn' */
export async function journeysOf(store: Store, { slice, language }: LookedUp): Promise<ReleasedJourneys> {
  const [stored] = await read(store, releasedTable(slice, 'routes'))
  if (!stored) throw await absent(store, 'routes', slice, language)
  return readJourneys(JSON.parse(stored.json))
}

/** A table that was withdrawn says so, with its note; any other was never there. */
async function absent(store: Store, id: string, slice: string, language: Language): Promise<ProblemError> {
  const withdrawn = (await read(store, withdrawnEverywhere(id))).find((one) => slice === ALL || one.slice === slice)
  if (!withdrawn) return new ProblemError('not-released')
  return new WordedProblem('table-withdrawn', language === 'en' ? withdrawn.note_en : withdrawn.note_ja)
}

/** `2026-1_citizenship-country_gender-list`, and it says so when the network is invented. */
export const fileName = ({ id, slice }: Pick<TableRequest, 'id' | 'slice'>, fictional: boolean): string =>
  [...(fictional ? ['fictional'] : []), slice, ...id.split(',').map((axis) => axis.replace('@', '-'))].join('_')
