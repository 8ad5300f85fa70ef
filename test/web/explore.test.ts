/** What explore thinks: where a word leads, what is offered where all is withheld, and what stands first on the start page. */
import { execFile, spawnSync } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewOfJsonStat } from '../../analysis/publication/figures/views/released-view.ts'
import { contentInOrder } from '../../analysis/publication/figures/views/view-lines.ts'
import type { BookContents } from '../../survey-schema/release/book.ts'
import { VARIABLES } from '../../survey-schema/variables/index.ts'
import { nearTables, showsNothing } from '../../web/explore/all-withheld.tsx'
import { releasedTables } from '../../web/explore/released-tables.ts'
import { searchIn, wordsOf } from '../../web/explore/search-index.ts'
import { pythonSnippet, rSnippet } from '../../web/explore/snippets.ts'
import { windowTitle } from '../../web/explore/window-title.ts'
import { largest, largestRoutes } from '../../web/start/headlines.ts'

/** What a glance over a shoulder must not read. */
const SUBJECT = /traffick|exploit|victim|offender|threat|sex|debt|detention|人身|搾取|被害|性的|借金|加害/i

const CONTENTS = {
  chapters: [{ id: 'routes', tables: [{ number: '5.4', title: { ja: '主な経路', en: 'Main routes' } }] }],
} as unknown as BookContents

describe('search', () => {
  const look = searchIn(CONTENTS, (variable) => variable !== 'gender')
  const ids = (typed: string) => look(typed).map((find) => (find.kind === 'variable' ? find.id : `table ${find.number}`))

  it('reads Japanese in pairs of characters, and everything else by words', () => {
    expect(wordsOf('在留資格 Viet Nam')).toEqual(['在留', '留資', '資格', 'viet', 'nam'])
    expect(wordsOf('ﾍﾞﾄﾅﾑ　Ａ')).toEqual(['ベト', 'トナ', 'ナム', 'a'])
  })

  it('finds variables by name and by answer in both languages, tables of the book by title, and nothing that is not held', () => {
    expect(ids('国籍')[0]).toBe('citizenship')
    expect(ids('citizen')).toContain('citizenship')
    expect(ids('ベトナム')).toContain('citizenship')
    expect(ids('Viet Nam')).toContain('citizenship')
    expect(ids('主な経路')).toContain('table 5.4')
    expect(ids('性別')).not.toContain('gender')
    expect(ids('存在しない言葉')).toEqual([])
    const [first] = look('ベトナム')
    expect(first?.kind === 'variable' && first.answer?.ja).toBe('ベトナム')
  })
})

const dataset = (codes: readonly string[], roles: readonly string[], value: readonly (number | null)[], id = 'route_origin') => ({
  class: 'dataset',
  id: [id],
  size: [codes.length],
  dimension: {
    [id]: {
      label: 'Label',
      category: { index: codes, label: Object.fromEntries(codes.map((code) => [code, `the ${code.split('>').at(-1)}`])) },
    },
  },
  value,
  extension: { edition: '2026-1', policy: 'v2', checksum: 'c', fictional: true, roles: { [id]: roles }, kinds: { [id]: 'single' } },
})

describe('tables', () => {
  it('print joined small categories last, whatever their figure, and withheld ones after shown ones', () => {
    const view = viewOfJsonStat(dataset(['A', 'rest', 'B', 'C'], ['value', 'rest', 'value', 'value'], [5, 90, null, 7]), [
      'route_origin@country',
    ])
    expect(contentInOrder(view).map(({ code }) => code)).toEqual(['C', 'A', 'B', 'rest'])
  })

  it('are read from what a server sends, and from nothing else', () => {
    const good = dataset(['A'], ['value'], [5])
    expect(viewOfJsonStat(good, []).fictional).toBe(true)
    for (const change of [{ id: 'x' }, { value: ['5'] }, { value: [5, 6] }, { dimension: {} }, { extension: null }, { size: [2] }])
      expect(() => viewOfJsonStat({ ...good, ...change }, []), JSON.stringify(change)).toThrow()
    expect(() => viewOfJsonStat(dataset(['A'], ['invented'], [5]), [])).toThrow()
  })

  it('with nothing shown lead to coarser ones, then to each variable by itself, never to a finer one', () => {
    const view = viewOfJsonStat(dataset(['A', 'total'], ['value', 'total'], [null, 50]), ['route_origin@country'])
    expect(showsNothing(view)).toBe(true)
    const tables = releasedTables([
      'citizenship@country',
      'citizenship@subregion',
      'gender@list',
      'citizenship@country,gender@list',
      'citizenship@subregion,gender@list',
      'citizenship@region,gender@list',
    ])
    expect(nearTables(tables, { rows: 'gender@list', columns: 'citizenship@subregion' })).toEqual([
      { rows: 'gender@list', columns: 'citizenship@region' },
      { rows: 'gender@list', columns: null },
      { rows: 'citizenship@country', columns: null },
      { rows: 'citizenship@subregion', columns: null },
    ])
    expect(nearTables(tables, { rows: 'citizenship@country', columns: null })).toEqual([{ rows: 'citizenship@subregion', columns: null }])
  })

  it('give the start page their largest figures, of categories and of whole routes alone', () => {
    const roles = ['value', 'rest', 'value', 'further']
    const tree = dataset(['PH', 'PH>any', 'PH>any>kanto', 'PH>any>further'], roles, [90, 90, 40, 50], 'route')
    expect(largestRoutes(viewOfJsonStat(tree, []))).toEqual([{ label: 'the PH → the kanto', figure: 40 }])
    const single = dataset(['A', 'B', 'rest', 'C', 'D'], ['value', 'value', 'rest', 'value', 'value'], [5, null, 99, 8, 6])
    expect(largest(viewOfJsonStat(single, [])).map(({ figure }) => figure)).toEqual([8, 6, 5])
  })
})

describe('lines to copy', () => {
  const CSV = 'gender,cases,status\r\nwoman,426,shown\r\nother,x,withheld\r\nnone,.,not_applicable\r\n'
  let server: Server
  let address = ''
  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader('Content-Type', 'text/csv').end(CSV))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/table?a=1&format=csv`
  })
  afterAll(() => server.close())
  const installed = (program: string) => spawnSync(program, ['--version']).status === 0

  it.each([
    [
      'python3',
      ['-c'],
      pythonSnippet,
      '\nprint(sum(row["cases"] or 0 for row in rows), [row["cases"] is None for row in rows])',
      '426 [False, True, True]',
    ],
    ['Rscript', ['-e'], rSnippet, '\ncat(sum(cases$cases, na.rm = TRUE), is.na(cases$cases))', '426 FALSE TRUE TRUE'],
  ] as const)('P88 read a withheld figure as missing in %s', async (program, option, snippet, check, expected) => {
    if (!installed(program)) return expect(program).toBeDefined()
    // Not awaited in step: the server answers in this process while the program runs.
    const said = await new Promise<string>((resolve, reject) =>
      execFile(program, [...option, `${snippet(address)}${check}`], (error, out) => (error ? reject(error) : resolve(out))),
    )
    expect(said.trim().split('\n').at(-1)).toBe(expected)
  })
})

describe('the window title of a table', () => {
  const title = (rows: string | null, columns: string | null = null) => windowTitle({ rows, columns }).en

  it('says what is counted', () => {
    expect(title(null)).toBe('Tables')
    expect(title('citizenship@country')).toBe('Tables: Citizenship')
    expect(title('gender', 'citizenship@region')).toBe('Tables: Gender × Citizenship')
  })

  it('P71 says nothing that names the subject, of one variable or of two', () => {
    expect(title('exploitation_types@list')).toBe('Tables')
    expect(title('citizenship@country', 'means_of_control@list')).toBe('Tables: Citizenship × …')
    for (const { id } of VARIABLES)
      expect(Object.values(windowTitle({ rows: id, columns: 'exploitation_types' })).join()).not.toMatch(SUBJECT)
  })
})
