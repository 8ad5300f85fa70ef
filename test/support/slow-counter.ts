/** The slow obvious counter: one object, one loop, no trick. Every fast count is compared with it. */

/** How often each combination of labels occurs; a case with several labels on an axis counts on each. */
export function slowCount(cases: readonly (readonly (readonly string[])[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const axes of cases) {
    for (const combination of product(axes)) {
      const key = combination.join(' | ')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function product(axes: readonly (readonly string[])[]): string[][] {
  return axes.reduce<string[][]>((soFar, labels) => soFar.flatMap((start) => labels.map((label) => [...start, label])), [[]])
}
