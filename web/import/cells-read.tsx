/** The sum of a file: every cell by what became of it, with links from what is wrong to its column. */
import { cellsSentence } from '../../survey-schema/partner-files/cell-fates.ts'
import { fileRuleText } from '../../survey-schema/partner-files/file-rules.ts'
import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import type { PlannedColumn } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import { numeral } from '../../survey-schema/text.ts'
import type { Issue } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { ruleText } from '../questionnaire/trouble-list.tsx'
import { droppedKind } from './dropped-kinds.ts'
import { issueText } from './places.ts'
import { WORDS } from './words.ts'

/** Rows shown one by one. */
const SHOWN = 20

/** What is wrong, with a link to the column that it names. */
export function Placed({ issue, report }: { readonly issue: Issue; readonly report: ImportReport }) {
  const { say } = useLanguage()
  const position = positionOf(issue.pointer, report)
  const text = say(issueText(issue))
  return position === null ? text : <a href={`#fate-${position}`}>{text}</a>
}

/** The column behind an answer: only where one column of the table answers it. */
function positionOf(pointer: string, { planned }: ImportReport): number | null {
  const names = pointer.split('/').slice(1)
  const found = planned.filter(({ target, position }) =>
    names[0] === 'columns' ? String(position) === names[1] : target !== null && names.includes(target.question),
  )
  return found.length === 1 ? (found[0] as PlannedColumn).position : null
}

/** Every cell of the file, by what became of it; lines that are no cases; answers that were not taken. */
export function CellsRead({ report }: { readonly report: ImportReport }) {
  const { say } = useLanguage()
  const { cells, lines, notTaken } = report
  const dropped = Object.entries(cells.dropped).map(([kind, count]) => `${say(droppedKind(kind))} ${numeral(count)}`)
  const refused = Object.entries(cells.refused).map(([rule, count]) => `${say(fileRuleText(rule) ?? ruleText(rule))} ${numeral(count)}`)
  return (
    <>
      <h2>{say(WORDS.cellsHeading)}</h2>
      <p className="cells-read">{say(cellsSentence(cells))}</p>
      <dl>
        {dropped.length > 0 && (
          <>
            <dt>{say(WORDS.droppedByKind)}</dt>
            <dd>{dropped.join(' · ')}</dd>
          </>
        )}
        {refused.length > 0 && (
          <>
            <dt>{say(WORDS.refusedByRule)}</dt>
            <dd>{refused.join(' · ')}</dd>
          </>
        )}
        {lines.length > 0 && (
          <>
            <dt>{say(WORDS.linesHeading)}</dt>
            <dd>
              {lines
                .slice(0, SHOWN)
                .map(({ row }) => say(WORDS.rowAt(String(row))))
                .join(', ')}
              {lines.length > SHOWN && ' …'}
            </dd>
          </>
        )}
      </dl>
      {notTaken.length > 0 && (
        <>
          <h2>{say(WORDS.notTakenHeading)}</h2>
          <ul className="refused-rows">
            {notTaken.slice(0, SHOWN).map(({ row, errors }) => (
              <li key={row}>
                <strong>{say(WORDS.rowAt(String(row)))}</strong>
                <ul>
                  {errors.map((issue) => (
                    <li key={`${issue.pointer} ${issue.rule}`}>
                      <Placed issue={issue} report={report} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
