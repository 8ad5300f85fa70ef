/** The attacker subtracts from a coarser category all its finer ones that are shown, and from "no answer" its shown states. */
import { afterAll, describe, expect, it } from 'vitest'
import {
  columnOf,
  conditionsOf,
  figureOf,
  holds,
  keyOf,
  type LineCondition,
  nameOf,
  type SeenCell,
  seenCells,
} from '../../server/editors/attack/meaning.ts'
import { makeEdition } from '../support/edition.ts'
import { scoreboard } from './scoreboard.ts'
import { SHAPES } from './shapes.ts'
import { size, truthOf, without } from './truth.ts'

const scores = scoreboard()
afterAll(() => scores.print())

/** Parents with shown children to subtract, where there are fewer than a hundred: forty answers spread evenly leave hardly a category beside a finer one of its own. */
const FEW: Readonly<Record<string, number>> = {
  'independent, 40 cases, seed 1': 1,
  'independent, 40 cases, seed 2': 5,
  'independent, 40 cases, seed 3': 3,
}

describe('hierarchies', () => {
  for (const [name, shape] of Object.entries(SHAPES)) {
    it(`leave nobody between a category and its shown parts: ${name}`, () => {
      const { input, bundle } = makeEdition(shape)
      const cells = seenCells(bundle.tables, [bundle.manifest])
      const truth = truthOf(input.cases.map(({ record }) => ({ record, edition: 'fictional-1' })))
      const byKey = new Map(cells.flatMap((seen) => (figureOf(seen.cell) === null ? [] : [[keyOf(seen.conditions), seen] as const])))
      const parents = new Map<string, Map<string, LineCondition>>()
      for (const { conditions } of byKey.values()) {
        for (const one of conditions) {
          if (one.codes === null && one.role !== 'no_answer') continue
          parents.set(one.variable, (parents.get(one.variable) ?? new Map<string, LineCondition>()).set(one.key, one))
        }
      }
      let relations = 0
      const found = new Set<string>()
      for (const table of bundle.tables) {
        for (const [along, axis] of table.axes.entries()) {
          if (axis.kind === 'multiple') continue
          const lines = conditionsOf(columnOf(table, axis), axis)
          const [variable] = lines.map((line) => line.variable)
          const beside = table.axes.length === 2 ? conditionsOf(columnOf(table, table.axes[1 - along]!), table.axes[1 - along]!) : [null]
          for (const parent of parents.get(variable!)?.values() ?? []) {
            const children = lines.filter(
              (line) => line.key !== parent.key && line.role !== 'answered' && line.role !== 'applicable' && holds(parent, line),
            )
            if (children.length === 0) continue
            for (const other of beside) {
              const key = (one: LineCondition) => keyOf(other === null || other.role === 'total' ? [one] : [one, other])
              const outer = byKey.get(key(parent))
              const shown = children.flatMap((child) => byKey.get(key(child)) ?? [])
              if (!outer || shown.length === 0) continue
              relations++
              const left = size(shown.reduce((rest, child: SeenCell) => without(rest, truth.persons(child)), truth.persons(outer)))
              if (left >= 1 && left <= 4) found.add(`${nameOf(outer)} less ${shown.length} shown parts is ${left}`)
            }
          }
        }
      }
      expect(relations).toBeGreaterThanOrEqual(FEW[name] ?? 101)
      scores.add({
        attack: 'hierarchies, parent less shown parts',
        on: `${name}, ${relations} additive relations`,
        score: found.size,
        mark: '0',
        passes: found.size === 0,
      })
      expect([...found].slice(0, 40)).toEqual([])
    })
  }
})
