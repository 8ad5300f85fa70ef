/** What the build says to each organisation: which of its cases it opened, sealed to the organisation alone. */

import { derived } from '../../../survey-schema/credentials/derived.ts'
import { type SealedStatement, sealStatement } from '../../../survey-schema/credentials/sealed-statement.ts'
import { type StatementEntry, statementCommitment, statementPlaces, writeStatement } from '../../../survey-schema/credentials/statement.ts'
import { fromHex, toBase64 } from '../../sealing/bytes.ts'
import { keyed } from '../../sealing/keyed.ts'
import { keysInForce } from '../register/keys-in-force.ts'
import type { TrustedRegister } from '../register/pin.ts'

/** Statements of one edition, not yet sealed. */
export interface EditionStatements {
  readonly edition: string
  readonly to: readonly { readonly organisation: number; readonly publicKey: Uint8Array; readonly bytes: Uint8Array }[]
  /** Commitments, sorted: their order tells nothing. Hexadecimal. */
  readonly commitments: readonly string[]
}

export interface CountedEntry extends StatementEntry {
  readonly organisation: number
}

/**
 * One statement for every organisation that has a key in this edition, whether it sent cases or not; all equally long. The same cases and shares
 * give the same statements.
 * @param counted every case of the edition that is counted
 */
export function statementsOf(
  edition: string,
  counted: readonly CountedEntry[],
  { content, checksum }: TrustedRegister,
  editionSecret: Uint8Array,
): EditionStatements {
  const keys = keysInForce(content, edition)
  const secret = derived(editionSecret, 'jnatip/statement-opening/1')
  const places = statementPlaces(counted.length)
  const to = content.organisations.flatMap((organisation) => {
    const newest = keys?.inForce(organisation).at(-1)
    if (newest === undefined) return []
    const { number } = organisation
    const entries = counted.filter((one) => one.organisation === number).map(({ tag, version }) => ({ tag, version }))
    const opening = keyed(secret, edition, String(number))
    const bytes = writeStatement({ edition, register: checksum, organisation: number, entries }, opening, places)
    return [{ organisation: number, publicKey: fromHex(newest.statements, 32), bytes }]
  })
  return { edition, to, commitments: to.map(({ bytes }) => statementCommitment(bytes)).sort() }
}

export interface StatementsSealed {
  readonly edition: string
  readonly statements: readonly ({ readonly organisation: number } & SealedStatement)[]
}

/** Sealed to each organisation; the plain statements are blank afterwards. */
export async function sealedStatements({ edition, to }: EditionStatements): Promise<StatementsSealed> {
  const statements = []
  for (const { organisation, publicKey, bytes } of to) {
    statements.push({ organisation, ...(await sealStatement(bytes, { edition, organisation, publicKey })) })
    bytes.fill(0)
  }
  return { edition, statements }
}

/** As they travel: bytes in base64. */
export const statementsToSend = ({ statements }: StatementsSealed) =>
  statements.map(({ organisation, enc, ciphertext }) => ({ organisation, enc: toBase64(enc), ciphertext: toBase64(ciphertext) }))
