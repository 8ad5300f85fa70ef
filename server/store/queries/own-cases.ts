/** What a partner may do with a case of its own: find it by its case reference, list it, correct it. Nobody else's case answers here. */
import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { EditionState } from '../schema.ts'
import { enteredAtIntake } from './audit.ts'
import { type SealedCase, type Tagged, tagged } from './cases.ts'

const byTag = compiledOnce((slot: Tagged<Pick<SealedCase, 'organisation' | 'tag'>>) =>
  sqlFor
    .selectFrom('sealed_case')
    .select(['id', 'month', 'version'])
    .where('tag', 'in', [slot.tag, slot.earlier])
    .where('organisation', '=', slot.organisation)
    // A case that was sent anew under the newer keys goes first.
    .orderBy(({ eb }) => eb('tag', '=', slot.tag), 'desc')
    .limit(1),
)

/** @param earlier tag of the same case under the keys before */
export const ownCaseByTag = (
  organisation: number,
  tag: Uint8Array,
  earlier: Uint8Array = tag,
): CompiledQuery<Pick<SealedCase, 'id' | 'month' | 'version'>> => byTag({ organisation, tag, earlier })

/** Those of these tags whose case an organisation holds; in the order of the tags. They travel as one JSON text: D1 takes 100 parameters a statement. */
export const ownCasesByTags = (
  organisation: number,
  tags: readonly string[],
): CompiledQuery<{ readonly tag: string; readonly id: string; readonly version: number }> =>
  sql<{ tag: string; id: string; version: number }>`SELECT lower(hex(tag)) AS tag, id, version FROM sealed_case
    WHERE organisation = ${organisation} AND tag IN (SELECT unhex(value) FROM json_each(${JSON.stringify(tags)})) ORDER BY sealed_case.tag`.compile(
    sqlFor,
  )

export interface OwnCase extends Pick<SealedCase, 'id' | 'edition' | 'month'> {
  readonly state: EditionState
}

/** The next of an organisation's cases in the order of their random ids, after the given id. */
export const ownCasesAfter = (organisation: number, after: string, limit: number): CompiledQuery<OwnCase> =>
  sqlFor
    .selectFrom('sealed_case')
    .innerJoin('edition', 'edition.id', 'sealed_case.edition')
    .select(['sealed_case.id', 'sealed_case.edition', 'sealed_case.month', 'edition.state'])
    .where('sealed_case.organisation', '=', organisation)
    .where('sealed_case.id', '>', after)
    .orderBy('sealed_case.id')
    .limit(limit)
    .compile()

export interface Correction extends Pick<SealedCase, 'id' | 'organisation' | 'edition' | 'tag' | 'version' | 'enc' | 'ciphertext'> {
  /** Tag of the same case under the keys before; left out where there is none. */
  readonly earlier?: Uint8Array
  /** The version after this one, which the seal is bound to. */
  readonly next: number
  readonly lookup: Uint8Array
  readonly body: Uint8Array
  readonly month: string
}

/**
 * Replaced only while its edition is open, and only in the version that the sender saw. What an affected person answered is corrected by nobody.
 * A case of an earlier tag has the newer one from now on.
 */
const replaceSeal = compiledOnce((slot: Tagged<Correction>) =>
  sqlFor
    .updateTable('sealed_case')
    .set({ version: slot.next, enc: slot.enc, ciphertext: slot.ciphertext, tag: slot.tag })
    .where('id', '=', slot.id)
    .where('organisation', '=', slot.organisation)
    .where('version', '=', slot.version)
    .where('tag', 'in', [slot.tag, slot.earlier])
    .where('edition', '=', slot.edition)
    .where(({ not, exists, selectFrom, val }) =>
      not(
        exists(
          selectFrom('sealed_case as other').select(val(1).as('one')).where('other.tag', '=', slot.tag).where('other.id', '!=', slot.id),
        ),
      ),
    )
    .where(({ exists, selectFrom, val }) =>
      exists(selectFrom('edition').select(val(1).as('one')).where('edition.id', '=', slot.edition).where('edition.state', '=', 'open')),
    )
    .where(({ not, exists, selectFrom, val }) =>
      not(exists(selectFrom('answer_invitation').select(val(1).as('one')).whereRef('answer_invitation.tag', '=', 'sealed_case.tag'))),
    ),
)

/** Remembered only if this very seal stands now. */
const rememberCorrection = compiledOnce((slot: Correction) =>
  sqlFor
    .insertInto('idempotency')
    .columns(['lookup', 'body', 'month'])
    .expression(
      sqlFor
        .selectNoFrom(({ val }) => [val(slot.lookup).as('lookup'), val(slot.body).as('body'), val(slot.month).as('month')])
        .where(({ exists, selectFrom, val }) =>
          exists(
            selectFrom('sealed_case')
              .select(val(1).as('one'))
              .where('sealed_case.id', '=', slot.id)
              .where('sealed_case.ciphertext', '=', slot.ciphertext),
          ),
        ),
    )
    .onConflict((conflict) => conflict.doNothing()),
)

export interface CaseStanding {
  /** Digest of the body of this very correction, if it was made before. */
  readonly body: Uint8Array | null
  /** State of the edition of the case; null where the organisation has no such case. */
  readonly state: EditionState | null
  readonly version: number | null
  readonly tag: Uint8Array | null
  /** 1 where an affected person answered it by invitation. */
  readonly invited: 1 | null
  /** 1 where another case has the newer tag. */
  readonly doubled: 1 | null
}

type AskedCase = Pick<SealedCase, 'id' | 'organisation' | 'tag'> & { readonly lookup: Uint8Array }

const caseStanding = compiledOnce((slot: AskedCase) =>
  sqlFor.selectNoFrom(({ selectFrom }) => {
    const own = selectFrom('sealed_case').where('id', '=', slot.id).where('organisation', '=', slot.organisation)
    return [
      selectFrom('idempotency').select('body').where('lookup', '=', slot.lookup).as('body'),
      selectFrom('sealed_case')
        .innerJoin('edition', 'edition.id', 'sealed_case.edition')
        .select('edition.state')
        .where('sealed_case.id', '=', slot.id)
        .where('sealed_case.organisation', '=', slot.organisation)
        .as('state'),
      own.select('version').as('version'),
      own.select('tag').as('tag'),
      selectFrom('answer_invitation')
        .innerJoin('sealed_case', 'sealed_case.tag', 'answer_invitation.tag')
        .select(({ val }) => val(1).as('one'))
        .where('sealed_case.id', '=', slot.id)
        .as('invited'),
      selectFrom('sealed_case')
        .select(({ val }) => val(1).as('one'))
        .where('tag', '=', slot.tag)
        .where('id', '!=', slot.id)
        .as('doubled'),
    ]
  }),
)

/** A withdrawal that was asked for under the earlier tag goes with the case. */
const carryRequest = compiledOnce<Tagged<Correction>, unknown>((slot) => ({
  compile: () =>
    sql`INSERT INTO withdrawal_request (tag) SELECT tag FROM sealed_case
      WHERE id = ${slot.id} AND organisation = ${slot.organisation} AND tag = ${slot.tag}
        AND EXISTS (SELECT 1 FROM withdrawal_request AS asked WHERE asked.tag = ${slot.earlier})
      ON CONFLICT DO NOTHING`.compile(sqlFor),
}))

/** How a case of an organisation stands, for a correction that is not made now. */
export const correctionStanding = (asked: AskedCase): CompiledQuery<CaseStanding> => caseStanding(asked)

/**
 * Five statements: the new seal, the memory of its request, how the case stands then, the entry in the audit log, and what was asked for the case. The
 * first changes 1 row or none, and the second, on which the entry rests, as many.
 */
export const correct = (
  correction: Correction,
): readonly [
  CompiledQuery<unknown>,
  CompiledQuery<unknown>,
  CompiledQuery<CaseStanding>,
  CompiledQuery<unknown>,
  CompiledQuery<unknown>,
] => [
  replaceSeal(tagged(correction)),
  rememberCorrection(correction),
  caseStanding(correction),
  enteredAtIntake({ action: 'correction', organisation: correction.organisation, month: correction.month }),
  carryRequest(tagged(correction)),
]
