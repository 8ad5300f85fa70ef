/** Record keys: one random whole number a case, made under the edition's secret. The key of a cell is the sum of those of its cases. */

/** Keys are whole numbers from 0 to 2^48 - 1. */
export const KEY_SPACE = 2 ** 48

/** The sum of two keys, modulo 2^48. Both are below 2^48, so the sum is exact. */
export function addKeys(left: number, right: number): number {
  const sum = left + right
  return sum >= KEY_SPACE ? sum - KEY_SPACE : sum
}
