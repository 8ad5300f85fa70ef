/**
 * What a reader may see of a table: published figures and one token. Only `analysis/disclosure` can make one, because
 * only that package can give a value this type; every page, file and route takes this type and nothing else.
 */
/** A withheld cell has no number, no reason and no size: 0 and 4 look alike. A structural zero is `not_applicable`. */
export type ReleasedCell =
  | { readonly status: 'shown'; readonly figure: number }
  /** A sum of published figures; with fewer parts than there are, "at least 34, in 3 of 4". Never withheld because one part is. */
  | { readonly status: 'sum'; readonly figure: number; readonly parts: number; readonly of: number }
  | { readonly status: 'withheld' }
  | { readonly status: 'not_applicable' }

/**
 * What a line of a table stands for. `value`: a category of the level. `rest`: small categories joined upward.
 * `answered`: all cases with an answer, the base of a percentage. `applicable`: all cases to which the question applies, with or without an
 * answer; it stands for `answered` and `no_answer` where the latter has no line of its own. `state`: one of not known, declined, not asked.
 * `no_answer`: the three together. `total`: every case of the case set.
 */
export type LineRole = 'value' | 'rest' | 'answered' | 'applicable' | 'state' | 'no_answer' | 'not_applicable' | 'total'

export interface ReleasedLine {
  readonly code: string
  readonly role: LineRole
  readonly en: string
  readonly ja: string
}

export interface ReleasedAxis {
  readonly variable: string
  readonly level: string
  /** `multiple`: lines are yes/no items of their own and need not add up even before noise. */
  readonly kind: 'single' | 'multiple'
  readonly en: string
  readonly ja: string
  readonly lines: readonly ReleasedLine[]
}

declare const released: unique symbol

/** Cells stand row by row: `cells[row * columns + column]`; a single table has one axis and one column. */
export interface ReleasedTable {
  readonly [released]: true
  /** `citizenship@country` or `citizenship@country,gender@list`: the canonical order of the variables. */
  readonly id: string
  /** The edition or volume whose cases are counted. */
  readonly slice: string
  readonly axes: readonly [ReleasedAxis] | readonly [ReleasedAxis, ReleasedAxis]
  readonly cells: readonly ReleasedCell[]
  readonly policy: string
  /** SHA-256 of the canonical JSON (RFC 8785) of all the above, hexadecimal. */
  readonly checksum: string
}

/** One step of the tree of journeys (table 5.4): origin, first transit, area in Japan. */
export interface ReleasedJourneyNode {
  readonly code: string
  readonly role: 'value' | 'rest' | 'further'
  readonly en: string
  readonly ja: string
  readonly cell: ReleasedCell
  readonly children: readonly ReleasedJourneyNode[]
}

/** What is left at a step of the tree; a tree in which no route stands has this one line. */
export const FURTHER = { code: 'further', role: 'further', en: 'Further, not shown', ja: 'その他（個別には示さない）' } as const

export interface ReleasedJourneys {
  readonly [released]: true
  readonly id: 'routes'
  readonly slice: string
  readonly policy: string
  readonly origins: readonly ReleasedJourneyNode[]
  readonly checksum: string
}
