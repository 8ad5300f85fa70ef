/**
 * Markdown as authors need it beside a table: headings, paragraphs, emphasis, lists, links. Everything else, HTML included, is text.
 * Ours and not a library's, because the rule of CommonMark for the end of an emphasis asks for blanks or punctuation around it:
 * `**「借金」**が` would stay plain, and Japanese has no blanks.
 */

export interface Run {
  readonly text: string
  readonly strong?: true
  readonly emphasis?: true
  /** Begins with `https:`, `http:` or `mailto:`. */
  readonly address?: string
}

export type TextBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }

export interface Item {
  /** 0 to 2. */
  readonly depth: number
  readonly runs: readonly Run[]
}

const HEADING = /^([#＃]{1,6})[ \u3000]+(.+?)[ \u3000#＃]*$/u
/** A dot of a Japanese list needs no blank after it. */
const BULLET = /^([ \t\u3000]*)(?:[-*+][ \u3000]+|・[ \u3000]*)(.+)$/u
const NUMBER = /^([ \t\u3000]*)[0-9０-９]{1,3}[.)．）][ \u3000]+(.+)$/u
const DEEPEST = 2

export function textBlocks(markdown: string): readonly TextBlock[] {
  const parts: TextBlock[] = []
  let lines: string[] = []
  const close = () => {
    if (lines.length > 0) parts.push({ kind: 'paragraph', runs: runsOf(lines.join('\n')) })
    lines = []
  }
  for (const line of markdown.split(/\r\n?|\n/)) {
    const heading = HEADING.exec(line)
    const [bullet, number] = [BULLET.exec(line), NUMBER.exec(line)]
    const entry = bullet ?? number
    if (heading) {
      close()
      parts.push({ kind: 'heading', level: Math.min(3, heading[1]!.length) as 1 | 2 | 3, runs: runsOf(heading[2]!) })
    } else if (entry) {
      close()
      const ordered = bullet === null
      const item = { depth: depthOf(entry[1]!), runs: runsOf(entry[2]!.trimEnd()) }
      const list = parts.at(-1)
      // What stands further in belongs to the list above it; another mark at the first depth begins a list of its own.
      if (list?.kind === 'list' && (item.depth > 0 || list.ordered === ordered))
        parts[parts.length - 1] = { ...list, items: [...list.items, item] }
      else parts.push({ kind: 'list', ordered, items: [item] })
    } else if (line.trim() === '') close()
    else lines.push(line.trim())
  }
  close()
  return parts
}

/** Two blanks, or one full-width one, are a step. */
const depthOf = (indent: string) =>
  Math.min(DEEPEST, Math.floor([...indent].reduce((width, character) => width + (character === ' ' ? 1 : 2), 0) / 2))

/** A marked piece: a character that means itself, a link, then strong and emphasis. Names begin and end outside of Latin words. */
const MARKED =
  /\\([\\`*_{}[\]()#+\-.!])|\[([^\]\n]+)\]\(([^()\s]+)\)|\*\*(?=\S)(.+?)(?<=\S)\*\*|(?<![A-Za-z0-9_])__(?=\S)(.+?)(?<=\S)__(?![A-Za-z0-9_])|\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)|(?<![A-Za-z0-9_])_(?=[^\s_])(.+?)(?<=[^\s_])_(?![A-Za-z0-9_])/u
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>"'`\\]+$/iu

function runsOf(text: string, look: Omit<Run, 'text'> = {}): readonly Run[] {
  const runs: Run[] = []
  const put = (piece: string) => {
    const last = runs.at(-1)
    if (piece === '') return
    if (last && last.strong === look.strong && last.emphasis === look.emphasis && last.address === look.address)
      runs[runs.length - 1] = { ...last, text: last.text + piece }
    else runs.push({ ...look, text: piece })
  }
  let rest = text
  for (let found = MARKED.exec(rest); found; found = MARKED.exec(rest)) {
    const [whole, escaped, words, address, strong, strongToo, emphasis, emphasisToo] = found
    put(rest.slice(0, found.index))
    if (escaped !== undefined) put(escaped)
    else if (words !== undefined && address !== undefined) {
      if (ADDRESS.test(address)) runs.push(...runsOf(words, { ...look, address }))
      else put(whole)
    } else if (strong !== undefined || strongToo !== undefined) runs.push(...runsOf(strong ?? strongToo ?? '', { ...look, strong: true }))
    else runs.push(...runsOf(emphasis ?? emphasisToo ?? '', { ...look, emphasis: true }))
    rest = rest.slice(found.index + whole.length)
  }
  put(rest)
  return runs
}

/** The words alone, one line a part: for a sheet, where nothing has a look. */
export const linesOf = (parts: readonly TextBlock[]): readonly { readonly text: string; readonly heading: boolean }[] =>
  parts.flatMap((part) => {
    if (part.kind !== 'list')
      return plain(part.runs)
        .split('\n')
        .map((text) => ({ text, heading: part.kind === 'heading' }))
    const counts = [0, 0, 0]
    return part.items.map(({ depth, runs }) => {
      counts.fill(0, depth + 1)
      counts[depth] = (counts[depth] ?? 0) + 1
      return { text: `${'　'.repeat(depth)}${part.ordered ? `${counts[depth]}. ` : '・'}${plain(runs)}`, heading: false }
    })
  })

const plain = (runs: readonly Run[]) =>
  runs.map(({ text, address }) => (address === undefined || address === text ? text : `${text} (${address})`)).join('')
