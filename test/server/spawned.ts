/** The real program in a process of its own, as an operator runs it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { PROGRAM } from '../support/program.ts'
import { PROJECT } from '../support/project-files.ts'

const launch = (args: readonly string[], env: Readonly<Record<string, string>>, input?: string): ChildProcess => {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  })
  child.stdin?.end(input)
  return child
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** One command, to its end. @param input on its standard input */
export async function jnatip(args: readonly string[], env: Readonly<Record<string, string>> = {}, input?: string): Promise<Ran> {
  const child = launch(args, env, input)
  let [stdout, stderr] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

export interface Launched {
  /** Ends it and waits until it is gone. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** One command that runs meanwhile. */
export function launched(args: readonly string[]): Launched {
  const child = launch(args, {})
  const gone = once(child, 'close')
  return {
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}

export interface Serving extends Launched {
  readonly url: string
  readonly pid: number
  /** All that it wrote so far, both streams. */
  readonly output: () => string
}

/** `serve` on a free port. @throws Error with what it wrote when it does not start */
export async function serve(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<Serving> {
  const child = launch(['serve', '--data', dataDir, '--port', '0', '--json'], env)
  const gone = once(child, 'close')
  let output = ''
  const url = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      const found = /"url":"([^"]+)"/.exec(output)?.[1]
      if (found) resolve(found)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void gone.then(() => reject(new Error(`serve ended: ${output}`)))
  })
  return {
    url: await url,
    pid: child.pid as number,
    output: () => output,
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}
