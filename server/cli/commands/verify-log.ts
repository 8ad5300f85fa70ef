/** `verify-log`: whether an exported audit log is whole. */
import type { Command } from 'commander'
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
        .option('--cosigners <file>', 'JSON: organisations that cosign, [{"organisation": 1, "keys": ["…"]}]')
        .option(
          '--seen <file>',
          'file in which `cosign --remember` keeps the heads that a partner saw; may be given several times',
          collected,
          [],
        ),
    run({ terminal, args: [file], options: { logKey, cosigners = null, seen } }) {
      const files = { log: file as string, keys: logKey, cosigners, seen }
      try {
        const verified = verifyFiles(files)
        terminal.result({ whole: verified.findings.length === 0, ...verified }, verdictLines(verified, files).join('\n'))
        if (verified.findings.length > 0) process.exitCode = 1
      } catch (error) {
        throw error instanceof UnreadableFile ? new Misuse(error.message) : error
      }
    },
  })
}
