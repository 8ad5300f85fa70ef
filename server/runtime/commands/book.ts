/** `book`: from published bundles to the data book in the formats asked for, whole or not at all. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { bookOf } from '../../../analysis/book/book.ts'
import type { Imprint } from '../../../analysis/book/document.ts'
import { imprintOf } from '../../../analysis/book/imprint.ts'
import { PLAN } from '../../../analysis/book/plan/plan.ts'
import { shelfOf } from '../../../analysis/book/shelf.ts'
import { readBundle } from '../../../analysis/disclosure/bundle.ts'
import type { Bundle } from '../../../survey-schema/bundle.ts'
import { readBundleFile } from '../../build/bundle-file.ts'
import { type BookIndex, tablesDigest } from '../../editions/book-files.ts'
import { BOOK_FORMATS, type BookFormat, bookFiles, digestOf } from '../../export/book-files.ts'
import { checksum } from '../../sealing/checksum.ts'
import { bookFolder } from '../book-folder.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { Misuse, Refusal } from '../terminal.ts'

interface Options {
  readonly lang: string
  readonly to: string
  readonly out?: string
  readonly data?: string
}

const LANGUAGES = ['ja', 'en'] as const

export const register: CommandFile['register'] = (program) => {
  defineCommand<Options>(program, {
    usage: 'book <bundles...>',
    summary: 'write the data book from bundles that were published, in both languages and many formats',
    options: (one) =>
      one
        .option('--lang <languages>', 'ja, en, or both; the first is shown first', 'ja,en')
        .option('--to <formats>', `of ${BOOK_FORMATS.join(', ')}`, BOOK_FORMATS.join(','))
        .option('--out <dir>', 'folder to make; it must not hold files yet')
        .option('--data <dir>', 'data folder of this machine instead: the server then offers the files of the edition'),
    async run({ terminal, options, args }) {
      const languages = listed('--lang', options.lang, LANGUAGES)
      const formats = listed<BookFormat>('--to', options.to, BOOK_FORMATS)
      const bundles = (args[0] as unknown as readonly string[]).map((path) => readBundle(readBundleFile(path), checksum))
      const newest = newestOf(bundles)
      const others = bundles.filter((bundle) => bundle !== newest)
      if ((options.out === undefined) === (options.data === undefined)) throw new Misuse('say either --out DIR or --data DIR')
      const { edition } = imprintOf(shelfOf(newest, others, checksum))
      const out = resolve(options.out ?? bookFolder(options.data!, edition))
      if (options.data === undefined) refuseFilled(out)
      const book = bookOf(
        newest,
        bundles.filter((bundle) => bundle !== newest),
        PLAN,
        checksum,
      )
      const files = bookFiles(book, languages, formats)
      const part = makePart(out)
      const bar = terminal.progress('Writing', files.length)
      const written: BookIndex['files'] = []
      try {
        for (const { name, format, language, type, make } of files) {
          const content = await make()
          writeFileSync(join(part, name), content, { flag: 'wx', flush: true })
          written.push({ name, format, language, type, bytes: content.length, sha256: digestOf(content) })
          bar.advance()
        }
        writeFileSync(join(part, 'index.json'), indexText(book.imprint, [...others, newest], written), { flag: 'wx', flush: true })
        rmSync(out, { recursive: true, force: true })
        renameSync(part, out)
      } catch (error) {
        rmSync(part, { recursive: true, force: true })
        throw refusalOf(error)
      } finally {
        bar.stop()
      }
      terminal.result(
        { out, edition: book.imprint.edition, checksum: book.imprint.checksum, files: written },
        [
          ...written.map(({ name, bytes }) => `${join(out, name)}  ${bytes.toLocaleString('en-US')} bytes`),
          `edition ${book.imprint.edition}, ${written.length} files`,
        ].join('\n'),
      )
    },
  })
}

/** The list of the files, with what tells the server whether their tables are still the ones that readers see. */
function indexText({ edition, checksum: bundle }: Imprint, bundles: readonly Bundle[], files: BookIndex['files']): string {
  const tables = new Map(
    bundles.flatMap(({ tables: each, routes }) =>
      [...each, ...(routes ? [routes] : [])].map((one) => [`${one.slice}/${one.id}`, one.checksum] as const),
    ),
  )
  const slices = [...new Set([...tables.keys()].map((name) => name.slice(0, name.indexOf('/'))))].sort()
  const index: BookIndex = { schema: 'jnatip-book/1', edition, checksum: bundle, slices, tables: tablesDigest([...tables]), files }
  return `${JSON.stringify(index, null, 1)}\n`
}

/** Every entry of a list as it is known. @throws Misuse naming what may be said */
function listed<Value extends string>(option: string, given: string, known: readonly Value[]): readonly Value[] {
  const asked = [...new Set(given.split(',').map((one) => one.trim()))]
  return asked.map((one) => {
    const found = known.find((value) => value === one)
    if (!found) throw new Misuse(`${option} takes ${known.join(', ')}, with commas between them`)
    return found
  })
}

/** The bundle that no other one follows. @throws Refusal for bundles that are no chain, or a bundle given twice */
function newestOf(bundles: readonly Bundle[]): Bundle {
  const followed = new Set(bundles.map(({ manifest }) => manifest.previous))
  const last = bundles.filter(({ manifest }) => !followed.has(manifest.checksum))
  const [newest] = last
  if (!newest || last.length > 1)
    throw new Refusal('no-chain', 'these bundles are not one chain: exactly one may be the newest, each of the others followed by another')
  return newest
}

function refuseFilled(out: string): void {
  let entries: readonly string[] = []
  try {
    entries = readdirSync(out)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') throw new Refusal('out-taken', '--out names a file: say a folder')
  }
  if (entries.length > 0) throw new Refusal('out-taken', '--out holds files: say a folder that is empty or not there yet')
}

/** A folder beside the place of the book, on the same disk, so that one rename puts it there. */
function makePart(out: string): string {
  try {
    mkdirSync(dirname(out), { recursive: true })
    return mkdtempSync(join(dirname(out), `.${basename(out)}.part-`))
  } catch (error) {
    throw refusalOf(error)
  }
}

const TROUBLES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: nothing was written. The whole book takes about 60 MB; make room or name fewer formats with --to',
  EDQUOT: 'the quota of the disk is used up: nothing was written. Make room or name fewer formats with --to',
  ENOTDIR: 'the folder of --out would stand under a file: nothing was written',
  EACCES: 'the folder of --out may not be written: nothing was written',
  EROFS: 'the disk of --out may not be written: nothing was written',
}

function refusalOf(error: unknown): unknown {
  const trouble = TROUBLES[(error as NodeJS.ErrnoException).code ?? '']
  return trouble ? new Refusal('cannot-write', trouble) : error
}
