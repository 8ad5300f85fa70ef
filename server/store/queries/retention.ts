/** The end of sealed cases: gone for good, but for the tag by which a case sent again is known. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import { dropInvitations } from './answer-invitations.ts'
import { BY_COMMAND, entered } from './audit.ts'
import { rememberKeyless } from './earlier-tags.ts'

export interface Retained {
  /** `YYYY-MM` of the last case that came; null when none is held. */
  readonly lastMonth: string | null
  /** Day on which the crosstabs came that count the edition; null while they wait. */
  readonly crosstabs: string | null
  /** Day on which the cases were destroyed. */
  readonly destroyed: string | null
}

/** What decides whether the cases of an edition may go. */
export const retained = (edition: string): CompiledQuery<Retained> =>
  sqlFor
    .selectNoFrom(({ selectFrom }) => [
      selectFrom('sealed_case')
        .select(({ fn }) => fn.max('month').as('month'))
        .where('edition', '=', edition)
        .as('lastMonth'),
      selectFrom('volume_edition')
        .innerJoin('slice', 'slice.id', 'volume_edition.volume')
        .innerJoin('release', 'release.position', 'slice.release')
        .select('release.day')
        .where('volume_edition.edition', '=', edition)
        .as('crosstabs'),
      selectFrom('destroyed_edition').select('day').where('edition', '=', edition).as('destroyed'),
    ])
    .compile()

export interface Destruction {
  readonly edition: string
  readonly day: string
  /** Crosstabs of an earlier day are frozen. */
  readonly oldestDay: string
  /** A case of this month or a later one is still to be kept. */
  readonly keptFrom: string
}

/**
 * The first statement changes 1 row exactly when the cases were destroyed now: the edition is closed, its crosstabs are frozen and no case is
 * younger than allowed. The second enters it in the audit log, and the others write only then: the tags stay, the cases go.
 */
export function destroy({ edition, day, oldestDay, keptFrom }: Destruction): readonly CompiledQuery<unknown>[] {
  const mark = sql`INSERT INTO destroyed_edition (edition, day)
    SELECT edition.id, ${day} FROM edition
    JOIN volume_edition ON volume_edition.edition = edition.id
    JOIN slice ON slice.id = volume_edition.volume
    JOIN release ON release.position = slice.release
    WHERE edition.id = ${edition} AND edition.state = 'closed' AND release.day < ${oldestDay}
      AND NOT EXISTS (SELECT 1 FROM sealed_case WHERE sealed_case.edition = edition.id AND sealed_case.month >= ${keptFrom})
    ON CONFLICT DO NOTHING`
  const decided = sql`edition = ${edition} AND EXISTS (SELECT 1 FROM destroyed_edition WHERE destroyed_edition.edition = ${edition})`
  const keep = sql`INSERT INTO kept_tag (tag) SELECT tag FROM sealed_case WHERE ${decided} ON CONFLICT DO NOTHING`
  const remove = sql`DELETE FROM sealed_case WHERE ${decided}`
  const entry = entered({ action: 'destroy-cases', ...BY_COMMAND, subject: edition, day })
  return [mark.compile(sqlFor), entry, rememberKeyless(decided), keep.compile(sqlFor), ...dropInvitations(edition), remove.compile(sqlFor)]
}
