/**
 * Faults to plant in the defence, one at a time, each with the tests that are named for it. A fault that no test notices says
 * that the tests are asleep.
 */
export interface Mutant {
  readonly fault: string
  readonly file: string
  /** Text that stands in the file exactly once, and what stands there instead. */
  readonly swap: readonly [from: string, to: string]
  /** A second place of the same kind, where two parts of the program hold one promise. */
  readonly also?: Pick<Mutant, 'file' | 'swap'>
  /** Run one by one until one is red. */
  readonly tests: readonly string[]
}

const RELEASE = 'test/properties/release.test.ts'
const NESTED = 'test/attack/nested-differencing.test.ts'
const INSIDER = 'test/attack/insider.test.ts'
const EDITIONS = 'test/attack/editions.test.ts'
const ENUMERATION = 'test/analysis/disclosure/audit/evidence/enumeration.test.ts'
const STRUCTURE = 'test/properties/structure.test.ts'

export const MUTANTS: readonly Mutant[] = [
  {
    fault: 'noise off',
    file: 'analysis/disclosure/rules/verdict.ts',
    swap: ['+ noise(cell.cases, cell.key)', '+ 0 * noise(cell.cases, cell.key)'],
    tests: ['test/attack/averaging.test.ts', RELEASE],
  },
  {
    fault: 'threshold off by one',
    file: 'analysis/disclosure/rules/verdict.ts',
    swap: ['if (isBelow(cell.cases, minimum.cases))', 'if (isBelow(cell.cases, minimum.cases - 1))'],
    tests: [RELEASE],
  },
  {
    fault: 'float keys',
    file: 'analysis/exact/record-key.ts',
    swap: [
      'return sum >= KEY_SPACE ? sum - KEY_SPACE : sum',
      'return (sum / KEY_SPACE - Math.floor(sum / KEY_SPACE)) * (KEY_SPACE - 0.37)',
    ],
    tests: ['test/analysis/disclosure/cell-key.test.ts', RELEASE],
  },
  {
    fault: 'contributor rule off',
    file: 'analysis/disclosure/rules/verdict.ts',
    swap: ['if (cell.contributors < minimum.contributors || fewOthers)', 'if (fewOthers && isBelow(others, -1))'],
    tests: [INSIDER, RELEASE],
  },
  {
    // A pair within one grid is judged by the grid, and again among all cells of the release: either alone keeps it apart.
    fault: 'complement rule off',
    file: 'analysis/disclosure/rules/complements.ts',
    swap: [
      'const harmless = other.harmless && across.harmless',
      'const harmless = other.harmless && across.harmless\n        if (outer >= 0) continue',
    ],
    also: {
      file: 'analysis/disclosure/rules/risky-differences.ts',
      swap: ['for (const inner of all) {', 'for (const inner of all.slice(0, 0)) {'],
    },
    tests: [NESTED, RELEASE],
  },
  {
    fault: 'hierarchy rule off',
    file: 'analysis/disclosure/rules/additive-relations.ts',
    swap: ['if (!isSmall(remainder, policy)) return false', 'if (!isSmall(remainder, policy) || shown.length > 0) return false'],
    tests: ['test/attack/hierarchies.test.ts'],
  },
  {
    fault: 'line rule: nobody taken away',
    file: 'analysis/disclosure/rules/line-threshold.ts',
    swap: ['!isBelow(fewestLeft, policy.minimumOthers)', '!isBelow(fewestLeft, 0)'],
    tests: [STRUCTURE, 'test/attack/padding.test.ts'],
  },
  {
    fault: 'join of two: a part that leaves few counts',
    file: 'analysis/disclosure/rules/line-threshold.ts',
    swap: ['within.length === 2', 'within.length === 0'],
    tests: [STRUCTURE],
  },
  {
    fault: 'two editions: a part that leaves few counts',
    file: 'analysis/disclosure/rules/line-threshold.ts',
    swap: ['editions === 2', 'editions === 0'],
    tests: [STRUCTURE],
  },
  {
    fault: 'a difference may be padded',
    file: 'analysis/disclosure/rules/verdict.ts',
    swap: ['isBelow(fewestLeft, policy.minimumOthers)', 'isBelow(fewestLeft, -Infinity)'],
    tests: [STRUCTURE],
  },
  {
    fault: 'nested: the check across questions off',
    file: 'analysis/disclosure/rules/risky-differences.ts',
    swap: ['for (const inner of all) {', 'for (const inner of all.slice(0, 0)) {'],
    tests: [NESTED],
  },
  {
    fault: 'key reused across editions',
    file: 'server/editors/build/record-keys.ts',
    swap: ['hmac(sha256, editionSecret, fromHex(id, 16))', 'hmac(sha256, editionSecret.map(() => 7), fromHex(id, 16))'],
    tests: ['test/server/sealing.test.ts'],
  },
  {
    fault: 'constant key',
    file: 'server/editors/build/record-keys.ts',
    swap: ['return view.getUint16(0) * 2 ** 32 + view.getUint32(2)', 'return 0 * view.getUint16(0) + 7'],
    tests: ['test/server/editors/noise-check.test.ts'],
  },
  {
    fault: 'reused secret',
    file: 'server/editors/keys/edition-key.ts',
    swap: ["editionSecret: derived(secret, 'edition-secret')", "editionSecret: derived(new Uint8Array(32), 'edition-secret')"],
    tests: ['test/server/editors/build.test.ts'],
  },
  {
    fault: 'reused secret: editions of one volume',
    file: 'server/editors/noise-check/reused-secrets.ts',
    swap: ['return other === undefined ? []', "return other !== '' ? []"],
    tests: ['test/server/editors/noise-check.test.ts'],
  },
  {
    fault: 'the same persons counted as many draws of the noise',
    file: 'server/editors/noise-check/unchanged-share.ts',
    swap: ["[cases, key].join(' ')", "[cases, key, distinct.size].join(' ')"],
    tests: ['test/server/editors/unchanged-share.test.ts'],
  },
  {
    fault: 'order of the noise not shuffled',
    file: 'analysis/disclosure/noise/cell-key.ts',
    swap: ['const chosen = below(last + 1, shuffle)', 'const chosen = last + 0 * below(last + 1, shuffle)'],
    tests: ['test/server/editors/noise-check.test.ts'],
  },
  {
    fault: 'reason leaked',
    file: 'analysis/disclosure/released/release.ts',
    swap: ["return verdict.status === 'withheld' ? { status: 'withheld' } : verdict", 'return verdict as ReleasedCell'],
    tests: ['test/attack/refusal-oracle.test.ts', RELEASE],
  },
  {
    fault: 'percentages with decimals',
    file: 'analysis/publication/statistics/share.ts',
    swap: ['percent: Math.round(100 * share)', 'percent: Math.round(1000 * share) / 10'],
    tests: ['test/web/share.test.ts'],
  },
  {
    fault: 'refusal depending on data',
    file: 'server/tables/lookup.ts',
    swap: [
      'const tables = stored.map(({ json }) => readTable(JSON.parse(json)))',
      "const tables = stored.map(({ json }) => readTable(JSON.parse(json))).filter(({ cells }) => cells[0]?.status !== 'withheld')",
    ],
    tests: ['test/attack/re-asking.test.ts', 'test/attack/exports.test.ts'],
  },
  {
    fault: 'unlisted keys let through at intake',
    file: 'survey-schema/answers/strip.ts',
    swap: ['if (intake.unknownKeys.size > 0) {', 'if (intake.unknownKeys.size > 99) {'],
    tests: ['test/survey-schema/strip.test.ts'],
  },
  {
    fault: 'any two steps in the place of one',
    file: 'analysis/disclosure/rules/protect-pair.ts',
    swap: ['{ together })', '{})'],
    tests: ['test/analysis/exact/same-step.test.ts'],
  },
  {
    fault: 'no elementary cell for "both, at different steps"',
    file: 'analysis/disclosure/audit/linked-tables/linked-systems.ts',
    swap: ['together ? splitByStep(rows) : anyStep(rows)', 'together ? anyStep(rows) : anyStep(rows)'],
    tests: ['test/analysis/exact/same-step.test.ts'],
  },
  {
    fault: 'what the children of a withheld sibling say left out',
    file: 'analysis/disclosure/audit/evidence/upward.ts',
    swap: ['if (level === undefined) return alone', 'if (level === undefined || cell >= 0) return alone'],
    tests: [ENUMERATION],
  },
  {
    fault: 'evidence under a flat law',
    file: 'analysis/policy/stated-law.ts',
    swap: ['count < minimumCases ? 2 ** -count :', 'count < minimumCases ? 1 :'],
    tests: ['test/analysis/disclosure/audit/evidence/law.test.ts', ENUMERATION],
  },
  {
    fault: 'evidence judged where somebody is only',
    file: 'analysis/disclosure/audit/evidence/audit-evidence.ts',
    swap: ["if (status !== 'withheld' ||", "if (status !== 'withheld' || truth === NOBODY ||"],
    tests: ['test/analysis/disclosure/audit/evidence/audit-evidence.test.ts'],
  },
  {
    fault: 'a base of those with an answer where nobody is without one',
    file: 'analysis/disclosure/rules/base.ts',
    swap: [".status === 'shown'\n", ".status === 'shown' || Number(cell.cases) === 0\n"],
    tests: ['test/properties/bases.test.ts'],
  },
  {
    fault: 'a crosstab shows those whom the base holds',
    file: 'analysis/disclosure/rules/protect-pair.ts',
    swap: ['isPartOfBase(a, row) || isPartOfBase(b, column)', 'isPartOfBase(a, row) && isPartOfBase(b, column)'],
    tests: ['test/properties/bases.test.ts'],
  },
  {
    fault: 'exact figures add up to a base that holds those without an answer',
    file: 'analysis/disclosure/rules/protect-variable.ts',
    swap: ['if (more.length === 0) break', 'if (more.length >= 0) break'],
    tests: ['test/properties/bases.test.ts'],
  },
  // The audit of all editions together is one with that of each: what an edition withholds must not come back in its volume.
  {
    fault: 'per-edition audit only',
    file: 'analysis/disclosure/build-release.ts',
    swap: ['column === FIRST_STEP_MODE ? own : withSummedMargins(own, published)', 'published ? own : withSummedMargins(own, published)'],
    tests: [EDITIONS],
  },
]
