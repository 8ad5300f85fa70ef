/** A table in which nothing is shown says so in a sentence, and names one near it that shows something. */
import { useEffect, useState } from 'react'
import { type ReleasedView, viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { contentOf } from '../../analysis/publication/figures/views/view-lines.ts'
import { levelOf, variableById } from '../../survey-schema/variables/index.ts'
import { client } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import type { Choice } from './choice.ts'
import { plainLevel } from './plain-level.ts'
import { levelsOffered, type ReleasedTables, splitAxis } from './released-tables.ts'
import { WORDS } from './words.ts'

type Axes = Pick<Choice, 'rows' | 'columns'> & { readonly rows: string }

/** Whether no category has a figure. */
export function showsNothing(view: ReleasedView): boolean {
  const heads = view.columns ? contentOf(view.columns) : [{ place: 0 }]
  return contentOf(view.rows).every((row) => heads.every((head) => view.cell(row.place, head.place).status !== 'shown'))
}

/** Tables to look at in its place, the nearest first: coarser levels, then each variable by itself. */
export function nearTables(tables: ReleasedTables, { rows, columns }: Axes): readonly Axes[] {
  const [row, rowLevel] = splitAxis(rows)
  const coarser = (variable: string, level: string, other: string | null) => {
    const levels = levelsOffered(tables, variable, other).map(({ id }) => id)
    return levels.slice(levels.indexOf(level) + 1)
  }
  const alone = (variable: string) =>
    levelsOffered(tables, variable, null).map(({ id }): Axes => ({ rows: `${variable}@${id}`, columns: null }))
  if (columns === null) return coarser(row, rowLevel, null).map((level) => ({ rows: `${row}@${level}`, columns: null }))
  const [column, columnLevel] = splitAxis(columns)
  const rank = (variable: string, level: string) => variableById(variable)?.levels.findIndex(({ id }) => id === level) ?? 0
  const finer = ([one, other]: readonly [string, string]) =>
    rank(row, one) < rank(row, rowLevel) || rank(column, other) < rank(column, columnLevel)
  const together = tables
    .together(row, column)
    .filter((pair) => !finer(pair) && !(pair[0] === rowLevel && pair[1] === columnLevel))
    .map(([one, other]): Axes => ({ rows: `${row}@${one}`, columns: `${column}@${other}` }))
  return [...together, ...alone(row), ...alone(column)]
}

interface AllWithheldProps {
  readonly edition: string
  readonly axes: Axes
  readonly tables: ReleasedTables
  readonly onChange: (axes: Axes) => void
}

/** Tables that are asked for at most until one shows something. */
const MOST = 6

export function AllWithheld({ edition, axes, tables, onChange }: AllWithheldProps) {
  const { tell, say, language } = useLanguage()
  const [near, setNear] = useState<Axes | null>(null)
  const { rows, columns } = axes
  useEffect(() => {
    let wanted = true
    const look = async () => {
      for (const candidate of nearTables(tables, { rows, columns }).slice(0, MOST)) {
        const view = await client.table({ edition, ...candidate }, language, viewOfJsonStat).catch(() => null)
        if (!wanted) return
        if (view && !showsNothing(view)) return setNear(candidate)
      }
    }
    void look()
    return () => {
      wanted = false
    }
  }, [edition, rows, columns, tables, language])
  const named = (axis: string) => {
    const [id, level] = splitAxis(axis)
    const variable = variableById(id)
    const detail = variable && variable.levels.length > 1 ? levelOf(variable, level) : undefined
    return variable ? `${say(variable)}${detail ? say(WORDS.detail(say(plainLevel(detail)))) : ''}` : axis
  }
  return (
    <div className="trouble" role="status">
      <p>{tell(WORDS.allWithheld)}</p>
      {near && (
        <p>
          <button type="button" className="main-action" onClick={() => onChange(near)}>
            {tell(WORDS.lookAt([near.rows, near.columns].flatMap((axis) => (axis ? [named(axis)] : [])).join(' × ')))}
          </button>
        </p>
      )}
    </div>
  )
}
