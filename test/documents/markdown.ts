/** Markdown from data, and a template filled with it. */
import { textOf } from '../support/project-files.ts'

/** A text inside a cell of a table: a bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

export const code = (text: string): string => `\`${text}\``

export const codes = (texts: readonly string[]): string => (texts.length === 0 ? '–' : texts.map(code).join(', '))

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n')

/**
 * The template with every `<!-- name -->` replaced by the part of that name.
 * @throws RangeError for a place without a part, and for a part without a place
 * @example filled('docs/templates/questionnaire.md.in', { summary: '91 questions.' })
 */
export function filled(template: string, parts: Readonly<Record<string, string>>): string {
  const unused = new Set(Object.keys(parts))
  const text = textOf(template).replaceAll(/<!-- ([\w-]+) -->/g, (_, name: string) => {
    const part = parts[name]
    if (part === undefined) throw new RangeError(`the template asks for ${name}, which nobody writes`)
    unused.delete(name)
    return part
  })
  if (unused.size > 0) throw new RangeError(`the template has no place for ${[...unused].join(', ')}`)
  return text
}
