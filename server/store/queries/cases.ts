/** Sealed cases and the memory of requests: written together, decided by the database in one atomic batch. */
import type { CompiledQuery } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { EditionState, StoreTables } from '../schema.ts'
import { enteredAtIntake } from './audit.ts'

export type SealedCase = StoreTables['sealed_case']
export type Remembered = StoreTables['idempotency']

type Arrival = SealedCase &
  Pick<Remembered, 'lookup' | 'body'> & {
    /** Tag of the same case under the keys before; left out where there is none. */
    readonly earlier?: Uint8Array
  }

/** With two tags; the same twice where there is no earlier one. */
export type Tagged<Of extends object> = Omit<Of, 'earlier'> & { readonly earlier: Uint8Array }

export const tagged = <Of extends { readonly tag: Uint8Array; readonly earlier?: Uint8Array }>(of: Of): Tagged<Of> => ({
  ...of,
  earlier: of.earlier ?? of.tag,
})

/** Stored only while its edition is open, the request is new, and neither tag nor receipt is held or was held until it was destroyed or withdrawn. */
const insertCase = compiledOnce((slot: Tagged<Arrival>) =>
  sqlFor
    .insertInto('sealed_case')
    .columns(['id', 'edition', 'organisation', 'tag', 'receipt_hash', 'version', 'month', 'enc', 'ciphertext'])
    .expression(
      sqlFor
        .selectNoFrom(({ val }) => [
          val(slot.id).as('id'),
          val(slot.edition).as('edition'),
          val(slot.organisation).as('organisation'),
          val(slot.tag).as('tag'),
          val(slot.receipt_hash).as('receipt_hash'),
          val(slot.version).as('version'),
          val(slot.month).as('month'),
          val(slot.enc).as('enc'),
          val(slot.ciphertext).as('ciphertext'),
        ])
        .where(({ exists, selectFrom, val }) =>
          exists(selectFrom('edition').select(val(1).as('one')).where('edition.id', '=', slot.edition).where('edition.state', '=', 'open')),
        )
        .where(({ not, exists, selectFrom, val }) =>
          not(exists(selectFrom('idempotency').select(val(1).as('one')).where('idempotency.lookup', '=', slot.lookup))),
        )
        .where(({ not, exists, selectFrom, val }) =>
          not(exists(selectFrom('kept_tag').select(val(1).as('one')).where('kept_tag.tag', 'in', [slot.tag, slot.earlier]))),
        )
        .where(({ not, exists, selectFrom, val }) =>
          not(exists(selectFrom('withdrawn_case').select(val(1).as('one')).where('withdrawn_case.tag', 'in', [slot.tag, slot.earlier]))),
        )
        .where(({ not, exists, selectFrom, val }) =>
          not(exists(selectFrom('sealed_case').select(val(1).as('one')).where('sealed_case.tag', '=', slot.earlier))),
        ),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

/** Remembered only together with its case: the id comes from the same key, so it exists only if this request stored it. */
const remember = compiledOnce((slot: Arrival) =>
  sqlFor
    .insertInto('idempotency')
    .columns(['lookup', 'body', 'month'])
    .expression(
      sqlFor
        .selectNoFrom(({ val }) => [val(slot.lookup).as('lookup'), val(slot.body).as('body'), val(slot.month).as('month')])
        .where(({ exists, selectFrom, val }) =>
          exists(selectFrom('sealed_case').select(val(1).as('one')).where('sealed_case.id', '=', slot.id)),
        ),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

type AskedArrival = Tagged<Pick<Arrival, 'id' | 'tag' | 'lookup'>>

/** What stood in the way, read in the same batch. */
const standing = compiledOnce((slot: AskedArrival) =>
  sqlFor.selectNoFrom(({ selectFrom }) => [
    selectFrom('idempotency').select('body').where('lookup', '=', slot.lookup).as('body'),
    selectFrom('sealed_case')
      .innerJoin('edition', 'edition.id', 'sealed_case.edition')
      .select('edition.state')
      .where('sealed_case.tag', 'in', [slot.tag, slot.earlier])
      .orderBy('edition.state', 'desc')
      .limit(1)
      .as('held'),
    selectFrom('kept_tag')
      .select(({ val }) => val(1).as('one'))
      .where('tag', 'in', [slot.tag, slot.earlier])
      .limit(1)
      .as('destroyed'),
    selectFrom('withdrawn_case')
      .select(({ val }) => val(1).as('one'))
      .where('tag', 'in', [slot.tag, slot.earlier])
      .limit(1)
      .as('withdrawn'),
    selectFrom('sealed_case').select('version').where('id', '=', slot.id).as('version'),
    selectFrom('edition').select('id').where('state', '=', 'open').as('open'),
  ]),
)

export interface Standing {
  /** Digest of the body that first used this request key. */
  readonly body: Uint8Array | null
  /** State of the edition that holds a case with one of these tags. */
  readonly held: EditionState | null
  /** 1 when a case with one of these tags was counted and has been destroyed since. */
  readonly destroyed: 1 | null
  /** 1 when a case with one of these tags was withdrawn. */
  readonly withdrawn: 1 | null
  /** Version in which the case of this very request is held now. */
  readonly version: number | null
  /** The edition that is open now. */
  readonly open: string | null
}

/** What is known of a request and its case, for one that is not stored now. */
export const arrivalStanding = (asked: Pick<Arrival, 'id' | 'tag' | 'earlier' | 'lookup'>): CompiledQuery<Standing> =>
  standing(tagged(asked))

/**
 * Four statements: the case, the memory of its request, what stood in the way, and the entry in the audit log. The first changes 1 row or none. The
 * second, on which the entry rests, changes as many: a request is remembered exactly when its case is stored.
 */
export const arrive = (
  arrival: Arrival,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>, CompiledQuery<Standing>, CompiledQuery<unknown>] => [
  insertCase(tagged(arrival)),
  remember(arrival),
  standing(tagged(arrival)),
  enteredAtIntake({ action: 'intake', organisation: arrival.organisation, month: arrival.month }),
]

export type SealedPage = Pick<SealedCase, 'id' | 'organisation' | 'tag' | 'version' | 'enc' | 'ciphertext'>

/** The next cases of an edition in the order of their random ids, after the given id. */
export const sealedCasesAfter = (edition: string, after: string, limit: number): CompiledQuery<SealedPage> =>
  sqlFor
    .selectFrom('sealed_case')
    .select(['id', 'organisation', 'tag', 'version', 'enc', 'ciphertext'])
    .where('edition', '=', edition)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .compile()

/** Ids and versions alone, for the digest of an edition. */
export const versionsAfter = (edition: string, after: string, limit: number): CompiledQuery<Pick<SealedCase, 'id' | 'version'>> =>
  sqlFor
    .selectFrom('sealed_case')
    .select(['id', 'version'])
    .where('edition', '=', edition)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .compile()
