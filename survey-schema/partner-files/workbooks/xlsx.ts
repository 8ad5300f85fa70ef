/** Workbooks of Excel and of whoever writes its format (ECMA-376), with and without macros; read as a stream, sheet by sheet. */
import { ProblemError } from '../../problem.ts'
import { refuseFile } from '../file-reader.ts'
import { formatReader } from './number-format.ts'
import { eachElement, type Parts, partNamed, partOfType, type Relationships, relationshipsOf } from './package-parts.ts'
import { partTexts } from './part-text.ts'
import { sharedStrings } from './shared-strings.ts'
import { brokenArchive, type HiddenContent, isTrue, type Sheet, type Workbook } from './sheet.ts'
import type { WorkbookContext } from './xlsx-cell.ts'
import { XlsxSheet } from './xlsx-sheet.ts'
import { styleFormats } from './xlsx-styles.ts'
import { readingXml } from './xml-reader.ts'
import { UNPACK_LIMITS, UnpackBudget, type ZipPart } from './zip.ts'

/** The part with the list of sheets, or nothing where the archive is no workbook of this format. */
export const xlsxWorkbookPart = (parts: Parts, budget: UnpackBudget): ZipPart | undefined =>
  relationshipsOf(parts, '', budget).ofKind('officeDocument') ??
  partOfType(parts, /(?:sheet|template|macroEnabled)\.main\+xml$/, budget) ??
  partNamed(parts, 'xl/workbook.xml')

/** Of the workbook as a whole. */
interface WorkbookSettings {
  readonly is1904: boolean
  readonly isToBeComputed: boolean
}

interface FoundSheet extends Sheet {
  readonly part: ZipPart | undefined
}

/** @throws ProblemError `invalid-file` for what is no workbook */
export function openXlsx(parts: Parts, workbook: ZipPart, budget: UnpackBudget): Workbook {
  // The binary format has the same package and parts that are no XML.
  if (/\.bin$/i.test(workbook.name)) throw refuseFile([{ pointer: '', rule: 'unknown_format' }])
  const relationships = relationshipsOf(parts, workbook.name, budget)
  const { sheets, settings } = sheetsOf(workbook, relationships, budget)
  let context: WorkbookContext | undefined
  let last: XlsxSheet | undefined
  return {
    format: 'xlsx',
    sheets: sheets.map(({ position, name, hidden }) => ({ position, name, hidden })),
    *rows(position) {
      const part = sheets[position - 1]?.part
      if (!part) throw refuseFile([{ pointer: '', rule: 'no_sheet' }])
      context ??= contextOf(parts, relationships, settings, budget)
      const sheet = new XlsxSheet(context)
      last = sheet
      // A sheet may be looked into and then read: each reading has its own budget.
      for (const _ of readingXml(partTexts(part, new UnpackBudget()), sheet, { rule: 'broken_archive' })) yield* sheet.rows.taken()
      yield* sheet.rows.taken()
    },
    hidden: () => last?.rows.hidden() ?? NOTHING_HIDDEN,
  }
}

const NOTHING_HIDDEN: HiddenContent = { rows: 0, columns: [] }

/** Texts and formats that all sheets share. */
function contextOf(
  parts: Parts,
  relationships: Relationships,
  { is1904, isToBeComputed }: WorkbookSettings,
  budget: UnpackBudget,
): WorkbookContext {
  const texts =
    relationships.ofKind('sharedStrings') ?? partOfType(parts, /sharedStrings\+xml$/, budget) ?? partNamed(parts, 'xl/sharedStrings.xml')
  const styles = relationships.ofKind('styles') ?? partOfType(parts, /styles\+xml$/, budget) ?? partNamed(parts, 'xl/styles.xml')
  const formats = styles ? styleFormats(styles, budget) : []
  return {
    shared: texts ? sharedStrings(texts, budget) : null,
    formats: formats.map((format) => formatReader(format, is1904)),
    isToBeComputed,
  }
}

function sheetsOf(workbook: ZipPart, relationships: Relationships, budget: UnpackBudget) {
  const sheets: FoundSheet[] = []
  const taken = new Set<ZipPart>()
  let isWorkbook = false
  const settings = { is1904: false, isToBeComputed: false }
  eachElement(workbook, budget, (name, attributes, around) => {
    if (around.length === 0) isWorkbook = name === 'workbook'
    if (name === 'workbookPr' && around.length === 1) settings.is1904 = isTrue(attributes.date1904)
    if (name === 'calcPr' && around.length === 1) settings.isToBeComputed = isTrue(attributes.fullCalcOnLoad)
    if (name !== 'sheet' || around.at(-1) !== 'sheets') return
    if (sheets.length >= UNPACK_LIMITS.parts) throw new ProblemError('too-large', [{ pointer: '', rule: 'too_many' }])
    const id = Object.keys(attributes).find((written) => /(?:^|:)id$/.test(written))
    const part = relationships.ofId(attributes[id ?? ''] ?? '')
    // One part as two sheets would be read twice.
    if (part && taken.has(part)) throw brokenArchive()
    if (part) taken.add(part)
    const isHidden = (attributes.state ?? 'visible') !== 'visible'
    sheets.push({ position: sheets.length + 1, name: attributes.name ?? '', hidden: isHidden, part })
  })
  if (!isWorkbook) throw refuseFile([{ pointer: '', rule: 'no_workbook' }])
  return { sheets, settings }
}
