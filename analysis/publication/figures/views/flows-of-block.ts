/** Trees and flows of a printed block, as the drawings of journeys and of the path to help take them. */

import type { DerivedBlock, JourneysBlock } from '../../../../survey-schema/release/book.ts'
import type { ReleasedJourneyNode } from '../../../../survey-schema/release/released-table.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import type { Flow } from '../charts/flows.ts'
import type { JourneyBranch } from '../charts/journey-tree.ts'

/** The branches of the tree of journeys, largest published figure first; joined small branches come last. */
export function branchesOf({ routes }: JourneysBlock, language: Language): readonly JourneyBranch[] {
  const branch = (node: ReleasedJourneyNode): JourneyBranch => ({
    code: node.code,
    label: node[language],
    further: node.role === 'further',
    figure: 'figure' in node.cell ? node.cell.figure : null,
    branches: sorted(node.children.map(branch)),
  })
  return sorted(routes.origins.map(branch))
}

/** The branches of a table whose lines are paths, with codes such as `TH>direct>kanto`; sorted like `branchesOf`. */
export function branchesOfPaths({ rows }: DerivedBlock, language: Language): readonly JourneyBranch[] {
  const under = (parent: string): readonly JourneyBranch[] =>
    sorted(
      rows.flatMap(({ line, cells: [first] }): JourneyBranch[] => {
        const path = line.code.split('>')
        if (path.slice(0, -1).join('>') !== parent) return []
        const cell = first?.cell
        return [
          {
            code: path.at(-1) ?? '',
            label: line[language].split(' → ').at(-1) ?? '',
            further: path.at(-1) === 'further',
            figure: cell && 'figure' in cell ? cell.figure : null,
            branches: under(line.code),
          },
        ]
      }),
    )
  return under('')
}

const sorted = (branches: readonly JourneyBranch[]) =>
  [...branches].sort((a, b) => Number(a.further) - Number(b.further) || (b.figure ?? -1) - (a.figure ?? -1))

/** The flows of a table whose codes name step, origin and target, such as `1 police>ngo`. Lines with other codes and cells without a figure give no flow. */
export function flowsOf({ rows }: DerivedBlock, language: Language): readonly Flow[] {
  return rows.flatMap(({ line, cells: [first] }): Flow[] => {
    const [, step, from, to] = /^(\d) (.+)>(.+)$/.exec(line.code) ?? []
    const [source, target] = line[language].split(' → ')
    const cell = first?.cell
    if (!step || !from || !to || !source || !target || !cell || !('figure' in cell)) return []
    return [{ step: Number(step), from: { code: from, label: source }, to: { code: to, label: target }, figure: cell.figure }]
  })
}
