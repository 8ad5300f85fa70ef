/**
 * A partner's own cases counted exactly, in its own browser. With its worker this is the only code of a page that may count; what it
 * returns is shown, and nothing that sends may import it: the boundary check says so.
 */
import { plainNumber } from '../../analysis/exact/exact-count.ts'
import type { Records } from '../../analysis/exact/snapshot.ts'
import { tabulate, type VariableAt } from '../../analysis/exact/tabulate.ts'
import { receive } from '../../survey-schema/answers/receive.ts'
import { RunningKeys } from '../../survey-schema/identifiers/case-keys.ts'
import type { FileImport } from '../../survey-schema/partner-files/import-file.ts'
import type { Issue } from '../../survey-schema/problem.ts'
import type { ChosenFiles } from '../import/reading-messages.ts'

export interface CountQuestion extends VariableAt {
  readonly files: ChosenFiles
}

/** Numbers of the partner's own cases. */
export interface OwnCount {
  /** By code of the level, or by state; what no case has is not among them. */
  readonly byCode: Readonly<Record<string, number>>
  readonly answered: number
  readonly total: number
  /** Rows of the file that are no cases as intake accepts them: they are counted nowhere else. */
  readonly refused: number
}

export type CountAnswer = { readonly counted: OwnCount } | { readonly refused: readonly Issue[] }

/**
 * The file is read once to know how many cases it holds and once to count them, so that a long one needs no memory.
 * @param read from the start at every call
 * @throws ProblemError where the file as a whole is refused, RangeError for no variable or level of the questionnaire
 */
export function countOwn(read: () => FileImport, currentYear: number, { variable, level }: VariableAt): OwnCount {
  let [accepted, refused] = [0, 0]
  for (const { outcome } of read().outcomes) outcome === 'refused' ? refused++ : accepted++
  const { lines, base, total } = tabulate(recordsOf(read, currentYear, accepted), {
    rows: { variable, level },
    columns: null,
    where: [],
  })
  return {
    byCode: Object.fromEntries(lines.map(({ row, cases }) => [row, plainNumber(cases)])),
    answered: plainNumber(base),
    total: plainNumber(total),
    refused,
  }
}

const recordsOf = (read: () => FileImport, currentYear: number, length: number): Records => ({
  length,
  forEach(visit) {
    const { outcomes, runningKeys } = read()
    const context = { currentYear, existingRecordRule: true, ...(runningKeys ? { runningKeys: new RunningKeys() } : {}) }
    let row = 0
    for (const outcome of outcomes) if (outcome.outcome !== 'refused') visit(receive(outcome.submission, context).record, row++)
  },
})
