/** What always stands around a table: its base above, signs, notes and source below. */

import { baseName, CROSSED_NOTE, isOfAnswered, lowerBoundNote } from '../../analysis/publication/book/base-words.ts'
import type { ReleasedView, ViewAxis } from '../../analysis/publication/figures/views/released-view.ts'
import { baseOf, frameOf } from '../../analysis/publication/figures/views/view-lines.ts'
import { policyNote } from '../../survey-schema/release/policy-note.ts'
import { numeral, type Text } from '../../survey-schema/text.ts'
import { ofOneStep } from '../../survey-schema/variables/same-step.ts'
import { useLanguage } from '../language/language.tsx'
import { SMALLEST_BASE, SMALLEST_FIGURE } from './share.ts'
import { WORDS } from './words.ts'

/** Base in words and figure, then every reason for not being in it, each a published cell. */
export function TableBase({ view }: { view: ReleasedView }) {
  const { say } = useLanguage()
  const line = baseOf(view.rows)
  if (view.columns || !line) return <p className="table-base">{say(baseOfTwo(view))}</p>
  const base = view.cell(line.place, 0)
  const withFigure = line.role === 'answered' ? WORDS.base : line.role === 'applicable' ? WORDS.baseApplicable : WORDS.baseAll
  const withheld = line.role === 'answered' ? WORDS.baseWithheld : WORDS.baseUnnumbered(baseName(view.rows))
  const outside = frameOf(view.rows).filter((line) => line.role === 'state' || line.role === 'not_applicable')
  const figureOf = (place: number) => {
    const cell = view.cell(place, 0)
    return cell.status === 'shown' ? numeral(cell.figure) : cell.status === 'withheld' ? 'x' : '–'
  }
  return (
    <p className="table-base">
      <span>{say(base.status === 'shown' ? withFigure(base.figure) : withheld)}</span>
      {outside.map((line) => (
        <span key={line.code}>
          {line.label} {figureOf(line.place)}
        </span>
      ))}
    </p>
  )
}

function baseOfTwo({ rows, columns }: ReleasedView): Text {
  const answered = columns === null || isOfAnswered([rows, columns])
  if (columns && ofOneStep(variableIn(rows), variableIn(columns))) return answered ? WORDS.baseOneStep : WORDS.baseOneStepOfAll
  return answered ? WORDS.baseBoth : WORDS.baseAllCases
}

/** That shares are no less than among those who answered, where the base holds others. */
function boundOf(view: ReleasedView): Text | null {
  if (view.columns) return isOfAnswered([view.rows, view.columns]) ? null : CROSSED_NOTE
  const line = baseOf(view.rows)
  const named = { variable: variableIn(view.rows), lines: view.rows.lines }
  return line ? lowerBoundNote(named, view.cell(line.place, 0), { minimumCases: SMALLEST_FIGURE, minimumBase: SMALLEST_BASE }) : null
}

/** `citizenship` of `citizenship@country`. */
const variableIn = ({ id }: ViewAxis) => id.split('@')[0]!

export function TableNotes({ view, notes = [] }: { view: ReleasedView; notes?: readonly Text[] }) {
  const { say } = useLanguage()
  const bound = boundOf(view)
  const multiple = view.rows.kind === 'multiple' || view.columns?.kind === 'multiple'
  return (
    <div className="table-notes">
      <dl className="signs" aria-label={say(WORDS.legend)}>
        <div>
          <dt className="withheld">x</dt>
          <dd>{say(WORDS.legendWithheld)}</dd>
        </div>
        <div>
          <dt>–</dt>
          <dd>{say(WORDS.legendNotApplicable)}</dd>
        </div>
      </dl>
      <ul>
        <li>{say(policyNote(view.policy))}</li>
        {multiple && <li>{say(WORDS.multiple)}</li>}
        {bound && <li>{say(bound)}</li>}
        <li>{say(WORDS.smallBase)}</li>
        {notes.map((note) => (
          <li key={note.en}>{say(note)}</li>
        ))}
        <li>{say(WORDS.notASample)}</li>
      </ul>
      <p>{say(WORDS.source(view.edition))}</p>
      <details className="technical">
        <summary>{say(WORDS.technical)}</summary>
        <p>{say(WORDS.policy(view.policy))}</p>
        <p className="checksum">{say(WORDS.checksum(view.checksum.slice(0, 16)))}</p>
      </details>
    </div>
  )
}
