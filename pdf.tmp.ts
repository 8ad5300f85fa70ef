import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { bookOf } from './analysis/book/book.ts'
import { PLAN } from './analysis/book/plan/plan.ts'
import { checksum } from './server/sealing/checksum.ts'
import { drawnFigures } from './server/export/drawn-figures.ts'
import { bookPdf } from './server/export/book-pdf.ts'
const book = bookOf(JSON.parse(readFileSync(process.argv[2]!, 'utf8')), [], PLAN, checksum)
const figures = drawnFigures(book)
for (const l of ['ja','en'] as const) { const t = performance.now(), c = process.cpuUsage(); writeFileSync(`/tmp/lookf/book.${l}.pdf`, await bookPdf(book, l, figures)); const u = process.cpuUsage(c); console.log(l, Math.round(performance.now() - t), (u.user+u.system)/1e6) }
