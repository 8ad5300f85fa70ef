/** Scores beside their marks, printed at the end of each attack. */
import { laidOut, type Score } from '../../server/editors/attack/scores.ts'

export function scoreboard() {
  const scores: Score[] = []
  return {
    add: (score: Score) => scores.push(score),
    print: () => console.info(laidOut(scores)),
  }
}
