/**
 * How a command is written: a file in `commands/` that describes itself with `defineCommand`, and a line in
 * `commands/index.ts`. Its file is loaded only when it is called.
 */
import type { Command } from 'commander'
import { openTerminal, type Terminal } from './terminal.ts'

export interface CommandFile {
  /** Adds the command, with its options and `--json`, to the program. */
  register(program: Command): void
}

export interface Call<Options> {
  readonly terminal: Terminal
  /** As commander reads them: `--record-rule` becomes `recordRule`. */
  readonly options: Options
  /** Positional arguments in order; a missing optional one is undefined. */
  readonly args: readonly (string | undefined)[]
}

/**
 * The command exists, with `--json` and `--help`. Its `run` may throw `Refusal` or `ProblemError` (exit code 1) or
 * `Misuse` (exit code 2).
 */
export function defineCommand<Options extends object>(
  program: Command,
  {
    usage,
    summary,
    options,
    run,
  }: {
    /** `tabulate <file>` */
    readonly usage: string
    readonly summary: string
    readonly options?: (command: Command) => Command
    readonly run: (call: Call<Options>) => Promise<void> | void
  },
): Command {
  const command = program.command(usage).description(summary).option('--json', 'print one JSON line and nothing else on standard output')
  return (options?.(command) ?? command).action(async (...given: unknown[]) => {
    const args = given.slice(0, command.registeredArguments.length) as (string | undefined)[]
    const { json = false, ...rest } = command.opts<{ json?: boolean }>()
    await run({ terminal: openTerminal(json), options: rest as Options, args })
  })
}
