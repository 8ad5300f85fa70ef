/** What a file for a statistical program says around its figures, line by line, first in Japanese, then in English. */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import { basesText, type CellContent, linesBelow } from '../printed-grid.ts'
import { caseSetOf, type FileOrigin } from './block-csv.ts'
import { REASONS } from './labelled-variables.ts'
import { atLeastLegend } from './missing-tokens.ts'

/** @param codes what the file writes for each of the `REASONS`, as its readers see it */
export function fileNotes(block: PrintedBlock, contents: readonly CellContent[], codes: readonly string[]): readonly string[] {
  const found = REASONS.map(({ words, status }, at) => ({ words, code: codes[at]!, status })).filter(({ status }) =>
    contents.some((content) => content.status === status),
  )
  const said = (['ja', 'en'] as const).flatMap((language) => [
    block.caption[language],
    basesText(block, language),
    block.period[language],
    block.policyLine[language],
    ...found.map(({ code, words }) => `${code} = ${words[language]}`),
    ...atLeastLegend(contents).map((words) => words[language]),
    ...linesBelow(block, language),
  ])
  return [...said, `SHA-256 ${block.checksum}`]
}

/** The label of a file. */
export const fileLabel = (block: PrintedBlock, { edition, policy, fictional }: FileOrigin): string =>
  `JNATIP ${edition} ${caseSetOf(block)} ${policy}${fictional ? ' FICTIONAL' : ''}`
