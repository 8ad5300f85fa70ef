/** A network whose organisations sign their cases, as its database lies on a stopped server; and the hands of an operator who may write all of it. */
import { CompiledQuery } from 'kysely'
import { population } from '../../../server/demo/population/index.ts'
import { type BuildOptions, buildFromSources } from '../../../server/editors/build/build-edition.ts'
import { sealedFromStore } from '../../../server/editors/build/sealed-source.ts'
import { asTheServerSays, draftRegister, type NetworkListed } from '../../../server/editors/register/draft.ts'
import { newPin, type TrustedRegister, trusted } from '../../../server/editors/register/pin.ts'
import { registerChecksum } from '../../../server/editors/register/register.ts'
import { signDocument } from '../../../server/editors/register/signed-document.ts'
import { newSignerKey, type SignerKey } from '../../../server/editors/register/signer-key.ts'
import { toHex } from '../../../server/sealing/bytes.ts'
import { randomBytes } from '../../../server/sealing/keyed.ts'
import { seal, sealingKey } from '../../../server/sealing/seal.ts'
import { networkListed } from '../../../server/store/network.ts'
import { receive } from '../../../survey-schema/answers/receive.ts'
import { encodeRecord } from '../../../survey-schema/answers/record-bytes.ts'
import { bytesToSign, encodeSigned } from '../../../survey-schema/answers/signed-bytes.ts'
import { signCase } from '../../../survey-schema/credentials/case-signature.ts'
import { caseTag } from '../../../survey-schema/credentials/case-tag.ts'
import { keysOf, type SecretKeys } from '../../../survey-schema/credentials/secret.ts'
import type { SecretBytes } from '../../../survey-schema/credentials/secret-text.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { type Opened, server } from '../harness.ts'

export const CASES = 60

export interface Partner {
  /** Number in the register. */
  readonly number: number
  readonly secret: SecretBytes
  readonly keys: SecretKeys
}

export interface Placed {
  readonly edition: string
  readonly id: string
  readonly organisation: number
  readonly tag: Uint8Array
  readonly version: number
  readonly bytes: Uint8Array
}

/** Signs as the partner does. @param by another partner's keys where somebody pretends */
export function signedBytes(
  { number, keys }: Omit<Partner, 'secret'>,
  edition: string,
  reference: string,
  record: CaseRecord,
  { version = 1, generation = 1, by = keys }: { readonly version?: number; readonly generation?: number; readonly by?: SecretKeys } = {},
) {
  const tag = caseTag(keys.tagKey, reference)
  const signature = signCase({ organisation: number, edition, version, tag, record: bytesToSign(record) }, by.signing.privateKey)
  return { tag, bytes: encodeSigned(record, { tag, signature, generation }) }
}

export async function signedNetwork({ signing = true, size = CASES }: { readonly signing?: boolean; readonly size?: number } = {}) {
  const running = await server()
  const run = (sql: string, ...parameters: unknown[]) => running.store.runNow(CompiledQuery.raw(sql, parameters))
  const editions = new Map<string, Opened>()
  const openEdition = async (id: string, layout: 1 | 2) => {
    editions.set(id, await running.open(id))
    run('UPDATE edition SET layout = ? WHERE id = ?', layout, id)
  }
  const addKey = (number: number, keys: SecretKeys, generation: number, first: string | null) => {
    run('UPDATE organisation_public_key SET last_edition = ? WHERE organisation = ? AND generation = ?', first, number, generation - 1)
    run(
      'INSERT INTO organisation_public_key (organisation, generation, signing, statements, first_edition) VALUES (?, ?, ?, ?, ?)',
      ...[number, generation, keys.signing.publicKey, keys.statements.publicKey, first],
    )
  }
  await openEdition('2026-1', signing ? 2 : 1)
  const { organisations, cases } = population({ cases: size, seed: 3 })
  const partners: Partner[] = []
  for (const { en, holding = null } of organisations) {
    await running.organisation(en, { holding })
    const [row] = run('SELECT id FROM organisation WHERE name = ?', en) as { id: number }[]
    const secret = randomBytes(32)
    const partner = { number: row!.id, secret, keys: keysOf(secret) }
    if (signing) addKey(partner.number, partner.keys, 1, '2026-1')
    partners.push(partner)
  }
  /** Whoever knows the public key of an edition can seal: that is all an operator needs to put something there. */
  const put = async ({ edition, id, organisation, tag, version, bytes }: Placed) => {
    const { enc, ciphertext } = await seal(
      bytes,
      { edition, id, organisation, version },
      await sealingKey(editions.get(edition)!.key.publicKey),
    )
    run(
      `INSERT INTO sealed_case (id, edition, organisation, tag, receipt_hash, version, month, enc, ciphertext) VALUES (?, ?, ?, ?, ?, ?, '2026-11', ?, ?)`,
      ...[id, edition, organisation, tag, randomBytes(32), version, enc, ciphertext],
    )
  }
  const newId = () => toHex(randomBytes(16))
  const records = cases.map(({ organisation, submission }) => ({
    partner: partners[organisation] as Partner,
    record: receive(submission, { currentYear: 2026, existingRecordRule: true }).record,
  }))
  const send = async (edition: string, prefix: string, signed = signing) => {
    for (const [at, { partner, record }] of records.entries()) {
      const reference = `${prefix}-${at}`
      const { tag, bytes } = signed
        ? signedBytes(partner, edition, reference, record)
        : { tag: caseTag(partner.keys.tagKey, reference), bytes: encodeRecord(record) }
      await put({ edition, id: newId(), organisation: partner.number, tag, version: 1, bytes })
    }
  }
  await send('2026-1', 'A')
  const signers = [newSignerKey(), newSignerKey(), newSignerKey()] as const
  return {
    ...running,
    run,
    put,
    send,
    newId,
    openEdition,
    addKey,
    partners,
    records,
    signers,
    editions,
    /** The register as people sign it now. */
    async register(change: (listed: NetworkListed) => NetworkListed = (same) => same): Promise<TrustedRegister> {
      return signedBy(change(await networkListed(running.store)), signers.slice(0, 2))
    },
    /** Single tables alone, because so few cases make no volume: which cases are counted shows in them. */
    async build(edition: string | readonly string[], options: BuildOptions) {
      const names = typeof edition === 'string' ? [edition] : edition
      const sources = []
      for (const name of names) sources.push(await sealedFromStore(running.store, running.serverKey, name))
      const shares = names.flatMap((name) => editions.get(name)!.shares.slice(0, 2))
      return buildFromSources(sources, shares, options)
    },
  }
}

export type SignedNetwork = Awaited<ReturnType<typeof signedNetwork>>

function signedBy(listed: NetworkListed, people: readonly SignerKey[]): TrustedRegister {
  const content = draftRegister(listed, null, asTheServerSays(listed))
  const signatures = people.map(({ privateKey }) => signDocument(registerChecksum(content), privateKey))
  return trusted({ ...content, signatures }, newPin(people.map(({ publicKey }) => publicKey))).register
}
