/** What a manifest says of where its cases came from: facts of the register and of decisions, and of cases only how many were left out. */
import type { Provenance } from '../../../survey-schema/release/bundle.ts'
import { keysInForce } from '../register/keys-in-force.ts'
import type { TrustedRegister } from '../register/pin.ts'
import { signerFingerprint } from '../register/signer-key.ts'

export interface EditionChecked {
  readonly edition: string
  /** By the decision of two people. */
  readonly leftOut: number
  readonly commitments: readonly string[]
}

export function provenanceOf({ content, checksum, signers }: TrustedRegister, checked: readonly EditionChecked[]): Provenance {
  return {
    register: { number: content.number, checksum, signers: signers.map(signerFingerprint).sort() },
    editions: checked.map(({ edition, leftOut, commitments }) => {
      const keys = keysInForce(content, edition)
      // Organisations and not cases: how many cases came unsigned would be an exact count.
      const unsigned = content.organisations.filter((organisation) => !keys?.mustSign(organisation)).length
      return { id: edition, organisationsWithoutKey: unsigned, leftOut, statements: commitments }
    }),
  }
}
