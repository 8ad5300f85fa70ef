/** Whoever follows a citation finds what it names: sections, chapters, tables, checks and decisions stand in the repository. */
import { describe, expect, it } from 'vitest'
import { filesUnder, textOf } from '../support/project-files.ts'
import { type Cited, citationsIn } from './citations.ts'

const headings = (path: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...textOf(path).matchAll(pattern)].map((found) => found[1] as string))

const SECTIONS = /^#{2,3} (\d+(?:\.\d+)?|[A-P])\.? /gm

/** What can be cited. */
const TARGETS: Readonly<Record<string, ReadonlySet<string>>> = {
  questionnaire: headings('docs/questionnaire.md', SECTIONS),
  'release model': headings('docs/release-model.md', SECTIONS),
  'table plan': headings('docs/table-plan.md', SECTIONS),
  chapter: headings('docs/table-plan.md', /^### Chapter (\d+)\. /gm),
  table: headings('docs/table-plan.md', /^\| (\d+\.\d+) \|/gm),
  check: headings('docs/questionnaire.md', /^\| (R\d\d) \|/gm),
  decision: new Set(filesUnder('docs/decisions').map((path) => String(Number(path.slice('docs/decisions/'.length).slice(0, 4))))),
}

const read = filesUnder()
  .filter((path) => /\.(?:tsx?|mjs|md)$/.test(path) && !path.startsWith('test/documents/'))
  .map((path): Cited => citationsIn(path, textOf(path)))

describe('citations', () => {
  it('lead to what they name', () => {
    const lost = read
      .flatMap(({ citations }) => citations)
      .filter(({ target, number }) => !TARGETS[target]?.has(number))
      .map(({ place, target, number }) => `${place} ${target} ${number}`)
    expect(lost).toEqual([])
  })

  it('are written in a form that can be followed', () => expect(read.flatMap(({ loose }) => loose)).toEqual([]))

  it.each(Object.keys(TARGETS))('of a %s are found at all', (target) =>
    expect(read.flatMap(({ citations }) => citations).filter((citation) => citation.target === target).length).toBeGreaterThan(0),
  )

  it('of a decision with a link name the decision that is linked', () => {
    const wrong = filesUnder()
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...textOf(path).matchAll(/\[(?:decision )?(\d+)\]\([^)]*?(\d{4})-[\w-]+\.md\)/g)]
          .filter(([, number, file]) => Number(number) !== Number(file))
          .map(([link]) => `${path} ${link}`),
      )
    expect(wrong).toEqual([])
  })

  it('over several lines of a comment, several at once, and none in a string', () => {
    const text = "/**\n * See release\n * model, sections 3 and 11.2.\n */\nconst a = 'release model, section 99'\n// by section 4\n"
    expect(citationsIn('a.ts', text)).toEqual({
      citations: [
        { place: 'a.ts:1', target: 'release model', number: '3' },
        { place: 'a.ts:1', target: 'release model', number: '11.2' },
      ],
      loose: ['a.ts:6'],
    })
  })
})
