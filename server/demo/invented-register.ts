/** The register of an invented network: two people who do not exist sign what the server lists, without looking. */
import { asTheServerSays, draftRegister, type NetworkListed } from '../editors/register/draft.ts'
import { newPin, type TrustedRegister, trusted } from '../editors/register/pin.ts'
import { registerChecksum } from '../editors/register/register.ts'
import { signDocument } from '../editors/register/signed-document.ts'
import { newSignerKey } from '../editors/register/signer-key.ts'

export function inventedRegister(listed: NetworkListed): TrustedRegister {
  const content = draftRegister(listed, null, asTheServerSays(listed))
  const people = [newSignerKey(), newSignerKey()]
  const signatures = people.map(({ privateKey }) => signDocument(registerChecksum(content), privateKey))
  return trusted({ ...content, signatures }, newPin(people.map(({ publicKey }) => publicKey))).register
}
