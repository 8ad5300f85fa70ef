/** What a command says: lines and bars for people, one JSON line for programs. Bars and remarks go to standard error. */
import { SingleBar } from 'cli-progress'

export interface Bar {
  advance(by?: number): void
  /** Sets how far and, if it is known better now, of how many. */
  to(done: number, of?: number): void
  stop(): void
}

export interface Terminal {
  /** True when standard output carries one JSON line and nothing else. */
  readonly json: boolean
  /** A remark while working; silent with `--json`. */
  say(line: string): void
  /** What a person has to know, with `--json` too. */
  warn(line: string): void
  /** What the command was called for: the object with `--json`, else the text (the object laid out, if there is none). */
  result(value: object, text?: string): void
  /** A bar on a terminal, nothing elsewhere. */
  progress(label: string, of: number): Bar
}

const SILENT: Bar = { advance: () => {}, to: () => {}, stop: () => {} }

export const openTerminal = (json: boolean): Terminal => ({
  json,
  say(line) {
    if (!json) process.stderr.write(`${line}\n`)
  },
  warn(line) {
    process.stderr.write(`${line}\n`)
  },
  result(value, text) {
    process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${text ?? laidOut(value)}\n`)
  },
  progress(label, of) {
    if (json || !process.stderr.isTTY) return SILENT
    const bar = new SingleBar({ format: `${label} {bar} {percentage}% | {value}/{total}`, stream: process.stderr, hideCursor: true })
    bar.start(of, 0)
    return {
      advance: (by = 1) => bar.increment(by),
      to(done, total) {
        if (total !== undefined) bar.setTotal(total)
        bar.update(done)
      },
      stop: () => bar.stop(),
    }
  },
})

const laidOut = (value: object) =>
  Object.entries(value)
    .map(([name, entry]) => `${name}: ${typeof entry === 'object' ? JSON.stringify(entry) : String(entry)}`)
    .join('\n')
