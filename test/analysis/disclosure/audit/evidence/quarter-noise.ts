/** A noise that is easily worked out by hand: -1, 0 or 1 with chances of a quarter, a half and a quarter; figures from five up are shown. */
import { attackerWith } from '../../../../../analysis/disclosure/audit/evidence/attacker.ts'
import type { AttackerKnowledge } from '../../../../../analysis/disclosure/audit/evidence/count-given-figure.ts'

export const knowledge: AttackerKnowledge = {
  table: [
    [{ v: 0, p: 1 }],
    [
      { v: -1, p: 0.25 },
      { v: 0, p: 0.5 },
      { v: 1, p: 0.25 },
    ],
  ],
  minimumCases: 5,
  minimumOthers: 3,
  minimumCategory: 10,
}

export const attacker = attackerWith(knowledge)
