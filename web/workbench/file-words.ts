import type { BookTable, PrintedBlock } from '../../survey-schema/release/book.ts'
import type { Language, Words } from '../../survey-schema/text.ts'

/** What stands in a file of an author beside the author's words and the book's. */
export const FILE_WORDS = {
  untitled: { ja: 'データブックの表', en: 'Tables from the data book' },
  whose: {
    ja: '文章はこの文書の作成者によるもので、JNATIPの見解ではない。表の数値、注、引用は公表されたままである。',
    en: 'The text is by the author of this document and is not a view of JNATIP. Figures, notes and citations of the tables stand as they were published.',
  },
  table: { ja: '表', en: 'Table' },
  text: { ja: '文章 Text', en: '文章 Text' },
  sheet: { ja: 'シート', en: 'Sheet' },
} as const satisfies Words

/** As the book calls it; a table that the book does not number has its name alone. */
export const namedAs = ({ number, title }: Pick<BookTable, 'number' | 'title'>, language: Language): string =>
  number === '' ? title[language] : `${FILE_WORDS.table[language]}${language === 'ja' ? '' : ' '}${number}　${title[language]}`

/** One part of a table of the book, which may have several: the number of the table, and what this part shows. */
export const partNamedAs = (
  { number }: Pick<BookTable, 'number'>,
  { caption }: Pick<PrintedBlock, 'caption'>,
  language: Language,
): string => namedAs({ number, title: caption }, language)
