/** The codebook as one page that stands alone: no script, no remote file, readable on a telephone and on paper. */

import type { Language } from '../text.ts'
import type { CodeTable } from './code-table.ts'
import { type Codebook, type CodebookEntry, codebook, type Fact } from './codebook.ts'
import { escapeXml as escaped } from './xml.ts'

const STYLE = `
:root { color-scheme: light; --ink: #1d2327; --soft: #59636b; --line: #c9d0d5; --tint: #f3f5f6; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; color: var(--ink); background: #fff; font: 1rem/1.65 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "BIZ UDPGothic", "Yu Gothic", sans-serif; overflow-wrap: anywhere; line-break: strict; }
h1 { font-size: 1.6rem; line-height: 1.35; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.4; margin: 3rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; line-height: 1.45; margin: 2.25rem 0 .5rem; }
p { max-width: 44rem; margin: .5rem 0; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; }
h3 code { display: block; color: var(--soft); font-weight: 400; }
nav ol { columns: 2 16rem; padding-left: 0; list-style: none; }
nav a { display: inline-block; padding: .2rem 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: .15rem 1rem; margin: .5rem 0; font-size: .92rem; max-width: 54rem; }
dt { color: var(--soft); } dd { margin: 0; }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible { outline: 2px solid var(--ink); }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.45; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); padding: .3rem .9rem .3rem 0; font-weight: 400; overflow-wrap: normal; }
td { overflow-wrap: break-word; min-width: 7rem; } td.x { min-width: 16rem; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 600; white-space: nowrap; }
@media (max-width: 40rem) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: .35rem; } }
@media print { @page { margin: 18mm 14mm; } body { max-width: none; padding: 0; font-size: 9.5pt; } h2, h3, caption, thead { break-after: avoid; } tr { break-inside: avoid; } .scroll { overflow: visible; } }
`

export const codebookHtml = (language: Language): string => page(codebook(language))

function page(book: Codebook): string {
  return [
    '<!doctype html>',
    `<html lang="${book.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>${escaped(book.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escaped(book.title)}</h1>`,
    ...book.lead.map((line) => `<p>${escaped(line)}</p>`),
    ...book.tables.map((table, at) => tableOf(table, `t${at + 1}`)),
    `<nav aria-label="${escaped(book.contents)}"><ol>`,
    ...book.sections.map(({ id, title }) => `<li><a href="#${id}">${escaped(title)}</a></li>`),
    `<li><a href="#${book.crosswalk.id}">${escaped(book.crosswalk.title)}</a></li>`,
    `<li><a href="#lists">${escaped(book.listsTitle)}</a></li>`,
    '</ol></nav>',
    ...book.sections.flatMap(({ id, title, note, entries }) => [
      `<section id="${id}">`,
      `<h2>${escaped(title)}</h2>`,
      ...(note ? [`<p>${escaped(note)}</p>`] : []),
      ...entries.flatMap(entryOf),
      '</section>',
    ]),
    `<section id="${book.crosswalk.id}">`,
    `<h2>${escaped(book.crosswalk.title)}</h2>`,
    ...book.crosswalk.lead.map((line) => `<p>${escaped(line)}</p>`),
    ...book.crosswalk.tables.map((table, at) => tableOf(table, `x${at + 1}`, LABEL_COLUMNS)),
    '</section>',
    '<section id="lists">',
    `<h2>${escaped(book.listsTitle)}</h2>`,
    ...book.lists.map((table, at) => tableOf(table, `l${at + 1}`)),
    '</section>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Behind the label of a code stand its counterparts, long names without a blank. */
const LABEL_COLUMNS = 1

const entryOf = ({ id, number, question, facts, codes }: CodebookEntry): readonly string[] => [
  `<article id="q-${id}">`,
  `<h3>${number}. ${escaped(question)} <code>${id}</code></h3>`,
  `<dl>${facts.map(factOf).join('')}</dl>`,
  ...(codes ? [tableOf(codes, `c-${id}`, LABEL_COLUMNS)] : []),
  '</article>',
]

const factOf = ({ name, text, code }: Fact) => `<dt>${escaped(name)}</dt><dd>${code ? `<code>${escaped(text)}</code>` : escaped(text)}</dd>`

const tableOf = ({ caption, head, rows }: CodeTable, id: string, narrow = head.length): string =>
  [
    `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>`,
    `<caption id="${id}">${escaped(caption)}</caption>`,
    `<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ([code = '', ...cells]) =>
        `<tr><th scope="row"><code>${escaped(code)}</code></th>${cells.map((cell, at) => `<td${at >= narrow ? ' class="x"' : ''}>${escaped(cell)}</td>`).join('')}</tr>`,
    ),
    '</tbody></table></div>',
  ].join('\n')
