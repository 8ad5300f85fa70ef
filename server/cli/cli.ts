/** `npm run -s jnatip -- <command>`. Exit code 0: done; 1: refused; 2: not understood. */
import { Command, CommanderError } from 'commander'
import { ProblemError } from '../../survey-schema/problem.ts'
import { UnsoundCases } from '../editors/build/sound-cases.ts'
import { ShareRefused } from '../editors/keys/shares.ts'
import { NoiseFault } from '../editors/noise-check/noise-fault.ts'
import { RegisterRefused } from '../editors/register/register-refused.ts'
import { NotSent } from '../http/ask.ts'
import { Misuse, Refusal } from '../runtime/refusal.ts'
import { StoreUnavailable } from '../store/port.ts'
import { COMMANDS } from './commands/index.ts'

const program = new Command('jnatip')
  .description('Take cases in without identities, seal them, build protected tables, publish them.')
  .helpCommand(false)
  .exitOverride()

const called = process.argv.slice(2).find((word) => !word.startsWith('-'))
for (const [name, { usage, summary, load }] of Object.entries(COMMANDS)) {
  const command = program.command(usage).description(summary)
  if (name === called) (await load()).register(command)
}

/** Words for a person, slug and pointers for a program; nothing that was read from a file. */
function explained(error: unknown): {
  readonly code: number
  readonly slug: string
  readonly message: string
  readonly errors?: readonly object[]
} {
  if (error instanceof ProblemError) {
    const places = error.errors.map(({ pointer, rule, kind }) => `  ${pointer || '/'} ${rule}${kind ? ` (${kind})` : ''}`)
    return { code: 1, slug: error.slug, message: [error.slug, ...places].join('\n'), errors: error.errors }
  }
  if (error instanceof Refusal) return { code: 1, slug: error.slug, message: error.message }
  if (error instanceof NotSent) return { code: error.slug === 'usage' ? 2 : 1, slug: error.slug, message: error.message }
  if (error instanceof ShareRefused) {
    return { code: 1, slug: `share-${error.fault}`, message: error.position ? `share ${error.position}: ${error.message}` : error.message }
  }
  if (error instanceof NoiseFault) {
    const places = error.faults.map(({ place, rule }) => `  ${place}: ${rule}`)
    return { code: 1, slug: 'noise-fault', message: [`${error.message}; nothing was written`, ...places].join('\n'), errors: error.faults }
  }
  if (error instanceof RegisterRefused) {
    const places = error.places.map(({ place, rule }) => `  ${place || '/'}: ${rule}`)
    return { code: 1, slug: `register-${error.rule}`, message: [error.message, ...places].join('\n'), errors: error.places }
  }
  if (error instanceof UnsoundCases) {
    const counts = error.counts()
    const lines = counts.map(({ edition, organisation, rule, cases }) => `  ${edition}, organisation ${organisation}: ${cases} ${rule}`)
    return { code: 1, slug: 'unsound-cases', message: [error.message, ...lines].join('\n'), errors: counts }
  }
  if (error instanceof StoreUnavailable) return { code: 1, slug: 'busy', message: `the database cannot be used now (${error.code})` }
  if (error instanceof Misuse) return { code: 2, slug: 'usage', message: error.message }
  const { code, syscall, path } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && syscall)
    return { code: 1, slug: code.toLowerCase(), message: `${syscall}: ${code}${path ? ` ${path}` : ''}` }
  return { code: 1, slug: 'internal', message: `internal: ${error instanceof Error ? error.name : 'unknown'}${placeOf(error)}` }
}

/** Where a mistake of ours happened: file and line of the first frame, without the message, which may quote what was read. */
function placeOf(error: unknown): string {
  const frame = error instanceof Error ? /^\s+at .*$/m.exec(error.stack ?? '')?.[0] : undefined
  return frame ? ` (${frame.trim()})` : ''
}

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else {
    const { code, message, ...rest } = explained(error)
    process.exitCode = code
    if (process.argv.includes('--json'))
      process.stdout.write(`${JSON.stringify({ error: rest.slug, message, errors: rest.errors ?? [] })}\n`)
    process.stderr.write(`${message}\n`)
  }
}
