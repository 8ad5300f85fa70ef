/** The findings volume as one HTML file in both languages. References lead to their tables in the HTML file of the book, which lies beside it. */
import { BOOK_WORDS } from '../../../analysis/publication/formats/book-words.ts'
import { findingsImprint } from '../../../analysis/publication/formats/findings-imprint.ts'
import {
  bySpeaking,
  chapterName,
  FINDINGS_WORDS,
  type NamedFigure,
  namedFigures,
  type SpeakingChapter,
} from '../../../analysis/publication/formats/findings-words.ts'
import { piecesOf } from '../../../analysis/publication/formats/sentence-pieces.ts'
import type { Book } from '../../../survey-schema/release/book.ts'
import type { FindingsChapter, PlacedSentence } from '../../../survey-schema/release/findings.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'
import { commentaryHtml } from './commentary-html.ts'
import type { DrawnFigures } from './drawn-figures.ts'
import { tableAnchor, tableName } from './fact-sheet.ts'
import { FINDINGS_STYLE } from './findings-style.ts'
import { htmlPage } from './html-page.ts'
import { htmlWords, shown } from './html-words.ts'

/** @param languages one, or both with the first one shown @param htmlName of the book, to which references lead */
export function findingsHtml(book: Book, languages: readonly Language[], figures: DrawnFigures, htmlName: string): string {
  const { imprint, findings } = book
  const [first = 'ja'] = languages
  const { speaking, silent } = bySpeaking(findings)
  const write = writer(book, languages, figures, htmlName)
  const { words } = write
  return htmlPage(languages, `${imprint.title[first]} ${imprint.edition} ${FINDINGS_WORDS.volume[first]}`, FINDINGS_STYLE, [
    `<header><h1>${words(FINDINGS_WORDS.volume)}</h1><p class="edition">${words(imprint.title)} ${shown(imprint.edition)}</p>`,
    imprint.fictional ? `<p class="fictional">${words(BOOK_WORDS.fictional)}</p>` : '',
    '</header>',
    `<section id="main-points"><h2>${words(FINDINGS_WORDS.mainPoints)}</h2>`,
    findings.mainPoints.length === 0
      ? `<p class="lead">${words(FINDINGS_WORDS.noMainPoints)}</p>`
      : `<ol class="points">${findings.mainPoints
          .map(
            (point) =>
              `<li>${write.sentence(point)} <span class="refs"><a href="#${anchorOf(point.chapter)}">${words(chapterName(point.chapter))}</a> · ${write.table(point.table)}</span></li>`,
          )
          .join('')}</ol>`,
    ...[BOOK_WORDS.reported, imprint.policyLine].map((line) => `<p class="note">${words(line)}</p>`),
    '</section>',
    commentaryHtml(book, { kind: 'front' }, { languages, words, level: 2 }),
    `<nav aria-labelledby="contents"><h2 id="contents">${words(BOOK_WORDS.contents)}</h2><ol>`,
    ...findings.chapters.map(({ number, title }) => `<li><a href="#${anchorOf(number)}">${number} ${words(title)}</a></li>`),
    '</ol></nav>',
    ...speaking.map(write.chapter),
    silent.length === 0 ? '' : `<section class="silent"><h2>${words(FINDINGS_WORDS.silent)}</h2>`,
    ...silent.map(write.silent),
    silent.length === 0 ? '' : '</section>',
    `<section><h2>${words(FINDINGS_WORDS.rule)}</h2>${findings.notes.map((note) => `<p>${words(note)}</p>`).join('')}</section>`,
    `<section><h2>${words(FINDINGS_WORDS.about)}</h2><dl>${findingsImprint(imprint)
      .map(([name, value]) => `<dt>${words(name)}</dt><dd>${typeof value === 'string' ? shown(value) : words(value)}</dd>`)
      .join('')}</dl></section>`,
  ])
}

const anchorOf = (chapter: number) => `chapter-${chapter}`

function writer(book: Book, languages: readonly Language[], figures: DrawnFigures, htmlName: string) {
  const { words } = htmlWords(languages)
  const spans = (inside: (language: Language) => string) =>
    languages.map((language) => `<span lang="${language}">${inside(language)}</span>`).join('')
  const table = (number: string) =>
    `<a href="${shown(htmlName)}#${tableAnchor(number)}">${words({ ja: tableName(number, 'ja'), en: tableName(number, 'en') })}</a>`
  const sentence = (placed: PlacedSentence) =>
    spans((language) =>
      piecesOf(placed.sentence, language)
        .map(({ text, number }) => (number ? `<strong>${shown(text)}</strong>` : shown(text)))
        .join(''),
    )
  const said = (placed: PlacedSentence) => `${sentence(placed)} <span class="ref">(${table(placed.table)})</span>`
  const further = (all: readonly PlacedSentence[]) =>
    all.length === 0 ? '' : `<ul class="further">${all.map((one) => `<li>${said(one)}</li>`).join('')}</ul>`
  const paragraphs = (all: readonly Text[]) => all.map((line) => `<p>${words(line)}</p>`).join('')

  const figure = ({ figure: { id, subtitle, alternative }, table: number, title }: NamedFigure) => {
    const images = languages.flatMap((language) => {
      const picture = figures.bare(id, language)
      if (!picture) return []
      const source = `data:image/svg+xml;base64,${Buffer.from(picture.svg).toString('base64')}`
      return `<img lang="${language}" loading="lazy" src="${source}" width="${picture.width}" height="${picture.height}" alt="${shown(alternative[language])}">`
    })
    return images.length === 0
      ? ''
      : `<figure tabindex="0"><figcaption><strong>${words(title)}</strong> ${words(subtitle)} <span class="ref">(${table(number)})</span></figcaption>${images.join('')}</figure>`
  }
  const commentary = ({ id }: FindingsChapter, level: 3 | 4) => commentaryHtml(book, { kind: 'chapter', id }, { languages, words, level })

  return {
    words,
    table,
    sentence,
    chapter: (chapter: SpeakingChapter) => {
      const { number, title, question, finding, sentences, limits, tables } = chapter
      const [one, ...more] = namedFigures(book, chapter).map(figure)
      return [
        `<section class="chapter" id="${anchorOf(number)}"><h2>${number} ${words(title)}</h2><p class="question">${words(question)}</p>`,
        `<h3>${words(finding.headline)}</h3><p class="lead">${said(finding)}</p>`,
        one ?? '',
        further(sentences),
        ...more,
        `<div class="cannot"><h4>${words(FINDINGS_WORDS.cannotSay)}</h4>${paragraphs(limits)}</div>`,
        `<p class="note">${words(FINDINGS_WORDS.tables)} ${tables.map(table).join(' · ')}</p>`,
        commentary(chapter, 3),
        '</section>',
      ].join('\n')
    },
    silent: (chapter: FindingsChapter) =>
      [
        `<section id="${anchorOf(chapter.number)}"><h3>${chapter.number} ${words(chapter.title)}</h3><p class="question">${words(chapter.question)}</p>`,
        chapter.silent ? `<p>${words(chapter.silent)}</p>` : '',
        further(chapter.sentences),
        chapter.limits.map((line) => `<p class="note">${words(line)}</p>`).join(''),
        commentary(chapter, 4),
        '</section>',
      ].join('\n'),
  }
}
