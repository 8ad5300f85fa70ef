/** Scores beside their marks, printed at the end of each attack. */
export interface Score {
  readonly attack: string
  readonly on: string
  readonly score: number | string
  readonly mark: string
  readonly passes: boolean
}

export function scoreboard() {
  const scores: Score[] = []
  return {
    add(score: Score) {
      scores.push(score)
      return score.passes
    },
    print() {
      const rows = [
        ['attack', 'on', 'score', 'mark', ''],
        ...scores.map((one) => [one.attack, one.on, written(one.score), one.mark, one.passes ? 'ok' : 'MISSED']),
      ]
      const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
      console.info(
        rows
          .map((row) =>
            row
              .map((text, column) => text.padEnd(widths[column]!))
              .join('  ')
              .trimEnd(),
          )
          .join('\n'),
      )
    },
  }
}

const written = (score: number | string) => (typeof score === 'number' && !Number.isInteger(score) ? score.toFixed(4) : String(score))
