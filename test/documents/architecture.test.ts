/** The pages about the layout are true: each folder is in the table, each named file declares its name, both crossings say what they are. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT, textOf } from '../support/project-files.ts'
import { declares } from './declared.ts'

const foldersIn = (path: string) =>
  readdirSync(join(PROJECT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${path}/${entry.name}`)

describe('docs/architecture.md', () => {
  const listed = [...textOf('docs/architecture.md').matchAll(/^\| (`[^|]+`) \|/gm)].flatMap((row) =>
    [...row[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!),
  )

  it('names every folder of the packages but those of pages and tests', () => {
    const there = ['survey-schema', 'analysis', 'server'].flatMap(foldersIn)
    expect(there.filter((folder) => !listed.includes(folder))).toEqual([])
  })

  it('says in the first line of each crossing what stops there', () => {
    expect(textOf('survey-schema/answers/strip.ts')).toMatch(/^\/\*\*\n \* Identity stops here\. /)
    expect(textOf('analysis/disclosure/released/release.ts')).toMatch(/^\/\*\*\n \* Exact counts stop here\. /)
  })
})

describe('docs/one-figure.md', () => {
  const text = textOf('docs/one-figure.md').replace(/\s+/g, ' ')
  const steps = [...text.matchAll(/`(\w+)` in `([\w./-]+)`/g)].map((match) => [match[1]!, match[2]!] as const)

  it('leads from the intake to a file', () => {
    expect(steps.length).toBeGreaterThan(25)
    expect([steps[0]![1], steps.at(-1)![1]]).toEqual(['server/intake/route.ts', 'analysis/publication/figures/table-drawing.ts'])
  })

  it.each(steps)('%s is declared in %s', (name, path) => {
    expect(declares(path, name)).toBe(true)
  })
})
