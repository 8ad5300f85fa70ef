/** Editions: one is open, the others are closed for building; a closed one with a release is published. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { sqlFor } from '../compile.ts'
import type { EditionState, StoreTables } from '../schema.ts'

export type EditionRow = StoreTables['edition']
/** Of an edition that is opened from now on. */
const NEWEST_LAYOUT = 2

export type NewEdition = Pick<EditionRow, 'id' | 'questionnaire' | 'fictional' | 'public_key'>

export interface EditionListed {
  readonly id: string
  readonly state: EditionState
  readonly questionnaire: string
  readonly fictional: number
  /** 1 when a release exists. */
  readonly published: number
}

/** Newest first. */
export const editionsListed = (): CompiledQuery<EditionListed> =>
  sqlFor
    .selectFrom('edition')
    .leftJoin('slice', 'slice.id', 'edition.id')
    .select(['edition.id', 'edition.state', 'edition.questionnaire', 'edition.fictional'])
    .select(({ eb }) => eb('slice.id', 'is not', null).$castTo<number>().as('published'))
    .orderBy('edition.position', 'desc')
    .compile()

export const openEdition = (): CompiledQuery<Pick<EditionRow, 'id' | 'public_key' | 'questionnaire' | 'layout'>> =>
  sqlFor.selectFrom('edition').select(['id', 'public_key', 'questionnaire', 'layout']).where('state', '=', 'open').compile()

export interface EditionCountedRow extends EditionRow {
  readonly cases: number
}

/** The edition and how many sealed cases it holds. */
export const editionCounted = (id: string): CompiledQuery<EditionCountedRow> =>
  sqlFor
    .selectFrom('edition')
    .select(['id', 'position', 'state', 'questionnaire', 'fictional', 'public_key', 'layout'])
    .select(({ selectFrom, fn }) =>
      selectFrom('sealed_case')
        .select(fn.countAll<number>().as('cases'))
        .whereRef('sealed_case.edition', '=', 'edition.id')
        .$castTo<{ cases: number }>()
        .as('cases'),
    )
    .where('id', '=', id)
    .compile() as CompiledQuery<EditionCountedRow>

/**
 * Closes the open edition and opens the new one. The second statement changes 1 row exactly when this happened: it does
 * nothing when the name is taken or when the open edition is too small, and then neither does the first.
 * @param smallest cases that it must hold  @param others cases that must be left when any one organisation, or one holding, takes its own away
 */
export function install(edition: NewEdition, smallest: number, others = 0): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>] {
  const close = sqlFor
    .updateTable('edition')
    .set({ state: 'closed' })
    .where('state', '=', 'open')
    .where(({ not, exists, selectFrom, val }) =>
      not(exists(selectFrom('edition as named').select(val(1).as('one')).where('named.id', '=', edition.id))),
    )
    .where(
      ({ selectFrom, fn }) =>
        selectFrom('sealed_case').select(fn.countAll<number>().as('cases')).whereRef('sealed_case.edition', '=', 'edition.id'),
      '>=',
      smallest,
    )
    .where(casesBesideTheLargest, '>=', others)
    .compile()
  const open = sqlFor
    .insertInto('edition')
    .columns(['id', 'position', 'state', 'questionnaire', 'fictional', 'public_key', 'layout'])
    .expression(
      sqlFor
        .selectNoFrom(({ val, selectFrom }) => [
          val(edition.id).as('id'),
          selectFrom('edition as before').select(sql<number>`coalesce(max(before.position), 0) + 1`.as('position')).as('position'),
          val('open').as('state'),
          val(edition.questionnaire).as('questionnaire'),
          val(edition.fictional).as('fictional'),
          val(edition.public_key).as('public_key'),
          val(NEWEST_LAYOUT).as('layout'),
        ])
        .where(({ not, exists, selectFrom, val }) =>
          not(exists(selectFrom('edition as now').select(val(1).as('one')).where('now.state', '=', 'open'))),
        ),
    )
    .onConflict((conflict) => conflict.doNothing())
    .compile()
  return [close, open]
}

/** Cases of the edition in question, without those of the organisation or holding that sent most of them. */
const casesBesideTheLargest = sql<number>`(
  (select count(*) from sealed_case where sealed_case.edition = edition.id)
  - coalesce((
      select count(*) from sealed_case join organisation on organisation.id = sealed_case.organisation
      where sealed_case.edition = edition.id
      group by coalesce('holding ' || organisation.holding, organisation.id)
      order by count(*) desc limit 1
    ), 0)
)`

/** The edition that has this key. */
export const editionWithKey = (publicKey: Uint8Array): CompiledQuery<{ id: string }> =>
  sqlFor.selectFrom('edition').select('id').where('public_key', '=', publicKey).compile()

/** Every edition in the order in which they were opened. */
export const editionsInOrder = (): CompiledQuery<{ id: string }> => sqlFor.selectFrom('edition').select('id').orderBy('position').compile()
