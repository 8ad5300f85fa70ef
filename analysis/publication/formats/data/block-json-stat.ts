/** A block as JSON-stat 2.0, in one language: a released table as it is, a derived block as its rows by its columns. @see https://json-stat.org/full/ */

import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { basesText, legendOf, linesBelow, printedGrid } from '../printed-grid.ts'
import type { FileOrigin } from './block-csv.ts'
import { SOURCE } from './export-context.ts'
import { figureOf, longTable, statusText } from './long-table.ts'
import { journeysJsonStat, tableJsonStat } from './table-json-stat.ts'

export function blockJsonStat(block: PrintedBlock, origin: FileOrigin, language: Language): object {
  const context = { edition: origin.edition, fictional: origin.fictional, language }
  const said = {
    title: block.caption[language],
    base: basesText(block, language),
    period: block.period[language],
    note: [block.policyLine[language], ...legendOf(printedGrid(block)).map((words) => words[language]), ...linesBelow(block, language)],
  }
  const dataset =
    block.kind === 'table'
      ? tableJsonStat(block.table, context)
      : block.kind === 'routes'
        ? journeysJsonStat(block.routes, context)
        : derived(block, origin, language)
  return { ...dataset, label: said.title, note: said.note, extension: { ...dataset.extension, base: said.base, period: said.period } }
}

function derived(block: PrintedBlock, origin: FileOrigin, language: Language) {
  const { dimensions, records } = longTable(block)
  const silent = records.flatMap(({ content }, at) => (content.status === 'shown' ? [] : [[String(at), statusText(content)] as const]))
  const words = records.flatMap(({ content }, at) => (content.status === 'text' ? [[String(at), content.words[language]] as const] : []))
  return {
    version: '2.0',
    class: 'dataset',
    source: SOURCE[language],
    id: dimensions.map(({ name }) => name),
    size: dimensions.map(({ lines }) => lines.length),
    dimension: Object.fromEntries(
      dimensions.map(({ name, words: label, lines }) => [
        name,
        {
          label: label[language],
          category: { index: lines.map(({ code }) => code), label: Object.fromEntries(lines.map((line) => [line.code, line[language]])) },
        },
      ]),
    ),
    value: records.map(({ content }) => figureOf(content)),
    status: Object.fromEntries(silent),
    extension: {
      edition: origin.edition,
      policy: origin.policy,
      fictional: origin.fictional,
      checksum: block.checksum,
      words: Object.fromEntries(words),
    },
  }
}
