/** The book as a Data Package 2.0: a descriptor, and a long CSV of each block with its hash. @see https://datapackage.org/standard/ */
import { createHash } from 'node:crypto'
import { blockLongCsv, type FileOrigin, LONG_ORIGIN } from '../../../analysis/publication/formats/data/block-csv.ts'
import { longTable } from '../../../analysis/publication/formats/data/long-table.ts'
import { MISSING_VALUES, missingLegend } from '../../../analysis/publication/formats/data/missing-tokens.ts'
import { basesText, linesBelow } from '../../../analysis/publication/formats/printed-grid.ts'
import type { Book, PrintedBlock } from '../../../survey-schema/release/book.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0'
const MEANING = missingLegend()
  .map(({ ja, en }) => `${ja} / ${en}`)
  .join('; ')

export function dataPackageFiles(
  { imprint, chapters }: Book,
  blocks: readonly PrintedBlock[],
  origin: FileOrigin,
): ReadonlyMap<string, string> {
  const resources = blocks.map((block) => ({ block, path: `data/${block.id}.csv`, csv: blockLongCsv(block, origin) }))
  const descriptor = {
    $schema: `${PROFILE}/datapackage.json`,
    name: `jnatip-data-book-${slug(imprint.edition)}`,
    title: `${imprint.title.ja} / ${imprint.title.en}`,
    description: [imprint.policyLine, ...(imprint.records ? [imprint.records.terms] : [])].flatMap(({ ja, en }) => [ja, en]).join('\n'),
    version: imprint.edition,
    sources: [
      {
        title: `JNATIP ${imprint.editions.join(', ')}; questionnaire ${imprint.questionnaire}; ${imprint.policy}; SHA-256 ${imprint.checksum}`,
      },
      ...(imprint.records ? [{ title: `${imprint.records.citation.ja} / ${imprint.records.citation.en}` }] : []),
    ],
    keywords: chapters.map(({ title }) => title.en),
    'jnatip:fictional': imprint.fictional,
    resources: resources.map(({ block, path, csv }) => ({
      name: slug(block.id),
      type: 'table',
      path,
      title: both(block.caption),
      description: [block, block]
        .map((one, at) => {
          const language = at === 0 ? 'ja' : 'en'
          return [basesText(one, language), one.period[language], one.policyLine[language], ...linesBelow(one, language)].join('\n')
        })
        .join('\n\n'),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: Buffer.byteLength(csv),
      hash: `sha256:${createHash('sha256').update(csv).digest('hex')}`,
      dialect: { $schema: `${PROFILE}/tabledialect.json`, lineTerminator: '\r\n' },
      schema: schemaOf(block),
    })),
  }
  return new Map([
    ['datapackage.json', `${JSON.stringify(descriptor, null, 1)}\n`],
    ...resources.map(({ path, csv }) => [path, csv] as const),
  ])
}

function schemaOf(block: PrintedBlock) {
  const { dimensions, worded } = longTable(block)
  return {
    $schema: `${PROFILE}/tableschema.json`,
    // Plain: readers of version 1 of the standard know no labels here.
    missingValues: MISSING_VALUES.map(({ token }) => token),
    fields: [
      ...dimensions.flatMap(({ name, words, lines }) => [
        {
          name,
          type: 'string',
          title: both(words),
          categories: [...new Map(lines.map((line) => [line.code, { value: line.code, label: both(line) }])).values()],
        },
        { name: `${name}_ja`, type: 'string', title: words.ja },
        { name: `${name}_en`, type: 'string', title: words.en },
      ]),
      { name: 'cases', type: 'integer', title: '事例数 / Cases', description: MEANING },
      { name: 'status', type: 'string', title: '公表状況 / Status', constraints: { required: true } },
      ...(worded ? [{ name: 'in_words', type: 'string', title: '文字 / In words' }] : []),
      ...LONG_ORIGIN.map((name) => ({ name, type: 'string' })),
    ],
  }
}

const both = ({ ja, en }: { readonly ja: string; readonly en: string }) => `${ja} / ${en}`
const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-')
