/** What a reader has chosen, as it stands in the address of the page, so that a link leads to the same table. */
export interface Choice {
  readonly edition: string | null
  /** `citizenship@country`; null while nothing is chosen. */
  readonly rows: string | null
  readonly columns: string | null
  /** Also the percent of each row. */
  readonly shares: boolean
  /** Also the lines of no answer. */
  readonly whole: boolean
}

const AXIS = /^[a-z0-9_]+(@[a-z0-9_]+)?$/
const axis = (value: string | null) => (value && AXIS.test(value) ? value : null)

export function choiceOf(search: URLSearchParams): Choice {
  return {
    edition: search.get('edition'),
    rows: axis(search.get('rows')),
    columns: axis(search.get('columns')),
    shares: search.get('show') === 'shares',
    whole: search.get('lines') === 'all',
  }
}

/** Query of the address; parameters always in this order. */
export function addressOf(choice: Choice, language: string): string {
  const parts = [
    ...(choice.edition ? [`edition=${encodeURIComponent(choice.edition)}`] : []),
    ...(choice.rows ? [`rows=${choice.rows}`] : []),
    ...(choice.columns ? [`columns=${choice.columns}`] : []),
    ...(choice.shares ? ['show=shares'] : []),
    ...(choice.whole ? ['lines=all'] : []),
    `lang=${language}`,
  ]
  return `?${parts.join('&')}`
}
