/** The released table of one variable, as the newest edition holds it alone. */
import { type ReleasedView, viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import type { Language } from '../../survey-schema/text.ts'
import { client } from '../client.ts'
import { releasedTables } from '../explore/released-tables.ts'

/** Null where the edition holds none. @throws Refused */
export async function releasedAlone(edition: string, variable: string, language: Language): Promise<ReleasedView | null> {
  const [level] = releasedTables(await client.tableIds(edition)).alone(variable)
  if (level === undefined) return null
  return client.table({ edition, rows: `${variable}@${level}`, columns: null }, language, viewOfJsonStat)
}
