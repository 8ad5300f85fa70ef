/**
 * How a command is written: an entry in `commands/index.ts` with its name and summary, and a file in `commands/` with its options and what
 * it does. The file is loaded only when the command is called.
 */
import type { Command } from 'commander'
import { openTerminal, type Terminal } from './terminal.ts'

export interface CommandFile {
  /** Gives the command, which has its name and summary, its options and what it does. */
  register(command: Command): void
}

export interface Call<Options> {
  readonly terminal: Terminal
  /** As commander reads them: `--record-rule` becomes `recordRule`. */
  readonly options: Options
  /** Positional arguments in order; a missing optional one is undefined. */
  readonly args: readonly (string | undefined)[]
}

/**
 * The command has its options, `--json` and `--help`. Its `run` may throw `Refusal` or `ProblemError` (exit code 1) or
 * `Misuse` (exit code 2).
 */
export function defineCommand<Options extends object>(
  command: Command,
  {
    options,
    run,
  }: {
    readonly options?: (command: Command) => Command
    readonly run: (call: Call<Options>) => Promise<void> | void
  },
): Command {
  command.option('--json', 'print one JSON line and nothing else on standard output')
  return (options?.(command) ?? command).action(async (...given: unknown[]) => {
    const args = given.slice(0, command.registeredArguments.length) as (string | undefined)[]
    const { json = false, ...rest } = command.opts<{ json?: boolean }>()
    await run({ terminal: openTerminal(json), options: rest as Options, args })
  })
}
