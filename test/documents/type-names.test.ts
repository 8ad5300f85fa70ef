/** A type name stands for one thing: what is exported is declared once, and no file keeps a type of its own under the same name. */
import { describe, expect, it } from 'vitest'
import { declarationsIn, declarationsUnder, declaredTwice } from './type-declarations.ts'

const PACKAGES = ['survey-schema', 'analysis', 'server', 'web']

/** Words with several everyday meanings: declared once in the whole project, tests and types of a single file included. */
const ONE_MEANING: ReadonlySet<string> = new Set(['Telling', 'Grid', 'Decisions', 'Part', 'Language', 'Route', 'Text', 'Line', 'Cell'])

const THE_SAME_ANSWER = 'one answer of the API: the server types it by its schema, the page infers it from the route'

/** Names that are declared twice for one and the same thing, and why it is not declared once. */
const ALLOWED: Readonly<Record<string, string>> = {
  Edition: THE_SAME_ANSWER,
  ImportAnswer: THE_SAME_ANSWER,
  PartAnswer: THE_SAME_ANSWER,
  Receipts: 'what a route needs of the receipts; features import no other feature, and both are given the same object',
}

describe('type names', () => {
  it('an exported type name is declared once, or has an entry with the reason', () => {
    const twice = declaredTwice(declarationsUnder(PACKAGES), ONE_MEANING)
    expect(Object.fromEntries([...twice].filter(([name]) => !Object.hasOwn(ALLOWED, name)))).toEqual({})
  })

  it('every entry is still needed', () => {
    const twice = declaredTwice(declarationsUnder(PACKAGES), ONE_MEANING)
    expect(Object.keys(ALLOWED).filter((name) => !twice.has(name))).toEqual([])
  })

  it('words with several everyday meanings are declared once, tests included', () => {
    const all = declarationsUnder([...PACKAGES, 'test']).filter(({ name }) => ONE_MEANING.has(name))
    expect(Object.fromEntries(declaredTwice(all, ONE_MEANING))).toEqual({})
    expect(all.map(({ name }) => name)).toContain('Language')
  })

  it.each([
    ['two exports', 'export interface Sheet {}', 'export type Sheet = string', ['Sheet']],
    ['an export and a type of one file', 'export class Sheet<T> extends Base {}', 'type Sheet = string', ['Sheet']],
    ['a word, in two files', 'type Language = string', '  interface Language extends Text {', ['Language']],
    ['types of one file each', 'interface Options {', 'interface Options {', []],
    ['an export and its import', 'export interface Sheet {', "import {\n  type Sheet,\n  type Sheet as Other,\n} from './sheet.ts'", []],
    ['an export that is handed on', 'export interface Sheet {', "export type { Sheet } from './sheet.ts'", []],
  ])('%s', (_, one, other, found) => {
    const declarations = [...declarationsIn('server/a.ts', one), ...declarationsIn('web/b.ts', other)]
    expect([...declaredTwice(declarations, ONE_MEANING).keys()]).toEqual(found)
  })
})
