/** What an attack reached, beside the mark that it must not pass. */
export interface Score {
  readonly attack: string
  readonly on: string
  readonly score: number | string
  readonly mark: string
  /** Null where only the editors' file could say. */
  readonly passes: boolean | null
}

/** One line a score, in columns. */
export function laidOut(scores: readonly Score[]): string {
  const rows = [
    ['attack', 'on', 'score', 'mark', ''],
    ...scores.map(({ attack, on, score, mark, passes }) => [
      attack,
      on,
      written(score),
      mark,
      passes === null ? 'not scored' : passes ? 'ok' : 'MISSED',
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) => row.map((text, column) => text.padEnd(widths[column]!)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

const written = (score: number | string) => (typeof score === 'number' && !Number.isInteger(score) ? score.toFixed(4) : String(score))
