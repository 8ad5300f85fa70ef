/** A judged file goes to the server part by part. Begun again after a dropped line, it goes on where it stopped and stores nothing twice. */
import { type Existing, importName, partPath, placeInFile, type RowReceipt } from '../../survey-schema/partner-files/import-parts.ts'
import { client, type Issue, Refused } from '../client.ts'
import type { OwnSigner } from '../credential/own-signer.ts'
import type { HeldCredential } from '../credential/pasted.ts'
import type { FileReading } from './reading.ts'
import type { JudgedFile, PartToSend, SignedRow } from './reading-messages.ts'

export interface ImportedFile {
  readonly stored: number
  readonly replaced: number
  readonly leftOut: number
  readonly receipts: readonly RowReceipt[]
}

export interface Sending {
  readonly reading: FileReading
  readonly judged: JudgedFile
  readonly existing: Existing
  readonly credential: HeldCredential
  /** What the server said of the organisation that sends. */
  readonly own: OwnSigner
  /** Asks it again, where rows were signed for what it does not have any more. @throws Refused */
  readonly renew: () => Promise<OwnSigner>
  readonly onRows: (rows: number) => void
}

/** Milliseconds before each further try: a line that drops for some seconds is nobody's affair. */
const PAUSES = [300, 1000, 3000]
/** Cases may change while a file is sent; more often than this is trouble. */
const TRIES = 3

async function tried<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await call()
    } catch (reason) {
      if (!(reason instanceof Refused) || !['no-connection', 'busy'].includes(reason.slug)) throw reason
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return call()
}

/** Every case of the file is held, or none. @throws Refused; rows in its pointers are rows of the file */
export async function sendFile(sending: Sending): Promise<ImportedFile> {
  const { reading, judged, existing, credential } = sending
  const { access } = credential
  const { name } = await import('./file-name.ts')
  let [own, renewed] = [sending.own, false]
  for (let tries = 1; ; tries++) {
    await reading.ask('sign', { signer: own.signer, year: own.year })
    const called = name(importName(judged.digest, existing), own.signer)
    const begun = await tried(() => client.beginImport(called, judged.sent, existing, access))
    try {
      const receipts = await sendParts(begun.id, begun.state === 'committed', sending)
      await tried(() => client.commitImport(begun.id, access))
      // Every part was sent for its receipts, so that its outcomes are known here: the server keeps no size of what is committed.
      const count = (one: string) => receipts.filter(({ outcome }) => outcome === one).length
      const [stored, replaced] = [count('stored'), count('replaced')]
      return { stored, replaced, leftOut: receipts.length - stored - replaced, receipts }
    } catch (reason) {
      if (!(reason instanceof Refused) || tries === TRIES) throw reason
      if (own.signer && !renewed && isStale(reason)) {
        renewed = true
        own = await sending.renew()
      } else if (reason.slug !== 'import-stale') throw reason
    }
  }
}

/** Rows were signed for another edition or version than the server has by now. */
const isStale = ({ slug, errors }: Refused): boolean =>
  slug === 'edition-changed' || (errors.length > 0 && errors.every(({ rule }) => rule === 'stale_version' || rule === 'record_differs'))

/** Parts that came before are sent once more for their receipts: the answer is the same. */
async function sendParts(id: string, before: boolean, sending: Sending): Promise<RowReceipt[]> {
  const { reading, judged, existing, credential, onRows } = sending
  const receipts: RowReceipt[] = []
  let done = 0
  for (let next = await reading.ask('part', { first: true }); next; next = await reading.ask('part', { first: false })) {
    const held = next.signed && existing === 'replace' ? await heldOf(next.signed, credential.access) : null
    const { part, text, rows, signed }: PartToSend = held?.size ? await reading.ask('versions', { held }) : next
    const lines = await tried(() => client.sendPart(id, partPath(part, judged.runningKeys && !signed), text, credential.access)).catch(
      (reason: unknown) => {
        throw reason instanceof Refused ? inFile(reason, rows) : reason
      },
    )
    // Of a file that was held before, only the server knows which version each case is by now.
    const now = signed && before ? await heldOf(signed, credential.access) : null
    for (const { line, ...kept } of lines) {
      const row = kept.id === null ? undefined : signed?.[line - 1]
      const version = row && (now ? now.get(row.tag) : row.version)
      receipts.push({ row: rows[line - 1] as number, ...kept, ...(row && version !== undefined ? { tag: row.tag, version } : {}) })
    }
    done += rows.length
    onRows(done)
  }
  return receipts
}

/** Tags of one question. */
const TAGS = 500

/** In which version the cases of these rows are held, by either of their tags. @throws Refused */
async function heldOf(signed: readonly SignedRow[], access: string): Promise<ReadonlyMap<string, number>> {
  const tags = signed.flatMap(({ tag, earlier }) => (earlier === null ? [tag] : [tag, earlier]))
  const held = new Map<string, number>()
  for (let at = 0; at < tags.length; at += TAGS) {
    const some = await tried(() => client.heldVersions(tags.slice(at, at + TAGS), access))
    for (const [tag, version] of some) held.set(tag, version)
  }
  return held
}

function inFile({ slug, detail, errors }: Refused, rows: readonly number[]): Refused {
  const placed = errors.map((issue): Issue => {
    const { row, pointer } = placeInFile(issue.pointer, rows)
    return row === null ? issue : { ...issue, pointer: `/rows/${row}${pointer}` }
  })
  return new Refused(slug, detail, placed)
}
