/**
 * A block as a Stata dataset (.dta), with labels "日本語 / English". A withheld figure is the extended missing value `.a`, one that cannot occur
 * `.b`, words in its place `.c`; each is labelled, and no computation takes one for a number. What stands around the table are notes of the dataset.
 */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { FileOrigin } from './block-csv.ts'
import { type DtaVariable, dtaFile } from './dta-file.ts'
import { fileLabel, fileNotes } from './file-notes.ts'
import { figureOrCode, type LabelledVariable, labelledVariables, REASONS } from './labelled-variables.ts'
import { bilingual, longTable } from './long-table.ts'

/** In the order of `REASONS`. */
const CODES = ['a', 'b', 'c'] as const

export function blockDta(block: PrintedBlock, origin: FileOrigin): Uint8Array {
  const long = longTable(block)
  const contents = long.records.map(({ content }) => content)
  return dtaFile({
    label: fileLabel(block, origin),
    notes: fileNotes(
      block,
      contents,
      CODES.map((letter) => `.${letter}`),
    ),
    variables: labelledVariables(long).map(variableOf),
  })
}

function variableOf(variable: LabelledVariable): DtaVariable {
  const { name } = variable
  const label = bilingual(variable.words)
  if (variable.kind === 'text') return { kind: 'text', name, label, values: variable.values }
  return variable.kind === 'lines'
    ? {
        kind: 'number',
        name,
        label,
        labels: variable.lines.map((line, at) => [at + 1, bilingual(line)] as const),
        values: variable.values,
      }
    : {
        kind: 'number',
        name,
        label,
        labels: REASONS.map(({ words }, at) => [CODES[at]!, bilingual(words)] as const),
        values: variable.contents.map((content) => figureOrCode(content, CODES)),
      }
}
