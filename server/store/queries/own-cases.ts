/** What a partner may do with a case of its own: find it by its case reference, list it, correct it. Nobody else's case answers here. */
import type { CompiledQuery } from 'kysely'
import { compiledOnce, sqlFor } from '../compile.ts'
import type { EditionState } from '../schema.ts'
import { enteredAtIntake } from './audit.ts'
import type { SealedCase } from './cases.ts'

const byTag = compiledOnce((slot: Pick<SealedCase, 'organisation' | 'tag'>) =>
  sqlFor
    .selectFrom('sealed_case')
    .select(['id', 'month', 'version'])
    .where('tag', '=', slot.tag)
    .where('organisation', '=', slot.organisation),
)

export const ownCaseByTag = (organisation: number, tag: Uint8Array): CompiledQuery<Pick<SealedCase, 'id' | 'month' | 'version'>> =>
  byTag({ organisation, tag })

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
  /** The version after this one, which the seal is bound to. */
  readonly next: number
  readonly lookup: Uint8Array
  readonly body: Uint8Array
  readonly month: string
}

/** Replaced only while its edition is open, and only in the version that the sender saw. */
const replaceSeal = compiledOnce((slot: Correction) =>
  sqlFor
    .updateTable('sealed_case')
    .set({ version: slot.next, enc: slot.enc, ciphertext: slot.ciphertext })
    .where('id', '=', slot.id)
    .where('organisation', '=', slot.organisation)
    .where('version', '=', slot.version)
    .where('tag', '=', slot.tag)
    .where('edition', '=', slot.edition)
    .where(({ exists, selectFrom, val }) =>
      exists(selectFrom('edition').select(val(1).as('one')).where('edition.id', '=', slot.edition).where('edition.state', '=', 'open')),
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
}

const caseStanding = compiledOnce((slot: Pick<SealedCase, 'id' | 'organisation'> & { readonly lookup: Uint8Array }) =>
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
    ]
  }),
)

/**
 * Four statements: the new seal, the memory of its request, how the case stands then, and the entry in the audit log. The first changes 1 row or
 * none, and the second, on which the entry rests, as many.
 */
export const correct = (
  correction: Correction,
): readonly [CompiledQuery<unknown>, CompiledQuery<unknown>, CompiledQuery<CaseStanding>, CompiledQuery<unknown>] => [
  replaceSeal(correction),
  rememberCorrection(correction),
  caseStanding(correction),
  enteredAtIntake({ action: 'correction', organisation: correction.organisation, month: correction.month }),
]
