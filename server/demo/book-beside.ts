/** The files of the demo's book are made by a process of their own, as editors would: the pages answer meanwhile. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { bookFolder } from '../runtime/book-folder.ts'
import { Refusal } from '../runtime/refusal.ts'

const FORMATS = 'html,pdf,findings,findings-html,findings-docx,fact-sheets,packs,docx,xlsx,bibtex,ris'

export interface BookTask {
  readonly bundleFile: string
  readonly dataDir: string
  readonly edition: string
  /** A folder to be made for the book; null where the data folder of the server is enough. */
  readonly out: string | null
}

/** Where the book will stand. */
export const placeOfBook = ({ dataDir, edition, out }: Omit<BookTask, 'bundleFile'>) => out ?? bookFolder(dataDir, edition)

/**
 * The book stands in its folder, and the server offers its files.
 * @param givenUp when it is resolved the book is given up, and nothing is left of it
 * @returns false when it was given up
 * @throws Refusal when the book could not be made
 */
export async function makeBook(task: BookTask, givenUp: Promise<unknown>): Promise<boolean> {
  const { bundleFile, dataDir, edition, out } = task
  const [cli = ''] = process.argv.slice(1)
  const where = out === null ? ['--data', dataDir] : ['--out', out]
  const child = spawn(process.execPath, [...process.execArgv, cli, 'book', bundleFile, '--to', FORMATS, ...where], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const closed = new Promise<number | null>((done) => child.once('close', done))
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  const code = await Promise.race([closed, givenUp.then(() => 'given up' as const)])
  process.off('exit', end)
  if (code === 'given up') {
    end()
    await closed
    removeParts(placeOfBook(task))
    return false
  }
  if (code !== 0) throw new Refusal('no-book', 'the data book could not be made')
  if (out !== null) offer(out, bookFolder(dataDir, edition))
  return true
}

/** A copy that is whole when it appears. */
function offer(out: string, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  const part = `${folder}.part`
  cpSync(out, part, { recursive: true })
  renameSync(part, folder)
}

/** What a process that was ended has left beside the place of its book, and the place itself where it is empty. */
function removeParts(place: string): void {
  const beside = dirname(place)
  if (!existsSync(beside)) return
  for (const name of readdirSync(beside).filter((entry) => entry.startsWith(`.${basename(place)}.part-`)))
    rmSync(join(beside, name), { recursive: true, force: true })
  if (existsSync(place) && readdirSync(place).length === 0) rmSync(place, { recursive: true })
}
