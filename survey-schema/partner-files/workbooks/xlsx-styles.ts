/** How the cells of an XLSX workbook show their numbers, by the index of their style. */
import { type NumberFormat, numberFormat } from './number-format.ts'
import { eachElement } from './package-parts.ts'
import { brokenArchive } from './sheet.ts'
import type { UnpackBudget, ZipPart } from './zip.ts'

/** Excel has at most 65,490. */
const MOST_STYLES = 1 << 16

/** @throws ProblemError `invalid-file` */
export function styleFormats(part: ZipPart, budget: UnpackBudget): readonly NumberFormat[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  eachElement(part, budget, (name, { numFmtId, formatCode }, around) => {
    const parent = around.at(-1)
    if (name === 'numFmt' && parent === 'numFmts' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
    if (name === 'xf' && parent === 'cellXfs' && ids.push(Number(numFmtId ?? 0)) > MOST_STYLES) throw brokenArchive()
  })
  return ids.map((id) => numberFormat(id, codes.get(id)))
}
