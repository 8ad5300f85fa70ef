/** What names the state of everything that readers may ask for. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'

/**
 * One text for one state: of the released tables, of the editions, and of which of them is open. No row where the database does not know its
 * state. Each part is one look-up, because every answer to a reader asks.
 */
const QUERY = sql<{ state: string }>`SELECT hex(published_state.name)
    || '-' || coalesce((SELECT max(release.position) FROM release), 0)
    || '-' || coalesce((SELECT max(edition.position) FROM edition), 0)
    || '-' || (SELECT count(*) FROM edition WHERE edition.state = 'open') AS state
  FROM published_state`.compile(sqlFor)

export const publishedState = (): CompiledQuery<{ state: string }> => QUERY
