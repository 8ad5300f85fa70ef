/** The methods as a page, one for each language: contents, sections, and tables that scroll by themselves on a narrow screen. */

import type { MethodsBlock, MethodsDocument, MethodsEntry } from '../../../analysis/publication/book/methods/document.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'
import { escaped, page } from './page.ts'

const CONTENTS: Text = { ja: '目次', en: 'Contents' }
const OTHER: Readonly<Record<Language, { readonly language: Language; readonly label: string }>> = {
  ja: { language: 'en', label: 'English' },
  en: { language: 'ja', label: '日本語' },
}

export const methodsFile = (language: Language) => `methods.${language}.html`

export function methodsPage({ title, lead, sections }: MethodsDocument, language: Language): string {
  const say = (words: Text) => escaped(words[language])
  const other = OTHER[language]
  const body = [
    `<p class="soft"><a href="${methodsFile(other.language)}" lang="${other.language}" hreflang="${other.language}">${other.label}</a></p>`,
    '<main>',
    `<h1>${say(title)}</h1>`,
    `<p>${say(lead)}</p>`,
    `<nav aria-label="${say(CONTENTS)}"><ol>`,
    ...sections.map((section) => `<li><a href="#${section.id}">${say(section.title)}</a></li>`),
    '</ol></nav>',
    ...sections.flatMap((section) => [
      `<section id="${section.id}">`,
      `<h2>${say(section.title)}</h2>`,
      ...section.blocks.map((block) => laidOut(block, language)),
      '</section>',
    ]),
    '</main>',
  ]
  return page(language, title[language], body.join('\n'))
}

function laidOut(block: MethodsBlock, language: Language): string {
  if (block.kind === 'text') return `<p>${escaped(block.words[language])}</p>`
  if (block.kind === 'formula') return `<pre class="formula"><code>${escaped(block.text)}</code></pre>`
  if (block.kind === 'list') return `<ul>\n${block.items.map((item) => `<li>${escaped(item[language])}</li>`).join('\n')}\n</ul>`
  const [first, ...rest] = block.head
  const caption = `${block.id}-caption`
  return [
    `<div class="scroll" role="region" aria-labelledby="${caption}" tabindex="0"><table id="${block.id}-table">`,
    `<caption id="${caption}">${escaped(block.caption[language])}</caption>`,
    `<thead><tr>${[first, ...rest].map((words, at) => `<th scope="col"${numbers(block.rows, at) ? ' class="n"' : ''}>${escaped(words![language])}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...block.rows.map((row) => `<tr>${row.map((entry, at) => cell(entry, at, language)).join('')}</tr>`),
    '</tbody></table></div>',
  ].join('\n')
}

/** Digits of one column stand under one another. */
const numbers = (rows: readonly (readonly MethodsEntry[])[], at: number) => at > 0 && rows.every((row) => isNumber(row[at]!))

const isNumber = (entry: MethodsEntry) => typeof entry === 'number' || (typeof entry === 'string' && /^(–|-?[\d,.]+%?)$/.test(entry))

function cell(entry: MethodsEntry, at: number, language: Language): string {
  const plain = typeof entry === 'object' ? entry[language] : String(entry)
  const [name, ...codes] = plain.split('\n').map(escaped)
  const words = [name, ...codes.map((code) => `<br><code>${code}</code>`)].join('')
  return at === 0 ? `<th scope="row">${words}</th>` : `<td${isNumber(entry) ? ' class="n"' : ''}>${words}</td>`
}
