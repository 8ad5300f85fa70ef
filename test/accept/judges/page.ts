/** What a browser makes of the HTML file: the tables as its own reader of HTML built them. */
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { Printed } from '../../support/printed.ts'

interface PageTable {
  readonly checksum: string
  readonly rows: readonly { readonly name: Said; readonly cells: readonly { readonly status: string; readonly said: Said }[] }[]
}
type Said = Readonly<Record<'ja' | 'en', string>>

export interface OpenedPage {
  readonly tables: Readonly<Record<string, PageTable>>
  readonly text: Said
}

export async function openedInBrowser(page: Page, path: string): Promise<OpenedPage> {
  await page.goto(pathToFileURL(path).href, { waitUntil: 'domcontentloaded' })
  return page.evaluate(readPage)
}

/** Pixels by which the page is wider than the window, the worse of its two languages. */
export async function runningOver(page: Page): Promise<number> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const first = await over()
  await page.getByText('English', { exact: true }).first().click()
  return Math.max(first, await over())
}

/** Runs in the browser. */
function readPage(): OpenedPage {
  const inLanguage = (node: Node, other: string): string =>
    node instanceof Element && (node.getAttribute('lang') === other || ['STYLE', 'IMG'].includes(node.tagName))
      ? ''
      : node.childNodes.length === 0
        ? (node.textContent ?? '')
        : [...node.childNodes].map((child) => inLanguage(child, other)).join(' ')
  const said = (node: Node) => ({ ja: inLanguage(node, 'en'), en: inLanguage(node, 'ja') })
  const tables = [...document.querySelectorAll('.block')].map((block) => {
    const table = block.querySelector('table')
    const rows = [...(table?.tBodies[0]?.rows ?? [])].map(({ cells: [name, ...cells] }) => ({
      name: said(name!),
      cells: cells.map((cell) => ({ status: cell.dataset.status ?? '', said: said(cell) })),
    }))
    return [block.id, { checksum: table?.dataset.checksum ?? '', rows }] as const
  })
  return { tables: Object.fromEntries(tables), text: said(document.body) }
}

const ALOUD = { withheld: { ja: '秘匿', en: 'withheld' }, not_applicable: { ja: '該当しえない', en: 'cannot occur' } } as const
const bare = (text: string) => text.replaceAll(/\s/g, '')

export function inPage(table: PageTable | undefined, { checksum, lines, besides }: Printed): boolean {
  if (!table || table.checksum !== checksum || table.rows.length !== lines.length) return false
  return lines.every(({ name, cells }, at) => {
    const row = table.rows[at]!
    return (['ja', 'en'] as const).every((language) => {
      const expected = cells.flatMap(({ text, share, status }) => {
        const aloud = status === 'withheld' || status === 'not_applicable' ? ALOUD[status][language] : ''
        const part = share?.[language] ?? ''
        return besides ? [`${text[language]}${aloud}`, part] : [`${text[language]}${aloud}${part}`]
      })
      const marked = cells.every(
        ({ status }, place) =>
          (row.cells[besides ? place * 2 : place]?.status ?? '') === (['withheld', 'not_applicable'].includes(status) ? status : ''),
      )
      return (
        marked &&
        bare(row.name[language]) === bare(name[language]) &&
        bare(expected.join('|')) === bare(row.cells.map(({ said }) => said[language]).join('|'))
      )
    })
  })
}
