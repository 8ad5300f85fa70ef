/** What a newcomer reads first is true: links lead somewhere, commands exist, versions are exact, decisions are complete. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesUnder, PROJECT, textOf } from '../support/project-files.ts'

interface Package {
  readonly scripts: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const { scripts, dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Package
const documents = filesUnder().filter((path) => path.endsWith('.md'))

describe('the documents', () => {
  it.each(documents)('%s links to files that exist', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !existsSync(join(PROJECT, dirname(path), link)))).toEqual([])
  })

  it.each(documents)('%s names files and folders of ours that exist', (path) => {
    const named = [...textOf(path).matchAll(/`((?:survey-schema|analysis|server|web|test|docs|\.ci)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? '',
    )
    expect(named.filter((name) => !existsSync(join(PROJECT, normalize(name))))).toEqual([])
  })

  it.each(documents)('%s names commands that exist', (path) => {
    const named = [...textOf(path).matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => match[1] ?? '')
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('shows two pictures in the README, small enough for a telephone, in words too', () => {
    const pictures = [...textOf('README.md').matchAll(/!\[([^\]]{60,})\]\((docs\/pictures\/[^)]+)\)/g)].map((match) => match[2] ?? '')
    expect(pictures).toEqual(['docs/pictures/page.png', 'docs/pictures/figure.png'])
    for (const path of pictures) expect(statSync(join(PROJECT, path)).size, path).toBeLessThan(200_000)
  })

  it('every version in package.json is exact', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })
})

describe('decision records', () => {
  const records = filesUnder('docs/decisions')
  const PARTS = ['Context', 'Options', 'Decision', 'What follows', 'How we will notice if it stops being true']

  it('are numbered without a gap', () => {
    expect(records.map((path) => Number(path.slice('docs/decisions/'.length, 'docs/decisions/'.length + 4)))).toEqual(
      records.map((_, at) => at + 1),
    )
  })

  it.each(records)('%s has a status, a date and every part in order', (path) => {
    const text = textOf(path)
    expect(text).toMatch(/^# \d+\.? .+\n\n\*\*Status.*\d{4}/)
    const places = PARTS.map((part) => text.search(new RegExp(`^(?:## |\\*\\*)${part}`, 'm')))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})
