/** `register`: who takes part in a network, and by which keys cases are verified; signed by two people, each with a key of their own. */
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { writeWhole } from '../../editors/bundle-file.ts'
import { changesOf, editionChangesOf, umbrellasOf } from '../../editors/register/changes.ts'
import { requireFollowing } from '../../editors/register/continuity.ts'
import { decisionChecksum, decisionText, isDecision, newDecision, readDecision } from '../../editors/register/decision.ts'
import { type Beginnings, draftRegister, unsoundKeys } from '../../editors/register/draft.ts'
import { networkFromUrl } from '../../editors/register/network-source.ts'
import { newPin, pinText } from '../../editors/register/pin.ts'
import { type RegisterContent, readRegister, registerChecksum, registerText, type SignedRegister } from '../../editors/register/register.ts'
import { withSignature } from '../../editors/register/signed-document.ts'
import { newSignerKey, readSigner, signerFingerprint, signerText } from '../../editors/register/signer-key.ts'
import { openDataDir } from '../../runtime/data-dir.ts'
import { PRIVATE, PUBLIC, writeTogether } from '../../runtime/private-file.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { networkListed } from '../../store/network.ts'
import { defineCommand } from '../command.ts'
import { readUnsound } from '../files/unsound-cases.ts'
import { collected } from '../options.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'

export function register(group: Command): void {
  registerKey(group)
  registerDraft(group)
  registerShow(group)
  registerSign(group)
  registerPin(group)
  registerDecide(group)
}

function registerKey(group: Command): void {
  defineCommand<{ readonly out: string }>(
    group.command('key').description('make the signing key of one person, on a device of their own'),
    {
      options: (one) => one.requiredOption('--out <file>', 'file to write; whoever holds it signs in the name of this person'),
      run({ terminal, options: { out } }) {
        const key = newSignerKey()
        writeTogether([{ file: out, text: signerText(key), mode: PRIVATE }])
        key.privateKey.fill(0)
        const fingerprint = signerFingerprint(key.publicKey)
        terminal.result(
          { file: out, signer: key.publicKey, fingerprint },
          `Signing key: ${out}\nPublic key: ${key.publicKey}\nFingerprint, to be compared in person: ${fingerprint}`,
        )
      },
    },
  )
}

interface DraftOptions extends KeyOptions {
  readonly data?: string
  readonly from?: string
  readonly out: string
  readonly previous?: string
  readonly begins: readonly string[]
  readonly firstEdition: readonly string[]
}

function registerDraft(group: Command): void {
  defineCommand<DraftOptions>(group.command('draft').description('write the next register as a server lists it, and say what it changes'), {
    options: (one) =>
      keyOptions(one.option('--data <dir>', 'data folder of this machine').option('--from <url>', 'server to ask'), 'edit', '--from')
        .requiredOption('--out <file>', 'file to write')
        .option('--previous <file>', 'the register that is used now')
        .option(
          '--begins <number.generation=edition>',
          'from which edition on an organisation signs with a new key, as it told you (or =later); all=EDITION for all others',
          collected,
          [],
        )
        .option(
          '--first-edition <number=edition>',
          'by decision of two people: where cases of an organisation begin to be signed, while unsigned ones of before count',
          collected,
          [],
        ),
    async run({ terminal, options: { data, from, out, previous, begins, firstEdition, ...key } }) {
      if ((data === undefined) === (from === undefined)) throw new Misuse('say either --data DIR or --from URL')
      const before = previous === undefined ? null : readRegister(readFileSync(previous, 'utf8'))
      const server = from === undefined ? null : await serverAndKey(from, key, terminal)
      const listed = server ? await networkFromUrl(server.url, server.key) : await listedHere(data as string)
      const leftOut = unsoundKeys(listed, before)
      const content = draftRegister(listed, before, beginnings(begins, firstEdition))
      writeTogether([{ file: out, text: registerText({ ...content, signatures: [] }), mode: PUBLIC }])
      terminal.result(
        shown(content, before, { file: out, leftOut }),
        [
          ...described(content, before),
          ...leftOut.map(
            ({ organisation, generation }) =>
              `  organisation ${organisation}: key ${generation} IS LEFT OUT, because it stands somewhere already`,
          ),
          `Draft, to be signed by two people: ${out}`,
        ].join('\n'),
      )
    },
  })
}

async function listedHere(data: string) {
  const { store } = openDataDir(data)
  try {
    return await networkListed(store)
  } finally {
    store.close()
  }
}

function beginnings(begins: readonly string[], firstEditions: readonly string[]): Beginnings {
  const confirmed = new Map(
    begins.map((text) => {
      const [, key, edition] = /^(all|[1-9]\d{0,8}\.[1-9]\d{0,4})=([a-z0-9][a-z0-9.-]{0,79})$/.exec(text) ?? []
      if (key === undefined || edition === undefined) throw new Misuse('--begins is written as NUMBER.GENERATION=EDITION, or all=EDITION')
      return [key, edition === 'later' ? null : edition] as const
    }),
  )
  const decided = new Map(
    firstEditions.map((text) => {
      const [, number, edition] = /^([1-9]\d{0,8})=([a-z0-9][a-z0-9.-]{0,79})$/.exec(text) ?? []
      if (number === undefined || edition === undefined) throw new Misuse('--first-edition is written as NUMBER=EDITION')
      return [Number(number), edition] as const
    }),
  )
  return { confirmed, decided }
}

/** What people look at before they sign. */
function described(content: RegisterContent, before: RegisterContent | null): string[] {
  const [changes, editions] = [changesOf(content, before), editionChangesOf(content, before)]
  return [
    ...(content.previous === null ? ['THE FIRST REGISTER of this network: sign it only where none was signed before'] : []),
    `Register ${content.number}: ${content.organisations.length} organisations, editions ${content.editions.map(({ id }) => id).join(', ') || 'none'}`,
    ...changes.map(({ organisation, name, change }) => `  organisation ${organisation}, ${name}: ${change}`),
    ...editions.map(({ edition, change }) => `  edition ${edition} ${change}`),
    ...(changes.length + editions.length === 0 ? ['  no organisation, umbrella, key or edition changes'] : []),
    ...umbrellasOf(content).map(
      ({ umbrella, members }) => `  umbrella "${umbrella}": ${members.map(({ number, name }) => `${number} ${name}`).join('; ')}`,
    ),
    `Checksum: ${registerChecksum(content)}`,
  ]
}

const shown = (content: RegisterContent, before: RegisterContent | null, more: object) => ({
  number: content.number,
  checksum: registerChecksum(content),
  changes: changesOf(content, before),
  editions: editionChangesOf(content, before),
  umbrellas: umbrellasOf(content),
  ...more,
})

function registerShow(group: Command): void {
  defineCommand<{ readonly previous?: string }>(
    group.command('show <file>').description('print a register, or what it changes beside the one before'),
    {
      options: (one) => one.option('--previous <file>', 'the register that is used now'),
      run({ terminal, args: [file], options: { previous } }) {
        const { signatures, ...content } = readRegister(readFileSync(file as string, 'utf8'))
        const before = previous === undefined ? null : readRegister(readFileSync(previous, 'utf8'))
        const signers = signatures.map(({ signer }) => signerFingerprint(signer))
        terminal.result(
          shown(content, before, { signers }),
          [...described(content, before), `Signatures by: ${signers.join(', ') || 'nobody yet'}`].join('\n'),
        )
      },
    },
  )
}

function registerSign(group: Command): void {
  defineCommand<{ readonly key: string; readonly previous?: string }>(
    group.command('sign <file>').description('add your signature to a register or to a decision, after looking at what it says'),
    {
      options: (one) =>
        one
          .requiredOption('--key <file>', 'your signing key, as `register key` wrote it')
          .option('--previous <file>', 'the register that is used now; only the first one is signed without it'),
      run({ terminal, args: [file], options: { key, previous } }) {
        const text = readFileSync(file as string, 'utf8')
        const own = readSigner(readFileSync(key, 'utf8'))
        const before = previous === undefined ? null : readRegister(readFileSync(previous, 'utf8'))
        const { signed, says } = isDecision(text) ? signedDecision(text, own.privateKey) : signedRegister(text, own.privateKey, before)
        own.privateKey.fill(0)
        writeWhole(file as string, signed)
        const signer = signerFingerprint(own.publicKey)
        terminal.result({ file, signer }, [...says, `Signed by ${signer}`].join('\n'))
      },
    },
  )
}

function signedRegister(text: string, privateKey: Uint8Array, before: SignedRegister | null) {
  const { signatures, ...content } = readRegister(text)
  const signedBefore = requireFollowing(content, before)
  const signed = withSignature(signatures, registerChecksum(content), privateKey)
  const says = [
    ...described(content, before),
    ...(before === null ? [] : [`Compared with register ${before.number}, signed by: ${signedBefore.map(signerFingerprint).join(', ')}`]),
  ]
  return { signed: registerText({ ...content, signatures: signed }), says }
}

function signedDecision(text: string, privateKey: Uint8Array) {
  const decision = readDecision(text)
  const signatures = withSignature(decision.signatures, decisionChecksum(decision), privateKey)
  const says = [`${decision.edition} is to be built without ${decision.cases.length} cases that were refused`]
  return { signed: decisionText({ ...decision, signatures }), says }
}

interface PinOptions {
  readonly signer: readonly string[]
  readonly register?: string
  readonly out: string
}

function registerPin(group: Command): void {
  defineCommand<PinOptions>(
    group.command('pin').description('say on a build machine whose signatures it trusts; two of them are needed under each register'),
    {
      options: (one) =>
        one
          .requiredOption('--signer <key>', 'public key of a person, or its fingerprint beside --register; twice or more', collected, [])
          .option('--register <file>', 'a register that they signed, in which keys are found by their fingerprints')
          .requiredOption('--out <file>', 'file to write; keep it beside the memory of withdrawals, as register.pin'),
      run({ terminal, options: { signer, register: file, out } }) {
        const known = file === undefined ? [] : readRegister(readFileSync(file, 'utf8')).signatures.map((one) => one.signer)
        const signers = signer.map((given) => keyNamed(given, known))
        if (new Set(signers).size < 2) throw new Misuse('two different signers are needed')
        if (existsSync(out)) throw new Misuse('there is a pin already; a new one would forget which register was used last')
        writeTogether([{ file: out, text: pinText(newPin(signers)), mode: PRIVATE }])
        terminal.result(
          { file: out, signers: signers.map(signerFingerprint) },
          `Trusted: ${signers.map(signerFingerprint).join(', ')}\nPin: ${out}`,
        )
      },
    },
  )
}

function keyNamed(given: string, known: readonly string[]): string {
  const plain = given.replaceAll(/\s/g, '').toLowerCase()
  if (/^[0-9a-f]{64}$/.test(plain)) return plain
  const found = known.filter((one) => signerFingerprint(one).replaceAll(' ', '') === plain)
  if (found.length !== 1)
    throw new Misuse('a signer is named by the public key, or by the fingerprint of one who signed the file of --register')
  return found[0] as string
}

function registerDecide(group: Command): void {
  defineCommand<{ readonly edition: string; readonly out: string }>(
    group.command('decide <file>').description('draft the decision to build an edition without the cases that a build refused'),
    {
      options: (one) =>
        one
          .requiredOption('--edition <id>', 'edition to which they belong')
          .requiredOption('--out <file>', 'file to write, to be signed by two people with `register sign`'),
      run({ terminal, args: [file], options: { edition, out } }) {
        const ids = readUnsound(readFileSync(file as string, 'utf8'))
          .filter((one) => one.edition === edition)
          .map(({ id }) => id)
        if (ids.length === 0) throw new Misuse('the build refused no case of this edition')
        writeTogether([{ file: out, text: decisionText(newDecision(edition, ids)), mode: PRIVATE }])
        terminal.result(
          { file: out, edition, cases: ids.length },
          `${edition} without ${ids.length} cases, to be signed by two people: ${out}`,
        )
      },
    },
  )
}
