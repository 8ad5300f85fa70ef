/** `book`: from published bundles to the data book in the formats asked for, whole or not at all. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readBundle } from '../../../analysis/disclosure/released/bundle.ts'
import { bookOf } from '../../../analysis/publication/book/book.ts'
import { imprintOf } from '../../../analysis/publication/book/imprint.ts'
import { PLAN } from '../../../analysis/publication/book/plan/plan.ts'
import { publishedEditionsOf } from '../../../analysis/publication/book/published-editions.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../survey-schema/release/bundle.ts'
import { type BookIndex, tablesDigest } from '../../editions/book-files.ts'
import { bookFiles } from '../../editors/book-files/book-files.ts'
import { BOOK_FORMATS, type BookFormat } from '../../editors/book-files/book-formats.ts'
import { readBundleFile } from '../../editors/bundle-file.ts'
import { bookFolder } from '../../runtime/book-folder.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { checksum } from '../../sealing/checksum.ts'
import type { CommandFile } from '../command.ts'
import { defineCommand } from '../command.ts'
import { readCommentary } from '../files/read-commentary.ts'
import { readRecordSource } from '../files/record-source.ts'
import { writeWholeBook } from '../whole-book.ts'

interface Options {
  readonly lang: string
  readonly to: string
  readonly out?: string
  readonly data?: string
  readonly source?: string
  readonly commentary?: string
}

const LANGUAGES = ['ja', 'en'] as const

export const register: CommandFile['register'] = (command) => {
  defineCommand<Options>(command, {
    options: (one) =>
      one
        .option('--lang <languages>', 'ja, en, or both; the first is shown first', 'ja,en')
        .option('--to <formats>', `of ${BOOK_FORMATS.join(', ')}`, BOOK_FORMATS.join(','))
        .option('--out <dir>', 'folder to make; it must not hold files yet')
        .option('--data <dir>', 'data folder of this machine instead: the server then offers the files of the edition')
        .option(
          '--source <file>',
          'JSON with citation and terms, each in ja and en, of records that others published: printed with every table',
        )
        .option('--commentary <dir>', 'texts of two editors (docs/commentary.md): printed as their view, under their names'),
    async run({ terminal, options, args }) {
      const languages = listed('--lang', options.lang, LANGUAGES)
      const formats = listed<BookFormat>('--to', options.to, BOOK_FORMATS)
      const bundles = (args[0] as unknown as readonly string[]).map((path) => readBundle(readBundleFile(path), checksum))
      const newest = newestOf(bundles)
      const others = bundles.filter((bundle) => bundle !== newest)
      if ((options.out === undefined) === (options.data === undefined)) throw new Misuse('say either --out DIR or --data DIR')
      const { edition } = imprintOf(publishedEditionsOf(newest, others, checksum))
      const out = resolve(options.out ?? bookFolder(options.data!, edition))
      if (options.data === undefined) refuseFilled(out)
      const records = options.source === undefined ? undefined : readRecordSource(options.source)
      const counted = bookOf(newest, others, PLAN, checksum, records)
      const commentary =
        options.commentary === undefined ? undefined : await readCommentary(options.commentary, counted, newest.manifest.policy)
      const book = commentary ? { ...counted, commentary } : counted
      const files = bookFiles(book, languages, formats)
      const bar = terminal.progress('Writing', files.length)
      const written = await writeWholeBook(out, files, (listed) => indexText(book, [...others, newest], listed), {
        advance: () => bar.advance(),
      }).finally(() => bar.stop())
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
function indexText({ imprint, commentary }: Book, bundles: readonly Bundle[], files: BookIndex['files']): string {
  const { edition, checksum: bundle } = imprint
  const tables = new Map(
    bundles.flatMap(({ tables: each, routes }) =>
      [...each, ...(routes ? [routes] : [])].map((one) => [`${one.slice}/${one.id}`, one.checksum] as const),
    ),
  )
  const slices = [...new Set([...tables.keys()].map((name) => name.slice(0, name.indexOf('/'))))].sort()
  const added = commentary && { commentary: { sha256: commentary.checksum, editors: [...commentary.editors] as [string, string] } }
  const index: BookIndex = {
    schema: 'jnatip-book/1',
    edition,
    checksum: bundle,
    slices,
    tables: tablesDigest([...tables]),
    files,
    ...added,
  }
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
