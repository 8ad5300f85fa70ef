/**
 * The verifier of the audit log without the rest of the program: `npx tsx server/verify-log/main.ts LOG --key KEY [--cosigners FILE] [--seen FILE]`.
 * Exit code 0: nothing was found; 1: something was; 2: not understood.
 */
import { parseArgs } from 'node:util'
import { UnreadableFile, verdictLines, verifyFiles } from './program.ts'

function main(): number {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        cosigners: { type: 'string' },
        seen: { type: 'string', multiple: true, default: [] },
      },
    })
    if (positionals.length !== 1) throw new UnreadableFile('name one exported log')
    const files = { log: positionals[0] as string, keys: values.key, cosigners: values.cosigners ?? null, seen: values.seen }
    const verified = verifyFiles(files)
    process.stdout.write(`${verdictLines(verified, files).join('\n')}\n`)
    return verified.findings.length > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'unknown'}\n`)
    return 2
  }
}

process.exitCode = main()
