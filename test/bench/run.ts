/** `npm run bench`, or parts of it by name, `npm run bench -- intake book`: ratios in one run on this machine. Nothing is asserted about time: a busy machine is no fault of the code. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { benchAudit } from './audit.ts'
import { benchBook } from './book.ts'
import { benchCounting } from './counting.ts'
import { benchEvidence } from './evidence.ts'
import { benchImport } from './import.ts'
import { benchIntake } from './intake.ts'
import { benchReading } from './reading.ts'
import { benchReads } from './reads.ts'
import { benchWeb } from './web.ts'
import { benchWithdrawals } from './withdrawals.ts'
import { benchWithhold } from './withhold.ts'

const DATA = '../shared'
const PATTERNS = `${DATA}/vectors/suppression`
const print = (line: string) => console.log(line)

print(
  `Node ${process.version}, ${process.platform} ${process.arch}. Goals: counting not slower than DuckDB, 1.2 bytes a code; intake 3 ms CPU a case, 250 MB; the published file 600 MB.`,
)
const PARTS = {
  counting: () => benchCounting(1_000_000, print),
  intake: async () => {
    await benchIntake(4000, print)
    await benchWithdrawals(print)
  },
  reads: () => benchReads(480, print),
  import: async () => {
    benchReading(200_000, print)
    await benchImport([10_000, 100_000], print)
  },
  // 50,000 cases take long: `npm run bench -- --long`.
  audit: () => benchAudit(print, process.argv.includes('--long') ? [500, 5000, 50_000] : [500, 5000]),
  evidence: () => benchEvidence(print),
  withhold: () => benchWithhold(print, existsSync(PATTERNS) ? PATTERNS : null),
  book: () => benchBook(5000, print),
  web: () => benchWeb(print),
  published: async () => (existsSync(DATA) ? published() : print(`published file: not measured, there is no ${DATA}`)),
} as const
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
for (const [name, measured] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await measured()

/** The rates of the accept run. */
async function published(): Promise<void> {
  print('published file, every tenth record submitted and published (npm run accept):')
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/accept/run.ts', '--data', DATA], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) if (/rows\/s|MB|passed/.test(line)) print(`  ${line.trim()}`)
}
