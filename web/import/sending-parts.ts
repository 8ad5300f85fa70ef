/** A judged file goes to the server part by part. Begun again after a dropped line, it goes on where it stopped and stores nothing twice. */
import { type Existing, importName, partPath, placeInFile, type RowReceipt } from '../../survey-schema/partner-files/import-parts.ts'
import { client, type Issue, Refused } from '../client.ts'
import type { FileReading } from './reading.ts'
import type { JudgedFile } from './reading-messages.ts'

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
  readonly organisationKey: string
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
  const { judged, existing, organisationKey } = sending
  const name = importName(judged.digest, existing)
  for (let tries = 1; ; tries++) {
    const begun = await tried(() => client.beginImport(name, judged.sent, existing, organisationKey))
    try {
      const receipts = await sendParts(begun.id, sending)
      await tried(() => client.commitImport(begun.id, organisationKey))
      // Every part was sent for its receipts, so that its outcomes are known here: the server keeps no size of what is committed.
      const count = (one: string) => receipts.filter(({ outcome }) => outcome === one).length
      const [stored, replaced] = [count('stored'), count('replaced')]
      return { stored, replaced, leftOut: receipts.length - stored - replaced, receipts }
    } catch (reason) {
      if (!(reason instanceof Refused) || reason.slug !== 'import-stale' || tries === TRIES) throw reason
    }
  }
}

/** Parts that came before are sent once more for their receipts: the answer is the same. */
async function sendParts(id: string, { reading, judged, organisationKey, onRows }: Sending): Promise<RowReceipt[]> {
  const receipts: RowReceipt[] = []
  let done = 0
  for (let part = await reading.ask('part', { first: true }); part; part = await reading.ask('part', { first: false })) {
    const { part: number, text, rows } = part
    const lines = await tried(() => client.sendPart(id, partPath(number, judged.runningKeys), text, organisationKey)).catch(
      (reason: unknown) => {
        throw reason instanceof Refused ? inFile(reason, rows) : reason
      },
    )
    for (const { line, ...kept } of lines) receipts.push({ row: rows[line - 1] as number, ...kept })
    done += rows.length
    onRows(done)
  }
  return receipts
}

function inFile({ slug, detail, errors }: Refused, rows: readonly number[]): Refused {
  const placed = errors.map((issue): Issue => {
    const { row, pointer } = placeInFile(issue.pointer, rows)
    return row === null ? issue : { ...issue, pointer: `/rows/${row}${pointer}` }
  })
  return new Refused(slug, detail, placed)
}
