/** What the demo prints: three headline tables and the question bank, in plain text. Every figure comes from the bundle. */

import type { Bundle } from '../../survey-schema/release/bundle.ts'
import { policyNote } from '../../survey-schema/release/policy-note.ts'
import type { ReleasedCell, ReleasedJourneyNode, ReleasedTable } from '../../survey-schema/release/released-table.ts'
import type { Text } from '../../survey-schema/text.ts'
import type { BankAnswer } from './question-bank.ts'

interface HeadlineLine {
  readonly label: string
  readonly figure: string
}

const WITHHELD = 'x'
const WAITING: HeadlineLine = { label: 'Routes and crosstabs wait for a volume of 400 cases', figure: '' }
const figure = (cell: ReleasedCell) =>
  cell.status === 'withheld' ? WITHHELD : cell.status === 'not_applicable' ? '.' : cell.figure.toLocaleString('en')

/** Routes, origins and modes of contact, each a title and aligned lines; a withheld figure is `x`. */
export function headlines({ manifest, tables, routes }: Bundle): string {
  const named = (id: string) => tables.find((table) => table.id === id)
  return [
    `FICTIONAL NETWORK – no such people, no such organisations. Edition ${manifest.counted.map(({ id }) => id).join(', ')}, policy ${manifest.policy.id}.`,
    `${policyNote(manifest.policy.id).en} x = withheld.`,
    '',
    ...block('Main routes: origin > first transit > area in Japan  /  主な移動経路', routes ? paths(routes.origins, []) : [WAITING]),
    ...block('Country of origin  /  出身国', lines(named('route_origin@country'))),
    ...block('Mode of contact: the first organisation reached  /  最初につながった機関', lines(named('contact_first_actor@group5'))),
  ].join('\n')
}

/** Twelve questions, answered or silent. */
export function bank(answers: readonly BankAnswer[]): string {
  const answered = answers.filter((answer) => answer.state === 'answered').length
  const widest = Math.max(...answers.map(({ en }) => en.length))
  return [
    `Question bank: ${answered} of ${answers.length} answered (a category is asked if it has at least 10 cases from 2 partners)`,
    ...answers.map(
      ({ number, en, state, asked, shown }) =>
        `  ${String(number).padStart(2)}  ${en.padEnd(widest)}  ${state.padEnd(8)}  ${shown} of ${asked} shown`,
    ),
  ].join('\n')
}

/** Of the five topics, which have a headline that may be shown. */
export function sheets(made: readonly { readonly id: string }[], topics: readonly { readonly id: string; readonly title: Text }[]): string {
  return [
    '',
    `Fact sheets: ${made.length} of ${topics.length} answered (a sheet whose headline is withheld is not made)`,
    ...topics.map(({ id, title }) => `      ${title.en}  /  ${title.ja}  ${made.some((one) => one.id === id) ? 'answered' : 'silent'}`),
  ].join('\n')
}

function block(title: string, rows: readonly HeadlineLine[]): string[] {
  const label = Math.max(...rows.map((row) => row.label.length), 20)
  const number = Math.max(...rows.map((row) => row.figure.length), 5)
  return [title, ...rows.map((row) => `  ${row.label.padEnd(label)}  ${row.figure.padStart(number)}`), '']
}

/** Lines of a single table as printed: categories, the rest, the answered; states and total follow. */
function lines(table: ReleasedTable | undefined): HeadlineLine[] {
  return (table?.axes[0].lines ?? []).flatMap((line, index) => {
    const cell = table?.cells[index]
    return cell ? [{ label: line.en, figure: figure(cell) }] : []
  })
}

/** Whole routes and what is left at a step. A step with named branches is printed through them. */
function paths(nodes: readonly ReleasedJourneyNode[], above: readonly string[]): HeadlineLine[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.en]
    return node.children.length > 0 ? paths(node.children, path) : [{ label: path.join(' > '), figure: figure(node.cell) }]
  })
}
