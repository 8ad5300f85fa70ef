/** The commands as processes of their own, and the memory of all of them together while they run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const CLI = ['--import', 'tsx', 'server/runtime/cli.ts']
const EVERY_MS = 50

export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
  readonly seconds: number
}

export interface Peak {
  readonly bytes: number
  /** Of this process, in bytes. */
  readonly own: number
}

export interface Processes {
  /** Waits for the command to end. */
  run(...args: string[]): Promise<Ran>
  /** A command that stays. Resolves with its first line. */
  start(...args: string[]): Promise<{ readonly line: string; stop(): Promise<void> }>
  /** Largest resident memory of this process and all it started, at one moment since the last call, in bytes; null where it cannot be read. */
  peak(): Peak | null
  close(): void
}

export function processes(): Processes {
  const running = new Set<ChildProcess>()
  let peak: Peak = { bytes: 0, own: 0 }
  const sample = () => {
    const own = resident(process.pid)
    const bytes = [...running].reduce((sum, { pid }) => sum + (pid === undefined ? 0 : resident(pid)), own)
    if (bytes > peak.bytes) peak = { bytes, own }
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
      peak = { bytes: 0, own: 0 }
      return found
    },
    close() {
      clearInterval(timer)
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

/** Resident memory of a process, from Linux; 0 elsewhere or when it is gone. */
function resident(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
