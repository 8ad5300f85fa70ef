/**
 * The statement of a build to one organisation: which of its cases were opened, each by its tag and version. It is equally long for all
 * organisations of an edition, so that its length tells nobody how many cases one of them sent. The manifest of the bundle holds a commitment to
 * each statement, so that nobody can make one afterwards.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { TAG_BYTES } from './case-tag.ts'
import { fields, lengthOf } from './fields.ts'

export interface StatementEntry {
  /** Hexadecimal. */
  readonly tag: string
  readonly version: number
}

export interface CaseStatement {
  readonly edition: string
  /** Checksum of the register that the build relied on, hexadecimal. */
  readonly register: string
  /** Number in the register. */
  readonly organisation: number
  /** Every case that was opened and counted, sorted; one that stood there twice stands here twice. */
  readonly entries: readonly StatementEntry[]
}

const DOMAIN = 'jnatip/statement/1'
const ENTRY_BYTES = TAG_BYTES + 4
/** Random bytes before the text, without which the commitment could be tried against guesses. */
export const STATEMENT_OPENING_BYTES = 32

/** Entries that each statement of an edition can hold: the next power of two. @param cases of the whole edition */
export function statementPlaces(cases: number): number {
  let places = 1
  while (places < cases) places *= 2
  return places
}

const four = (number: number): Uint8Array => lengthOf({ length: number } as Uint8Array)

const order = (a: StatementEntry, b: StatementEntry) => (a.tag === b.tag ? a.version - b.version : a.tag < b.tag ? -1 : 1)

const header = ({ edition, register, organisation, entries }: CaseStatement) =>
  fields(DOMAIN, edition, hexToBytes(register), four(organisation), four(entries.length))

/**
 * What is sealed: the opening, the statement, and zeros in the places that are left.
 * @param opening 32 bytes that nobody can guess  @param places as `statementPlaces`  @throws RangeError where there are more entries than places
 */
export function writeStatement(statement: CaseStatement, opening: Uint8Array, places: number): Uint8Array {
  if (opening.length !== STATEMENT_OPENING_BYTES || statement.entries.length > places) throw new RangeError('not a statement')
  const entries = [...statement.entries].sort(order).flatMap(({ tag, version }) => [hexToBytes(tag), four(version)])
  const blank = new Uint8Array((places - statement.entries.length) * ENTRY_BYTES)
  return concatBytes(opening, header(statement), ...entries, blank)
}

/** What the manifest holds of a statement, hexadecimal. @param bytes as `writeStatement` made them */
export const statementCommitment = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))

/** The statement in the bytes, or null where `writeStatement` cannot have made them for this edition and organisation. */
export function readStatement(bytes: Uint8Array, edition: string, organisation: number): CaseStatement | null {
  const text = bytes.subarray(STATEMENT_OPENING_BYTES)
  // The first two fields are known; the register and two numbers follow, each behind its length.
  const known = fields(DOMAIN, edition)
  const [registerAt, entriesAt] = [known.length + 4, known.length + 4 + 32 + 8 + 8]
  if (text.length < entriesAt || (text.length - entriesAt) % ENTRY_BYTES !== 0) return null
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength)
  const count = view.getUint32(entriesAt - 4)
  if (count > (text.length - entriesAt) / ENTRY_BYTES) return null
  const entries = Array.from({ length: count }, (_, index): StatementEntry => {
    const at = entriesAt + index * ENTRY_BYTES
    return { tag: bytesToHex(text.subarray(at, at + TAG_BYTES)), version: view.getUint32(at + TAG_BYTES) }
  })
  const statement = { edition, register: bytesToHex(text.subarray(registerAt, registerAt + 32)), organisation, entries }
  const again = writeStatement(statement, bytes.subarray(0, STATEMENT_OPENING_BYTES), (text.length - entriesAt) / ENTRY_BYTES)
  return bytesToHex(again) === bytesToHex(bytes) ? statement : null
}
