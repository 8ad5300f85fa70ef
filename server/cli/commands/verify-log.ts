/** `verify-log`: whether an exported audit log is whole. */

import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { readRegister, registerChecksum } from '../../editors/register/register.ts'
import { RegisterRefused } from '../../editors/register/register-refused.ts'
import { signersOf } from '../../editors/register/signed-document.ts'
import { signerFingerprint } from '../../editors/register/signer-key.ts'
import { Misuse } from '../../runtime/refusal.ts'
import { UnreadableFile, verdictLines, verifyFiles } from '../../verify-log/program.ts'
import { defineCommand } from '../command.ts'
import { collected } from '../options.ts'

interface Options {
  readonly logKey: readonly string[]
  readonly cosigners?: string
  readonly seen: readonly string[]
}

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option(
          '--log-key <key>',
          'public key of the log (`log key` prints it); where it was replaced all of them, the oldest first',
          collected,
          [],
        )
        .option(
          '--cosigners <file>',
          'the register that two people signed; or JSON: organisations that cosign, [{"organisation": 1, "keys": ["…"]}]',
        )
        .option(
          '--seen <file>',
          'file in which `cosign --remember` keeps the heads that a partner saw; may be given several times',
          collected,
          [],
        ),
    run({ terminal, args: [file], options: { logKey, cosigners = null, seen } }) {
      const files = { log: file as string, keys: logKey, cosigners, seen }
      try {
        const signers = cosigners === null ? null : signersOfRegister(cosigners)
        const verified = verifyFiles(files)
        terminal.result(
          { whole: verified.findings.length === 0, ...verified, signers },
          [
            ...verdictLines(verified, files),
            ...(signers === null ? [] : [`Who cosigns was taken from the register that these people signed: ${signers.join(', ')}`]),
          ].join('\n'),
        )
        if (verified.findings.length > 0) process.exitCode = 1
      } catch (error) {
        throw error instanceof UnreadableFile ? new Misuse(error.message) : error
      }
    },
  })
}

/** Fingerprints of those who signed; null for a list. @throws RegisterRefused for a register that was altered, or that fewer than two people signed */
function signersOfRegister(path: string): readonly string[] | null {
  const text = readFileSync(path, 'utf8')
  try {
    const register = readRegister(text)
    const everybody = register.signatures.map(({ signer }) => signer)
    return signersOf(register.signatures, registerChecksum(register), everybody).map(signerFingerprint)
  } catch (error) {
    if (error instanceof RegisterRefused && error.rule === 'malformed') return null
    throw error
  }
}
