/** Cases by month of arrival and by what may still be done with them. */
import { useId } from 'react'
import type { ListedCase } from '../client.ts'
import { useLanguage } from '../language/language.tsx'
import { monthText } from './month-text.ts'
import { WORDS } from './words.ts'

interface Month {
  /** `2026-12`. */
  readonly month: string
  readonly open: number
  readonly frozen: number
}

/** Newest first. */
export function byMonth(cases: readonly ListedCase[]): readonly Month[] {
  const months = new Map<string, Month>()
  for (const { month, state } of cases) {
    const before = months.get(month) ?? { month, open: 0, frozen: 0 }
    months.set(month, { ...before, [state]: before[state] + 1 })
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? 1 : -1))
}

export function CasesByMonth({ cases }: { cases: readonly ListedCase[] }) {
  const { language, tell } = useLanguage()
  const id = useId()
  if (cases.length === 0) return <p>{tell(WORDS.none)}</p>
  const months = byMonth(cases)
  const sum = (state: ListedCase['state']) => cases.filter((one) => one.state === state).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a narrow screen is reached by keyboard
    <section className="own-cases" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{tell(WORDS.table)}</caption>
        <thead>
          <tr>
            {[WORDS.month, WORDS.open, WORDS.frozen].map((words) => (
              <th key={words.en} scope="col">
                {tell(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, open, frozen }) => (
            <tr key={month}>
              <th scope="row">{monthText(month, language)}</th>
              <td>{tell(WORDS.cases(open))}</td>
              <td>{tell(WORDS.cases(frozen))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{tell(WORDS.total)}</th>
            <td>{tell(WORDS.cases(sum('open')))}</td>
            <td>{tell(WORDS.cases(sum('frozen')))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
