/** The book from real bundles of a fictional network: whole, from published figures only, and silent with a reason where there are none. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sumOfReleased } from '../../../../analysis/disclosure/released/sums.ts'
import { printedLines } from '../../../../analysis/publication/book/printed-lines.ts'
import { basePlace, cellAt } from '../../../../analysis/publication/released-cells.ts'
import type { Book } from '../../../../survey-schema/release/book.ts'
import type { Bundle } from '../../../../survey-schema/release/bundle.ts'
import type { Text } from '../../../../survey-schema/text.ts'
import { bookFor, isDerived, isTable, printedCells, sha256, tableIn, twoBundles, withheldIn } from '../../../support/book.ts'

let first: Bundle
let second: Bundle
let book: Book
beforeAll(() => {
  const bundles = twoBundles()
  first = bundles[0]
  second = bundles[1]
  book = bookFor(second, [first])
})

const tablesOf = ({ chapters }: Book) => chapters.flatMap(({ tables }) => tables)
const printedBlocksOf = (one: Book) => tablesOf(one).flatMap(({ blocks }) => blocks)

const wordsIn = (value: unknown): Text[] =>
  typeof value !== 'object' || value === null
    ? []
    : 'ja' in value && 'en' in value
      ? [value as Text]
      : Object.values(value).flatMap(wordsIn)

describe('the book', () => {
  it('has every table of the plan, printed or silent with a reason', () => {
    expect(tablesOf(book)).toHaveLength(62)
    for (const { number, blocks, silent } of tablesOf(book)) expect(blocks.length === 0, number).toBe(silent !== null)
    const silent = tablesOf(book).flatMap((table) => (table.silent ? [table.number] : []))
    expect(silent).toEqual(['9.6', '13.2', '13.3'])
  })

  it('P80 prints tables of the bundles as they are, or their sums', () => {
    const bundled = new Map([...first.tables, ...second.tables].map((table) => [table.checksum, table]))
    const all = [...first.tables, ...second.tables]
    for (const { table } of printedBlocksOf(book).filter(isTable)) {
      const expected =
        bundled.get(table.checksum) ??
        sumOfReleased(
          all.filter(({ id }) => id === table.id),
          sha256,
        )
      expect(table).toEqual(expected)
    }
  })

  it('P87 says what every derived cell was read from, and has no figure that is not published or a sum of published ones', () => {
    const cells = new Map<string, number[]>()
    for (const table of [...first.tables, ...second.tables])
      cells.set(
        `${table.slice}/${table.id}`,
        table.cells.flatMap((cell) => ('figure' in cell ? [cell.figure] : [])),
      )
    const derived = printedBlocksOf(book).filter(isDerived)
    expect(derived.length).toBeGreaterThan(8)
    for (const { rows, head } of derived)
      for (const { cells: row, line } of rows) {
        expect(row).toHaveLength(head.length - 1)
        for (const { cell, from } of row) {
          if (cell.status === 'shown' && !from[0]?.endsWith('/routes') && !from[0]?.startsWith('all/'))
            expect(
              from.flatMap((name) => cells.get(name) ?? []),
              line.code,
            ).toContain(cell.figure)
          if ('figure' in cell) expect(cell.figure).toBeGreaterThanOrEqual(5)
        }
      }
  })

  it('gives every line of a derived block a code of its own: formats tell lines apart by it', () => {
    for (const { id, rows } of printedBlocksOf(book).filter(isDerived)) {
      const codes = rows.map(({ line }) => line.code)
      expect([...new Set(codes)], id).toEqual(codes)
    }
  })

  it('says so where no route is shared by enough people, and prints no table without lines', () => {
    const bare = bookFor({ ...first, routes: first.routes && { ...first.routes, origins: [] } })
    for (const number of ['5.4', '5.5']) {
      const { blocks, silent } = tableIn(bare, number)
      expect([number, blocks.filter(({ kind }) => kind !== 'table').length]).toEqual([number, 0])
      if (blocks.length === 0) expect(silent!.en).toBe('No route is shown, because none is shared by 10 people or more.')
    }
    for (const block of printedBlocksOf(bare)) if (isDerived(block)) expect(block.rows.length, block.id).toBeGreaterThan(0)
  })

  it('claims no more of the audits than a bundle can prove', () => {
    const [block] = tableIn(book, '14.1').blocks.filter(isDerived)
    const audits = block!.rows.filter(({ line }) => line.code.startsWith('audit_'))
    expect(audits).toHaveLength(3)
    for (const { en, ja } of wordsIn(audits.map(({ cells }) => cells))) expect(`${en} ${ja}`).not.toMatch(/done|passed|実施|合格/i)
    expect(block!.notes.some(({ en }) => en.includes('hold no record of it'))).toBe(true)
  })

  it('P87 adds up published cells and nothing else, and says how many of them are known', () => {
    const alone = bookFor(first)
    const judged = first.tables.find(({ id }) => id === 'org_judgement@list')!
    const figure = (code: string) => {
      const cell = judged.cells[judged.axes[0].lines.findIndex((line) => line.code === code)]!
      return 'figure' in cell ? cell.figure : null
    }
    const both = tableIn(alone, '12.3')
      .blocks.filter(isDerived)[0]!
      .rows.find(({ line }) => line.code === 'actual_or_possible')!
    expect([figure('actual'), figure('possible')].every((one) => one !== null)).toBe(true)
    expect(both.cells[0]!.cell).toEqual({ status: 'sum', figure: figure('actual')! + figure('possible')!, parts: 2, of: 2 })
    const images = first.tables.find(({ id }) => id === 'image_before@list,image_after@list')!
    const scale = ['very_good', 'good', 'neutral', 'bad', 'very_bad']
    const [before, after] = images.axes as [(typeof images.axes)[0], (typeof images.axes)[0]]
    const fell = before.lines.flatMap((from, row) =>
      after.lines.flatMap((to, column) =>
        scale.includes(from.code) && scale.indexOf(to.code) > scale.indexOf(from.code)
          ? [images.cells[row * after.lines.length + column]!]
          : [],
      ),
    )
    const known = fell.flatMap((cell) => ('figure' in cell ? [cell.figure] : []))
    const said = tableIn(alone, '8.3')
      .blocks.filter(isDerived)[0]!
      .rows.find(({ line }) => line.code === 'fell')!
    expect(said.cells[0]!.cell).toEqual({
      status: 'sum',
      figure: known.reduce((sum, one) => sum + one, 0),
      parts: known.length,
      of: fell.length,
    })
  })

  it('prints all editions together and the newest by itself, each once', () => {
    const slices = tableIn(book, '2.4')
      .blocks.filter(isTable)
      .map(({ table }) => table.slice)
    expect(slices).toEqual(['all', 'fictional-2', 'all', 'fictional-2', 'all', 'fictional-2', 'all', 'fictional-2'])
    expect(
      tableIn(book, '1.1')
        .blocks.filter(isTable)
        .map(({ table }) => table.slice),
    ).toEqual(['all'])
    expect(
      tableIn(book, '13.1')
        .blocks.filter(isTable)
        .map(({ table }) => table.slice),
    ).toEqual(['fictional-2'])
    const alone = bookFor(first)
    expect(
      tableIn(alone, '2.4')
        .blocks.filter(isTable)
        .map(({ table }) => table.slice),
    ).toEqual(Array(4).fill('fictional-1'))
    expect(alone.imprint).toMatchObject({ edition: 'fictional-1', volume: 'volume-fictional-1', policy: 'v2', fictional: true })
    expect(book.imprint).toMatchObject({ edition: 'fictional-2', editions: ['fictional-1', 'fictional-2'] })
  })

  it('names every block, figure and table once, and draws blocks of the same table', () => {
    const ids = printedBlocksOf(book).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^table-\d+-\d+-[a-z]\d*$/.test(id))).toBe(true)
    const figures = tablesOf(book).flatMap((table) => table.figures)
    expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length)
    for (const { figures: some, blocks } of tablesOf(book))
      for (const { draws } of some) expect(blocks.map(({ id }) => id)).toEqual(expect.arrayContaining([...draws]))
  })

  it('P87 draws a computed table only as flows, or where its first column is what it counts', () => {
    const drawn = tablesOf(book).filter(({ figures, blocks }) =>
      figures.some(({ draws }) => blocks.some(({ id, kind }) => kind === 'derived' && draws.includes(id))),
    )
    expect(drawn.map(({ number }) => number)).toEqual(['5.5', '8.3', '9.5', '12.3'])
    // Its first column is the base of a concentration.
    expect(tableIn(book, '2.3').figures).toEqual([])
  })

  it('draws a crosstab as it is planned only where it has what the drawing needs, and maps areas of Japan', () => {
    const seen = new Set<string>()
    for (const { number, figures, blocks } of tablesOf(book))
      for (const { kind, draws } of figures) {
        const block = blocks.filter(isTable).find(({ id }) => id === draws[0])
        if (!block || block.table.axes.length === 1) continue
        const [down, across] = block.rowAxis === 0 ? block.table.axes : [block.table.axes[1]!, block.table.axes[0]]
        seen.add(kind)
        const parts = block.rows.filter((row) => ['value', 'rest'].includes(down.lines[row]!.role))
        if (['stacked', 'lines', 'dots'].includes(kind)) expect(block.shares, number).not.toBeNull()
        if (kind === 'stacked') expect([down.kind, parts.length <= 7], number).toEqual(['single', true])
        if (kind === 'lines') expect(['year', 'period3'], number).toContain(across!.level)
        if (kind === 'pyramid') expect(down.lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['woman', 'man']))
      }
    expect([...seen]).toEqual(expect.arrayContaining(['stacked', 'lines', 'japan-map', 'heat', 'sankey']))
    for (const number of ['5.3', '7.2']) expect(tableIn(book, number).figures.map(({ kind }) => kind)).toContain('japan-map')
  })

  it('says everything in both languages', () => {
    for (const { ja, en } of wordsIn(book.chapters)) {
      expect(ja).not.toBe('')
      expect(en).not.toMatch(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u)
    }
  })

  it('is the same twice, and without an order of its own for what is withheld', () => {
    expect(bookFor(second, [first])).toEqual(book)
    for (const block of printedBlocksOf(book).filter(isTable)) {
      const axis = block.table.axes[block.rowAxis]!
      if (!['country', 'subregion', 'prefecture', 'language'].includes(axis.level)) continue
      const other = block.table.axes[1 - block.rowAxis]
      const across = other ? basePlace(other) : 0
      const values = block.rows.filter((row) => axis.lines[row]!.role === 'value')
      const withheld = values.filter((row) => !('figure' in cellAt(block.table, block.rowAxis, row, across)))
      expect(values.slice(values.length - withheld.length)).toEqual(withheld)
      expect(withheld.map((row) => axis.lines[row]!.code)).toEqual(withheld.map((row) => axis.lines[row]!.code).sort())
    }
  })

  it('P87 gives a percentage only on bases of 20 or more, of two published figures, and never above 100', () => {
    let shares = 0
    for (const block of printedBlocksOf(book).filter(isTable)) {
      const { table, rowAxis, rows, columns } = block
      for (const [down, row] of (block.shares ?? []).entries())
        for (const [across, share] of row.entries()) {
          if (share === null) continue
          shares += 1
          const cell = cellAt(table, rowAxis, rows[down]!, columns[across] ?? 0)
          expect('figure' in cell).toBe(true)
          expect(Number(/^\d+/.exec(share.en)![0])).toBeLessThanOrEqual(100)
          expect(share.ja.replace('（', ' (').replace('）', ')').replace('～', '–')).toBe(share.en)
        }
    }
    expect(shares).toBeGreaterThan(500)
  })
})

describe('a bundle with gaps', () => {
  it('of a single small edition has no crosstabs, and says what they wait for', () => {
    const small = bookFor({
      ...first,
      manifest: { ...first.manifest, volume: null },
      routes: null,
      tables: first.tables.filter(({ axes }) => axes.length === 1),
    })
    expect(tableIn(small, '5.3').silent?.ja).toContain('組み合わせた表は')
    expect(tableIn(small, '5.4').silent?.en).toContain('wait until')
    expect(tableIn(small, '1.2').blocks.length).toBeGreaterThan(0)
  })

  it('that lacks a table says that it is not there', () => {
    const older = { ...first, tables: first.tables.filter(({ id }) => !id.includes('threats_received')) }
    const table = tableIn(bookFor(older), '11.4')
    expect(table.blocks.filter(isTable).map(({ table: { id } }) => id)).toEqual([
      'reintegration_obstacles@list',
      'livelihood_after@list',
      'retrafficked@list',
    ])
    const none = { ...first, tables: first.tables.filter(({ id }) => !/threats|reintegration|livelihood_after|retrafficked/.test(id)) }
    expect(tableIn(bookFor(none), '11.4').silent).toMatchObject({ en: 'This edition does not hold the table.' })
  })

  it('in which everything is withheld prints the token alone: no share, no statistic, no sentence', () => {
    const silent = bookFor(withheldIn(first))
    for (const block of printedBlocksOf(silent)) {
      if (isTable(block)) {
        expect(printedCells(block).every((cell) => !('figure' in cell))).toBe(true)
        expect(block.shares).toBeNull()
        expect(block.statistics).toBeNull()
      }
      if (isDerived(block)) for (const { cells } of block.rows) for (const { cell } of cells) expect('figure' in cell).toBe(false)
    }
    expect(tablesOf(silent).flatMap(({ sentences }) => sentences)).toEqual([])
  })

  it('is printed coarser, or as two tables, where less than half of the cases could be shown', () => {
    const fine = 'route_origin@country'
    const coarser = withheldIn(first, (id) => id !== `exploitation_prefectures@area8,${fine}`)
    const printed = tableIn(bookFor(coarser), '5.3').blocks.filter(isTable)
    expect(printed.map(({ table }) => table.id)).toEqual(['exploitation_prefectures@area8,route_origin@subregion'])
    expect(printed[0]!.notes.some(({ en }) => en.startsWith('Printed by larger groups'))).toBe(true)
    const apart = withheldIn(first, (id) => !id.includes('exploitation_prefectures@area8,'))
    expect(
      tableIn(bookFor(apart), '5.3')
        .blocks.filter(isTable)
        .map(({ table }) => table.id),
    ).toEqual([fine, 'exploitation_prefectures@area8'])
  })
})

it('puts places by published figure and keeps the order of bands', () => {
  const country = first.tables.find(({ id }) => id === 'route_origin@country')!
  const figures = printedLines(country, 0).rows.flatMap((row) => {
    const cell = country.cells[row]!
    return country.axes[0].lines[row]!.role === 'value' && 'figure' in cell ? [cell.figure] : []
  })
  expect(figures).toEqual([...figures].sort((a, b) => b - a))
  const bands = first.tables.find(({ id }) => id === 'debt_band@band')!
  expect(printedLines(bands, 0).rows).toEqual([...printedLines(bands, 0).rows].sort((a, b) => a - b))
})
