/** A server in a process of its own, and what it has spent: CPU and memory as Linux counts them. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Clock ticks a second that Linux reports in, on every platform Node runs on. */
const TICKS = 100

export interface ServerProcess {
  readonly url: string
  /** CPU time so far, milliseconds; null where the system does not say. */
  cpu(): number | null
  /** Largest resident memory so far, megabytes; null where the system does not say. */
  memory(): number | null
  stop(): Promise<void>
}

/** The script, ours as it is built or a TypeScript file, listens. Its first line is a JSON object with its `url`. */
export async function serverProcess(script: string, ...args: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...(script.endsWith('.ts') ? ['--import', 'tsx'] : []), script, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('\n')) resolve((JSON.parse(said.slice(0, said.indexOf('\n'))) as { url: string }).url)
    })
    void ended.then(() => reject(new Error('the server ended before it listened')))
  })
  const proc = (file: string): string | null => {
    try {
      return readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
    } catch {
      return null
    }
  }
  return {
    url,
    cpu() {
      // Fields 14 and 15, counted after the name in brackets, which may hold blanks.
      const fields = proc('stat')
        ?.replace(/^.*\) /, '')
        .split(' ')
      return fields ? ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000 : null
    },
    memory() {
      const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(proc('status') ?? '')?.[1]
      return kilobytes ? Number(kilobytes) / 1024 : null
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
