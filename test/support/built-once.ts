/**
 * What several test files need and takes seconds to make is made once in a run, by the first that asks; the others wait and get a copy.
 * It is known by all that decides it, and lies in the folder of the run: nothing is kept from one run to the next, because that would hide a change.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { runFolder } from './run-folder.ts'

const POLL = 40

/** Where a thing that is decided by `by` lies in the folder of the run. */
const placeOf = (folder: string, what: string, by: unknown) =>
  join(folder, `${what}-${createHash('sha256').update(JSON.stringify(by)).digest('hex')}`)

/** True for the one process that is to make it. A process that ended meanwhile, killed perhaps, claims nothing any more. */
function claimed(place: string): boolean {
  const claim = `${place}.claim`
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    const holder = Number(existsSync(claim) ? readFileSync(claim, 'utf8') : 0)
    if (holder > 0 && !alive(holder)) rmSync(claim, { force: true })
    return false
  }
}

function alive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch {
    return false
  }
}

const release = (place: string) => rmSync(`${place}.claim`, { force: true })

/** @param by all that decides it, as JSON @param build makes a value that can be cloned */
export function builtOnce<Built>(what: string, by: unknown, build: () => Built): Built {
  const folder = runFolder()
  if (folder === null) return build()
  const place = placeOf(folder, what, by)
  for (;;) {
    if (existsSync(place)) return deserialize(readFileSync(place)) as Built
    if (claimed(place)) break
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL)
  }
  try {
    if (!existsSync(place)) {
      writeFileSync(`${place}.part`, serialize(build()))
      renameSync(`${place}.part`, place)
    }
    // Its maker gets a copy as well, so that all are given the same.
    return deserialize(readFileSync(place)) as Built
  } finally {
    release(place)
  }
}

/** A folder with what `make` wrote into it, to be copied and never changed. @throws Error outside a run of tests */
export async function folderOnce(what: string, by: unknown, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = runFolder()
  if (folder === null) throw new Error('there is no run of tests')
  const place = placeOf(folder, what, by)
  for (;;) {
    if (existsSync(place)) return place
    if (claimed(place)) break
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
  try {
    if (existsSync(place)) return place
    const part = `${place}.part`
    rmSync(part, { recursive: true, force: true })
    mkdirSync(part)
    await make(part)
    renameSync(part, place)
    return place
  } finally {
    release(place)
  }
}
