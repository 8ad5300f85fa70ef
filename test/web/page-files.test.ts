/** The built pages over a bad line: how many files each asks for at once, and how heavy they are. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT } from '../support/project-files.ts'

const BUILT = join(PROJECT, 'dist/web')
/** Connections of a browser to a server that speaks HTTP/1.1: a seventh file waits until one of six has come. */
const CONNECTIONS = 6
/** Bytes as they travel, of styles and scripts; the page is seen once they are there. */
const HEAVIEST: Readonly<Record<string, number>> = {
  questionnaire: 90_000,
  index: 45_000,
  explore: 90_000,
  answer: 45_000,
  withdraw: 45_000,
}
const ANY_PAGE = 120_000

const pages = readdirSync(BUILT).filter((name) => name.endsWith('.html'))
const filesOf = (page: string) => [
  ...new Set([...readFileSync(join(BUILT, page), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file as string)),
]

describe('the files of a page', () => {
  it.each(pages)('P72 %s asks for at most six, and for no more than a bad line carries', (page) => {
    const files = filesOf(page)
    expect(files.length).toBeGreaterThan(2)
    expect(files.length).toBeLessThanOrEqual(CONNECTIONS)
    const bytes = files.reduce((sum, file) => sum + statSync(join(BUILT, `${file}.br`)).size, 0)
    expect(bytes).toBeLessThanOrEqual(HEAVIEST[page.replace('.html', '')] ?? ANY_PAGE)
  })

  it('are all there: what a script imports is named by its page, so that nothing is found only once another file has come', () => {
    let found = 0
    for (const page of pages) {
      const files = filesOf(page)
      for (const file of files.filter((name) => name.endsWith('.js'))) {
        const code = readFileSync(join(BUILT, file), 'utf8')
        const imported = [...code.matchAll(/(?:^|[;}])(?:import|export)\b[^"'();]*?["']\.\/([\w-]+\.js)["']/g)].map(
          ([, name]) => `assets/${name}`,
        )
        found += imported.length
        expect(imported.filter((name) => !files.includes(name))).toEqual([])
      }
    }
    expect(found).toBeGreaterThan(pages.length)
  })
})
