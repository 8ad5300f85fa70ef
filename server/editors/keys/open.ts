/** Opens what intake sealed. Only the build does, on the editors' machine, with a private key that two custodians gave it. */
import { aad, type Binding, INFO, type Sealed } from '../../sealing/seal.ts'
import { buffer, suite } from '../../sealing/suite.ts'

export type OpeningKey = CryptoKeyPair

/** The seal was made for another key or another binding, or its bytes were altered. Which of them cannot be told. */
export class SealBroken extends Error {
  constructor() {
    super('a sealed case does not open')
    this.name = 'SealBroken'
  }
}

/** What was sealed. @throws SealBroken */
export async function open(sealed: Sealed, binding: Binding, key: OpeningKey): Promise<Uint8Array> {
  try {
    const recipient = await suite.createRecipientContext({ recipientKey: key, enc: buffer(sealed.enc), info: INFO })
    return new Uint8Array(await recipient.open(buffer(sealed.ciphertext), aad(binding)))
  } catch {
    throw new SealBroken()
  }
}
