/** Words in an HTML file that holds one language or both: each stands in an element of its language, and one language is seen. */
import { printable } from '../../../analysis/publication/formats/office/xml-text.ts'
import { escapeXml } from '../../../survey-schema/forms/xml.ts'
import type { Language, Text } from '../../../survey-schema/text.ts'

export const shown = (text: string): string => escapeXml(printable(text))

export interface HtmlWords {
  readonly languages: readonly Language[]
  readonly words: (given: Text) => string
  /** The same element once a language, with what it holds in that language; nothing where it would be empty. */
  readonly each: (element: string, name: string, inside: (language: Language) => string) => string
}

export const htmlWords = (languages: readonly Language[]): HtmlWords => ({
  languages,
  words: (given) => languages.map((language) => `<span lang="${language}">${shown(given[language])}</span>`).join(''),
  each: (element, name, inside) =>
    languages
      .map((language) => [language, inside(language)] as const)
      .filter(([, content]) => content !== '')
      .map(([language, content]) => `<${element} lang="${language}"${name === '' ? '' : ` class="${name}"`}>${content}</${element}>`)
      .join(''),
})
