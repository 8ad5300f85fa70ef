/** How many persons the cases of an edition or volume are at most, and by how many fewer: the two figures that are no cell of a table. */
import type { AgreeingCodes } from '../../../analysis/exact/agreeing-codes.ts'
import type { Bundle, PersonsCounted } from '../../../survey-schema/release/bundle.ts'
import type { ReleasedTable } from '../../../survey-schema/release/released-table.ts'

/** A counted person, with everybody who reported her. */
export interface ReportedPerson {
  readonly id: string
  readonly codes: AgreeingCodes
  readonly reportedBy: readonly number[]
}

export interface LookAlikesAgain {
  readonly cases: number
  /** Places of the persons whose keys are summed. */
  readonly members: readonly number[]
}

/** @param apart ids of pairs that an editor decided to be two persons */
export function lookAlikesAgain(persons: readonly ReportedPerson[], apart: readonly (readonly [string, string])[]): LookAlikesAgain {
  const places = new Map<string, number[]>()
  persons.forEach(({ codes }, place) => {
    const name = JSON.stringify(Object.values(codes))
    places.set(name, [...(places.get(name) ?? []), place])
  })
  const counted = [...places.values()].map((members) => ({
    members,
    fewer: fewerPersons(
      members.map((place) => persons[place]!),
      apart,
    ),
  }))
  const alike = counted.filter(({ fewer }) => fewer > 0)
  return { cases: alike.reduce((sum, { fewer }) => sum + fewer, 0), members: alike.flatMap(({ members }) => members) }
}

/** Of persons with the same codes: by how many fewer they may be. Nobody reports one person twice. */
function fewerPersons(alike: readonly ReportedPerson[], apart: readonly (readonly [string, string])[]): number {
  const byOne = new Map<number, number>()
  for (const one of alike.flatMap(({ reportedBy }) => [...new Set(reportedBy)])) byOne.set(one, (byOne.get(one) ?? 0) + 1)
  const pairs = alike.flatMap((one, at) => alike.slice(at + 1).map((other) => [one, other] as const))
  const separate = pairs.filter(([one, other]) => !one.reportedBy.some((organisation) => other.reportedBy.includes(organisation)))
  const decided = apart.filter((two) => two.every((id) => alike.some((person) => person.id === id)))
  return Math.min(alike.length - Math.max(0, ...byOne.values()), separate.length - decided.length)
}

/** Whether "at most so many persons" is the figure that the tables print for everybody. */
export function isTotalOfTables({ slice, most }: PersonsCounted, { tables }: Pick<Bundle, 'tables'>): boolean {
  const table = tables.find((one) => one.slice === slice)
  return table === undefined || JSON.stringify(totalOf(table)) === JSON.stringify(most)
}

function totalOf({ axes: [rows, columns], cells }: ReleasedTable) {
  const total = (lines: typeof rows.lines) => lines.findIndex(({ role }) => role === 'total')
  return cells[columns === undefined ? total(rows.lines) : total(rows.lines) * columns.lines.length + total(columns.lines)]
}
