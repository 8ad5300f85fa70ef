/**
 * `npx tsx test/support/write-version-one.ts`: writes the hashes of `test/fixtures/version-1` anew, where the form of answers and files was changed
 * on purpose. It refuses where a figure is another: every table as JSON-stat must have the hash that it had.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../server/runtime/sqlite.ts'
import { versionOneText } from '../store/version-one-text.ts'
import { answersOf, publishedVersionOne, readLines } from './version-one.ts'
import { filesOfVersionOne } from './version-one-files.ts'

type Hashes = Readonly<Record<string, string>>

const place = (name: string) => new URL(`../fixtures/version-1/${name}`, import.meta.url)
const bundles = readLines(versionOneText())
const folder = mkdtempSync(join(tmpdir(), 'jnatip-version-one-'))
const store = openSqlite(join(folder, 'store.sqlite'))
try {
  const app = await publishedVersionOne(store, bundles)
  write('answers.json', await answersOf((path) => app.request(path), bundles))
  write('book-files.json', await filesOfVersionOne(bundles))
} finally {
  store.close()
  rmSync(folder, { recursive: true })
}

function write(name: string, now: Hashes) {
  const before = JSON.parse(readFileSync(place(name), 'utf8')) as Hashes
  const changed = Object.keys(now).filter((key) => now[key] !== before[key])
  const figures = changed.filter((key) => key.endsWith(' json-stat') && key in before)
  if (figures.length > 0) throw new Error(`figures of version 1 are not what they were: ${figures.join('; ')}`)
  writeFileSync(place(name), `${JSON.stringify(now, null, 2)}\n`)
  for (const key of changed) console.log(`${name}: ${key}`)
}
