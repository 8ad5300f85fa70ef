/** Where to begin when nothing is chosen: tables that answer a question many come with. */
import { variableById } from '../../survey-schema/variables/index.ts'
import { useLanguage } from '../language/language.tsx'
import { addressOf, type Choice } from './choice.ts'
import { nearest, type ReleasedTables, splitAxis } from './released-tables.ts'
import { WORDS } from './words.ts'

const FIRST_LOOKS = [
  { rows: 'route_origin@country', columns: null },
  { rows: 'contact_first_actor@group5', columns: null },
  { rows: 'exploitation_types@list', columns: 'gender@list' },
  { rows: 'contact_first_actor@group5', columns: 'citizenship@subregion' },
  { rows: 'barriers@list', columns: null },
] as const

interface ExamplesProps {
  readonly tables: ReleasedTables
  readonly onChoose: (axes: Pick<Choice, 'rows' | 'columns'>) => void
}

export function Examples({ tables, onChoose }: ExamplesProps) {
  const { say, language } = useLanguage()
  const name = (axis: string) => {
    const [id] = splitAxis(axis)
    return say(variableById(id) ?? { ja: id, en: id })
  }
  const held = FIRST_LOOKS.filter(
    ({ rows, columns }) =>
      (columns ? tables.together(splitAxis(rows)[0], splitAxis(columns)[0]) : tables.alone(splitAxis(rows)[0])).length > 0,
  )
  return (
    <section>
      <h2>{say(WORDS.examples)}</h2>
      <ul className="examples">
        {held.map((look) => {
          const axes = nearest(tables, look.rows, look.columns)
          return (
            <li key={`${look.rows} ${look.columns}`}>
              <a
                href={addressOf({ edition: null, shares: false, whole: false, ...axes }, language)}
                onClick={(event) => {
                  event.preventDefault()
                  onChoose(axes)
                }}
              >
                {look.columns ? say(WORDS.by(name(look.rows), name(look.columns))) : name(look.rows)}
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
