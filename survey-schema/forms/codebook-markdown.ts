/** The codebook as Markdown (GitHub tables), the same words as the page. */

import type { Language } from '../text.ts'
import type { CodeTable } from './code-table.ts'
import { type CodebookEntry, codebook } from './codebook.ts'

/** What Markdown would take for a mark of its own. */
const plain = (text: string) => text.replaceAll(/[\\|*_<>`[\]]/g, (mark) => `\\${mark}`)
const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``

export function codebookMarkdown(language: Language): string {
  const book = codebook(language)
  return [
    `# ${plain(book.title)}`,
    ...book.lead.map(plain),
    ...book.tables.map(tableOf),
    ...book.sections.flatMap(({ title, note, entries }) => [
      `## ${plain(title)}`,
      ...(note ? [plain(note)] : []),
      ...entries.flatMap(entryOf),
    ]),
    `## ${plain(book.crosswalk.title)}`,
    ...book.crosswalk.lead.map(plain),
    ...book.crosswalk.tables.map(tableOf),
    `## ${plain(book.listsTitle)}`,
    ...book.lists.map(tableOf),
    '',
  ].join('\n\n')
}

const entryOf = ({ id, number, question, facts, codes }: CodebookEntry): readonly string[] => [
  `### ${number}. ${plain(question)}`,
  code(id),
  facts.map((fact) => `- ${plain(fact.name)}: ${fact.code ? code(fact.text) : plain(fact.text)}`).join('\n'),
  ...(codes ? [tableOf(codes)] : []),
]

const tableOf = ({ caption, head, rows }: CodeTable): string =>
  [
    `**${plain(caption)}**`,
    '',
    `| ${head.map(plain).join(' | ')} |`,
    `|${head.map(() => '---|').join('')}`,
    ...rows.map(([first = '', ...cells]) => `| ${[code(first), ...cells.map(plain)].join(' | ')} |`),
  ].join('\n')
