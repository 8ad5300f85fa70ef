/**
 * A block as an SPSS system file (.sav), with labels "日本語 / English"; those that are too long stand whole in the documents of the file. The
 * format has no empty numbers with a reason, so a withheld figure is -9999999, declared user-missing and labelled, and a string variable repeats
 * the status. A program that ignores the declaration then gives an absurd sum, which is noticed, and not a slightly wrong one.
 * @see https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html
 */
import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { FileOrigin } from './block-csv.ts'
import { fileLabel, fileNotes } from './file-notes.ts'
import { figureOrCode, type LabelledVariable, labelledVariables, REASONS } from './labelled-variables.ts'
import { bilingual, type LongTable, longTable } from './long-table.ts'
import { type SavVariable, savFile } from './sav-file.ts'
import { shortLabel, shortLabels } from './short-labels.ts'

export const WITHHELD = -9_999_999
export const NOT_APPLICABLE = -9_999_998
/** In the order of `REASONS`. */
const CODES = [WITHHELD, NOT_APPLICABLE, -9_999_997]

export function blockSav(block: PrintedBlock, origin: FileOrigin): Uint8Array {
  const long = longTable(block)
  const contents = long.records.map(({ content }) => content)
  return savFile({
    label: fileLabel(block, origin),
    documents: [...fileNotes(block, contents, CODES.map(String)), ...wholeLabels(long)],
    variables: labelledVariables(long).map(variableOf),
  })
}

function variableOf(variable: LabelledVariable): SavVariable {
  const { name } = variable
  const label = shortLabel(variable.words)
  if (variable.kind === 'text') return { kind: 'text', name, label, values: variable.values }
  const number = { kind: 'number', name, label, decimals: 0 } as const
  return variable.kind === 'lines'
    ? { ...number, labels: shortLabels(variable.lines).map((words, at) => [at + 1, words] as const), missing: [], values: variable.values }
    : {
        ...number,
        labels: REASONS.map(({ words }, at) => [CODES[at]!, bilingual(words)] as const),
        missing: CODES,
        values: variable.contents.map((content) => figureOrCode(content, CODES)),
      }
}

/** Labels that did not fit, whole: the variable, the value and both languages. */
const wholeLabels = ({ dimensions }: LongTable): readonly string[] =>
  dimensions.flatMap(({ name, words, lines }) => [
    ...(shortLabel(words) === bilingual(words) ? [] : [`${name}: ${bilingual(words)}`]),
    ...shortLabels(lines).flatMap((label, at) => (label === bilingual(lines[at]!) ? [] : [`${name} ${at + 1} = ${bilingual(lines[at]!)}`])),
  ])
