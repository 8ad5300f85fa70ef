/** The audit log as lines, for a verifier: entries, heads and cosignatures of both chains, and nothing else. */
import { CHAINS, type Chain } from '../../survey-schema/audit-log/entry.ts'
import { LOG_FORMAT, type LogLine, writeLine } from '../../survey-schema/audit-log/log-file.ts'
import { toHex } from '../sealing/bytes.ts'
import { read, type Store } from '../store/port.ts'
import { cosignaturesOf, type EntryRow, entriesAfter, headsOf, lastLinked } from '../store/queries/audit-heads.ts'
import { linkNew } from './keep-log.ts'

const PAGE = 1000

/** Lines without their line ends. Entries have their running hashes first. */
export async function* exportedLog(store: Store): AsyncGenerator<string> {
  for (const chain of CHAINS) await linkNew(store, chain)
  // Cosignatures before heads and heads before entries, because the log grows meanwhile and each of them names one of the next kind.
  const cosignatures = (await Promise.all(CHAINS.map((chain) => read(store, cosignaturesOf(chain))))).flat()
  const heads = (await Promise.all(CHAINS.map((chain) => read(store, headsOf(chain))))).flat()
  let entries = 0
  yield writeLine({ log: LOG_FORMAT })
  for (const chain of CHAINS)
    for await (const entry of linkedEntries(store, chain)) {
      entries++
      yield writeLine({ entry: withTexts(entry) } as LogLine)
    }
  for (const head of heads) yield writeLine({ head: withTexts(head) } as LogLine)
  for (const cosignature of cosignatures) yield writeLine({ cosignature: withTexts(cosignature) } as LogLine)
  yield writeLine({ end: { entries, heads: heads.length, cosignatures: cosignatures.length } })
}

/** Those that have their running hash as this begins. */
async function* linkedEntries(store: Store, chain: Chain): AsyncGenerator<EntryRow> {
  const [last] = await read(store, lastLinked(chain))
  for (let after = 0; ; ) {
    const page = await read(store, entriesAfter(chain, after, PAGE))
    yield* page.filter(({ position }) => position <= (last?.position ?? 0))
    after = page.at(-1)?.position ?? after
    if (page.length < PAGE || after >= (last?.position ?? 0)) return
  }
}

/** Bytes in hexadecimal. */
const withTexts = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? toHex(value) : value]))

/** The same as a stream of lines. */
export function logStream(store: Store): ReadableStream<Uint8Array> {
  const lines = exportedLog(store)
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(`${value}\n`))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
}
