/** An HTML file in one language or both: a switch without a script decides which is seen, and nothing is fetched. */
import type { Language } from '../../../survey-schema/text.ts'
import { shown } from './html-words.ts'

const LANGUAGES = [
  ['ja', '日本語'],
  ['en', 'English'],
] as const

/** @param languages one, or both with the first one shown @param inside what stands below the switches, which are beside it so that no script is needed */
export function htmlPage(languages: readonly Language[], title: string, style: string, inside: readonly string[]): string {
  const [first = 'ja'] = languages
  const switches =
    languages.length > 1
      ? LANGUAGES.map(
          ([language, name]) =>
            `<input type="radio" name="language" id="in-${language}"${language === first ? ' checked' : ''}><label for="in-${language}" lang="${language}">${name}</label>`,
        ).join('')
      : ''
  return [
    '<!doctype html>',
    `<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<title>${shown(title)}</title><style>${style}</style></head><body>`,
    `<main>${switches}<div class="book">${inside[0] ?? ''}`,
    ...inside.slice(1),
    '</div></main></body></html>\n',
  ].join('\n')
}
