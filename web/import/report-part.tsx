/** The dry run in words: what the file is, what becomes of each column, how many rows can be sent, and what is wrong with the others. */

import type { ImportReport } from '../../survey-schema/partner-files/judge.ts'
import type { PlannedColumn } from '../../survey-schema/partner-files/plan/planned-columns.ts'
import { NOTES, type ReadingNote } from '../../survey-schema/partner-files/table/notes.ts'
import { numeral, type Text } from '../../survey-schema/text.ts'
import { useLanguage } from '../language/language.tsx'
import { ruleText } from '../questionnaire/trouble-list.tsx'
import { CellsRead, Placed } from './cells-read.tsx'
import { codeText } from './code-text.ts'
import { ColumnsThatStay } from './columns-that-stay.tsx'
import { droppedKind } from './dropped-kinds.ts'
import { shapeOf } from './file-shape.ts'
import { columnName, questionText } from './places.ts'
import type { Planned, Sight } from './reading-messages.ts'
import { inRanges, rowsByTrouble } from './rows-by-trouble.ts'
import { stayingOfReport } from './staying-columns.ts'
import { WORDS } from './words.ts'

interface ReportPartProps {
  readonly sight: Sight
  readonly planned: Planned
  readonly report: ImportReport
}

/** Troubles shown; rows with others are counted. */
const SHOWN = 20
interface ColumnFate {
  readonly position: number
  readonly fate: Text
}

/** What becomes of each column, by position, whoever read the file. */
function linesOf({ columns, planned }: ImportReport): readonly ColumnFate[] {
  const coarser = (id: string): Text => {
    const text = questionText(id)
    if (!columns.generalised.includes(id)) return text
    return { ja: `${text.ja}（${WORDS.coarser.ja}）`, en: `${text.en} (${WORDS.coarser.en})` }
  }
  const fate = ({ target, kind, part, fate: is }: PlannedColumn): Text => {
    if (is === 'dropped') return WORDS.dropped(droppedKind(kind ?? ''))
    if (part !== null) return WORDS.together
    if (!target) return WORDS.leftOut
    if (target.code === undefined) return coarser(target.question)
    const [question, answer] = [questionText(target.question), codeText(target.question, target.code)]
    return { ja: `${question.ja}：${answer.ja}`, en: `${question.en}: ${answer.en}` }
  }
  if (planned.length > 0) return planned.map((column) => ({ position: column.position, fate: fate(column) }))
  return [
    ...columns.dropped.map(({ position, kind }) => ({ position, fate: WORDS.dropped(droppedKind(kind)) })),
    ...columns.unknown.map((position) => ({ position, fate: WORDS.leftOut })),
  ].sort((a, b) => a.position - b.position)
}

export function ReportPart({ sight, planned, report }: ReportPartProps) {
  const { say } = useLanguage()
  const { rows, accepted, flagged, refused, refusals, flags, columns, readings, notes } = report
  const lines = linesOf(report)
  const shown = rowsByTrouble(refusals).slice(0, SHOWN)
  const further = refused - shown.reduce((sum, { rows: troubled }) => sum + troubled.length, 0)
  const standard = notes.filter((note) => !/^\d/.test(note))
  return (
    <>
      <ColumnsThatStay columns={stayingOfReport(report)} headings={planned.headings} />
      <p className="report-summary">{say(WORDS.summary(rows, accepted, refused))}</p>
      {flagged > 0 && <p>{say(WORDS.flagged(flagged))}</p>}
      <p className="quiet">
        {say(WORDS.whatItIs)}: {shapeOf(sight).map(say).join(' · ')}
      </p>
      {refused > 0 && (
        <>
          <h2>{say(WORDS.refusedHeading)}</h2>
          <p>{say(report.planned.length > 0 ? WORDS.refusedHintDecided : WORDS.refusedHint)}</p>
          <ul className="refused-rows">
            {shown.map(({ rows: troubled, errors }) => (
              <li key={troubled[0]}>
                <strong>
                  {say(troubled.length === 1 ? WORDS.rowAt(String(troubled[0])) : WORDS.rowsAt(inRanges(troubled), troubled.length))}
                </strong>
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
          {further > 0 && <p>{say(WORDS.moreRows(further))}</p>}
        </>
      )}
      <CellsRead report={report} />
      {Object.keys(flags).length > 0 && (
        <>
          <h2>{say(WORDS.flagsHeading)}</h2>
          <ul>
            {Object.entries(flags).map(([rule, count]) => (
              <li key={rule}>
                {say(ruleText(rule))} <span className="quiet">{say(WORDS.times(count))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {Object.keys(readings).length > 0 && (
        <>
          <h2>{say(WORDS.readingsHeading)}</h2>
          <ul>
            {(Object.entries(readings) as [ReadingNote, number][]).map(([note, count]) => (
              <li key={note}>
                {say(NOTES[note])}: {numeral(count)}
              </li>
            ))}
          </ul>
        </>
      )}
      {lines.length > 0 && (
        <>
          <h2>{say(WORDS.columnsHeading)}</h2>
          <div className="sideways">
            <table className="column-fates">
              <thead>
                <tr>
                  <th scope="col">{say(WORDS.heading1)}</th>
                  <th scope="col">{say(WORDS.heading2)}</th>
                  <th scope="col">{say(WORDS.heading3)}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ position, fate }) => (
                  <tr key={position} id={`fate-${position}`} tabIndex={-1}>
                    <td>{columnName(position)}</td>
                    <td>{planned.headings[position - 1] ?? ''}</td>
                    <td>{say(fate)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {lines.length === 0 && columns.generalised.length > 0 && (
        <p>
          {columns.generalised.map((id) => say(questionText(id))).join(', ')}: {say(WORDS.coarser)}
        </p>
      )}
      {standard.length > 0 && (
        <details>
          <summary>{say(WORDS.standardHeading)}</summary>
          <ul lang="en">
            {standard.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
