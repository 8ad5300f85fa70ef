/** A block as a table of Markdown (GFM) or LaTeX (longtable, booktabs), in one language. */

import type { PrintedBlock } from '../../../../survey-schema/release/book.ts'
import type { Language } from '../../../../survey-schema/text.ts'
import { linesAbove, linesBelow, printedGrid } from '../printed-grid.ts'
import { textRows } from './text-rows.ts'

/** Escapes characters that Markdown or HTML would interpret, and makes line breaks blanks; an ideographic space stays. */
const markdown = (text: string) =>
  text.replaceAll(/[\\`*_{}[\]<>#|~&$]/g, '\\$&').replaceAll(/\s+/g, (blank) => (blank.includes('　') ? blank : ' '))

export function blockMarkdown(block: PrintedBlock, language: Language): string {
  const grid = printedGrid(block)
  const { heads, rows } = textRows(grid, language)
  const line = (cells: readonly string[]) => `| ${cells.map(markdown).join(' | ')} |`
  return `${[
    `**${markdown(block.caption[language])}**`,
    '',
    ...linesAbove(grid, language).flatMap((text) => [markdown(text), '']),
    line(heads),
    `| ${heads.map((_, at) => (at === 0 ? ':--' : '--:')).join(' | ')} |`,
    ...rows.map(line),
    '',
    ...linesBelow(block, language).flatMap((text) => [markdown(text), '']),
  ].join('\n')}`
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '≥': '$\\geq$',
}
const latex = (text: string) => text.replaceAll(/[\\{}$&%#_~^<>≥]/g, (one) => LATEX[one]!).replaceAll(/\s*\n\s*/g, ' ')

/** A table for a LaTeX document that loads `longtable` and `booktabs`; for Japanese text it needs LuaLaTeX or upLaTeX. */
export function blockLatex(block: PrintedBlock, language: Language): string {
  const grid = printedGrid(block)
  const { heads, rows } = textRows(grid, language)
  const line = (cells: readonly string[]) => `  ${cells.map(latex).join(' & ')} \\\\`
  return `${[
    `% ${language}; \\usepackage{longtable,booktabs}`,
    `\\begin{longtable}{l${'r'.repeat(heads.length - 1)}}`,
    `  \\caption{${latex(block.caption[language])}}\\label{${block.id}-${language}}\\\\`,
    '  \\toprule',
    line(heads),
    '  \\midrule',
    '  \\endhead',
    ...rows.map(line),
    '  \\bottomrule',
    '\\end{longtable}',
    ...[...linesAbove(grid, language), ...linesBelow(block, language)].map((text) => `\\noindent ${latex(text)}\\par`),
  ].join('\n')}\n`
}
