import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { bookOf } from './analysis/book/book.ts'
import { PLAN } from './analysis/book/plan/plan.ts'
import { checksum } from './server/sealing/checksum.ts'
import { drawnFigures } from './server/export/drawn-figures.ts'
import { imageOf } from './server/export/figure-images.ts'
import { bookXlsx } from './server/export/book-xlsx.ts'
import { bookDocx } from './server/export/book-docx.ts'
import { blockSav } from './server/export/sav.ts'
import { blockParquet } from './server/export/block-parquet.ts'
const book = bookOf(JSON.parse(readFileSync(process.argv[2]!, 'utf8')), [], PLAN, checksum)
mkdirSync('/tmp/lookf', { recursive: true })
const time = (name: string, f: () => void) => { const t = performance.now(); f(); console.log(name, Math.round(performance.now() - t)) }
const figures = drawnFigures(book)
console.log(book.chapters.flatMap(c=>c.tables.flatMap(t=>t.figures.map(f=>f.kind+':'+f.id+':'+(figures.bare(f.id,'ja')?'y':'n')))).join(' '))
time('xlsx', () => writeFileSync('/tmp/lookf/book.xlsx', bookXlsx(book)))
for (const l of ['ja','en'] as const) time('docx '+l, () => writeFileSync(`/tmp/lookf/book.${l}.docx`, bookDocx(book, l, (id, lang) => { const p = figures.bare(id, lang); return p && imageOf(p) })))
const blocks = book.chapters.flatMap(c=>c.tables.flatMap(t=>t.blocks))
console.log(blocks.length, 'blocks')
const o = { edition: book.imprint.edition, policy: book.imprint.policy, fictional: true }
mkdirSync('/tmp/lookf/sav', { recursive: true })
time('sav', () => { for (const b of blocks) writeFileSync(`/tmp/lookf/sav/${b.id}.sav`, blockSav(b, o)) })
time('parquet', () => { for (const b of blocks) writeFileSync(`/tmp/lookf/sav/${b.id}.parquet`, blockParquet(b, o)) })
time('figs', () => { for (const c of book.chapters) for (const t of c.tables) for (const f of t.figures) { const p = figures.alone(f.id, 'ja'); if (p) { writeFileSync(`/tmp/lookf/${f.id}.svg`, p.svg); writeFileSync(`/tmp/lookf/${f.id}.png`, imageOf(p).png) } } })
