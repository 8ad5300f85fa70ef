/** The commands as processes of their own, and the memory of all of them together while they run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** As `npm run jnatip` runs them: what V8 is told stands there. */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: { readonly jnatip: string } }
const [, ...CLI] = scripts.jnatip.split(' ')
const EVERY_MS = 100
export const NOTHING: Peak = { bytes: 0, resident: 0, own: 0 }

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  readonly seconds: number
}

export interface Peak {
  /** Memory of all processes together, pages that they share counted once (proportional set size). */
  readonly bytes: number
  /** Sum of their resident sizes at that moment: shared pages count in each. */
  readonly resident: number
  /** Of the bytes, those of this process. */
  readonly own: number
}

export interface Processes {
  /** Waits for the command to end. */
  run(...args: string[]): Promise<Ran>
  /** A command that stays. Resolves with its first line. */
  start(...args: string[]): Promise<{ readonly line: string; stop(): Promise<void> }>
  /** Most memory of this process and all it started, at one moment since the last call; null where it cannot be read. */
  peak(): Peak | null
  close(): void
}

export function processes(): Processes {
  const running = new Set<ChildProcess>()
  let peak = NOTHING
  const sample = () => {
    const [own, ...others] = [process.pid, ...[...running].map((child) => child.pid)].map(memoryOf)
    const sum = (kind: 'proportional' | 'resident') => [own, ...others].reduce((total, one) => total + (one?.[kind] ?? 0), 0)
    const bytes = sum('proportional')
    if (bytes > peak.bytes) peak = { bytes, resident: sum('resident'), own: own?.proportional ?? 0 }
  }
  const timer = setInterval(sample, EVERY_MS)
  timer.unref()
  const begin = (args: readonly string[]) => {
    const child = spawn(process.execPath, [...CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.stderr += text
    })
    const ended = new Promise<number>((resolve) =>
      child.once('close', (code) => {
        running.delete(child)
        resolve(code ?? 1)
      }),
    )
    return { child, said, ended }
  }
  return {
    async run(...args) {
      const start = performance.now()
      const { said, ended } = begin(args)
      const code = await ended
      return { ...said, code, seconds: (performance.now() - start) / 1000 }
    },
    async start(...args) {
      const { child, said, ended } = begin(args)
      const line = new Promise<string>((resolve, reject) => {
        child.stdout.on('data', () => said.stdout.includes('\n') && resolve(said.stdout.slice(0, said.stdout.indexOf('\n'))))
        void ended.then(() => reject(new Error(`ended before its first line: ${said.stderr}`)))
      })
      return {
        line: await line,
        stop: async () => {
          child.kill('SIGTERM')
          await ended
        },
      }
    },
    peak() {
      const found = peak.bytes === 0 ? null : peak
      peak = NOTHING
      return found
    },
    close() {
      clearInterval(timer)
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

/** Memory of a process in bytes, from Linux; nothing elsewhere or when it is gone. */
function memoryOf(pid: number | undefined): { readonly proportional: number; readonly resident: number } | undefined {
  try {
    const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(said)?.[1] ?? 0) * 1024
    return { proportional: bytes('Pss'), resident: bytes('Rss') }
  } catch {
    return undefined
  }
}
