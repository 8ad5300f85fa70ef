/** `submit`: a file of cases goes to a server, and a report says what became of each line. */
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import { defineCommand } from '../command.ts'
import { cosignBeside } from '../cosigning.ts'
import { wholeNumber } from '../options.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import { ownSecrets, type SecretOptions, secretOptions } from '../organisation-secret.ts'
import { CONFIRM_REFERENCES, namesInLines, refuseNames } from '../reference-names.ts'
import { caseSigner } from '../signing.ts'
import { type LineOutcome, submitLines } from '../submit-lines.ts'
import { CONFIRM_WITHDRAWN, refuseYearsBefore, yearsInLines } from '../years-before.ts'

interface Options extends KeyOptions, SecretOptions {
  readonly to: string
  readonly concurrency: number
  readonly receipts?: string
  readonly confirmReferences?: boolean
  readonly confirmWithdrawn?: boolean
}

/** Refused lines told one by one; beyond, they are counted. */
const TOLD = 20

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      secretOptions(keyOptions(one.requiredOption('--to <url>', 'server'), 'submit', '--to'))
        .option('--concurrency <n>', 'requests at the same time', wholeNumber('--concurrency', 1, 64), 8)
        .option(
          '--receipts <file>',
          'write line, id and receipt of each case, and of a signed one tag and version (NDJSON); keep it like a key',
        )
        .option('--confirm-references', CONFIRM_REFERENCES)
        .option('--confirm-withdrawn', CONFIRM_WITHDRAWN),
    async run({ terminal, args: [file], options }) {
      const { to, concurrency, receipts, confirmReferences = false, confirmWithdrawn = false, ...credential } = options
      const server = await serverAndKey(to, credential, terminal)
      const path = file as string
      const secrets = ownSecrets(credential)
      if (secrets && !confirmReferences) refuseNames(await namesInLines(path), 'line')
      if (secrets && !confirmWithdrawn) await refuseYearsBefore(server, await yearsInLines(path))
      const signer = secrets ? await caseSigner(server, secrets) : null
      const bar = terminal.progress('Sending', statSync(path).size)
      const input = createReadStream(path)
      const kept = receipts === undefined ? null : createWriteStream(receipts, { mode: 0o600, flags: 'wx' })
      const counts = { accepted: 0, replayed: 0, refused: 0 }
      const told: LineOutcome[] = []
      const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
      for await (const outcome of submitLines({ ...server, lines, concurrency, signer })) {
        counts[outcome.outcome]++
        if (outcome.outcome === 'refused') {
          if (told.length < TOLD) told.push(outcome)
        } else kept?.write(`${JSON.stringify(receiptOf(outcome))}\n`)
        bar.to(input.bytesRead)
      }
      kept?.end()
      if (kept) await finished(kept)
      bar.stop()
      const log = await cosignBeside(server, secrets?.keys.signing.privateKey, credential.secretFile, terminal)
      told.sort((a, b) => a.line - b.line)
      terminal.result(
        { ...counts, refusals: told, log },
        [`${counts.accepted} accepted, ${counts.replayed} sent before, ${counts.refused} refused`, ...told.map(sentence)].join('\n'),
      )
      if (counts.refused > 0) process.exitCode = 1
    },
  })
}

const receiptOf = ({ line, id, receipt, tag, version }: LineOutcome) => ({
  line,
  id,
  receipt,
  ...(tag === undefined ? {} : { tag, version }),
})

const sentence = ({ line, slug, errors = [] }: LineOutcome) =>
  `line ${line}: ${slug}${errors.map(({ pointer, rule, kind }) => `\n  ${pointer || '/'} ${rule}${kind ? ` (${kind})` : ''}`).join('')}`
