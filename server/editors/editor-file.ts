/**
 * What editors may see and readers may not, as a file: exact counts, reasons and decisions on duplicates. It stands on a disk only
 * under the seal of the newest edition of its bundle, so it ends with that edition's shares.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import type { EditorCell } from '../../analysis/disclosure/editor-figures.ts'
import { exactCount } from '../../analysis/exact/exact-count.ts'
import { parseJson } from '../../survey-schema/json.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { fromBase64, utf8 } from '../sealing/bytes.ts'
import { sealingKey } from '../sealing/seal.ts'
import { type FileBinding, openFile, sealFile } from './keys/sealed-file.ts'
import { openShares, readShare } from './keys/shares.ts'

const Cell = z.object({
  slice: z.string(),
  table: z.string(),
  lines: z.array(z.string()),
  cases: z.int().min(0).transform(exactCount),
  reason: z.enum(['small', 'complement', 'ladder', 'contributor', 'figure', 'audit']).nullable().default(null),
  /** Cell key of a shown figure, a whole number below 2^48; null for other cells, and in files of older builds. */
  key: z.int().min(0).nullable().default(null),
})
const Duplicate = z.object({ pair: z.string(), decision: z.enum(['same', 'different']).nullable() })
const Figures = z.object({ cells: z.array(Cell), duplicates: z.array(Duplicate).default([]) })

/** Decisions on pairs stand here by the name of the pair; their codes do not. */
export interface EditorFile {
  readonly cells: readonly (Omit<EditorCell, 'reason'> & Pick<z.infer<typeof Cell>, 'reason' | 'key'>)[]
  readonly duplicates: readonly z.infer<typeof Duplicate>[]
}

const Envelope = z.strictObject({
  schema: z.literal('jnatip-editor/1'),
  edition: z.string().max(80),
  bundle: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: z.string(),
  enc: z.string(),
  ciphertext: z.string(),
})

/** Unpacked, 94,000 cells are about 12 MB. */
const MOST_BYTES = 2 ** 29

/** The text of the file: nothing in it but names and ciphertext. @param to the newest edition of the bundle, with its public key */
export async function sealEditorFile(
  figures: EditorFile,
  bundle: string,
  to: { readonly edition: string; readonly publicKey: Uint8Array },
): Promise<string> {
  const packed = gzipSync(utf8(JSON.stringify(figures)))
  const { enc, ciphertext } = await sealFile(packed, binding(to.edition, bundle), await sealingKey(to.publicKey))
  packed.fill(0)
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const envelope: z.infer<typeof Envelope> = {
    schema: 'jnatip-editor/1',
    edition: to.edition,
    bundle,
    publicKey: base64(to.publicKey),
    enc: base64(enc),
    ciphertext: base64(ciphertext),
  }
  return `${JSON.stringify(envelope)}\n`
}

export interface OpenedEditorFile extends EditorFile {
  /** Checksum of the bundle it was made with; null for figures that came without a seal. */
  readonly bundle: string | null
}

/**
 * The figures, in memory. Figures that an editor holds without a seal, in the same form, are read as they are.
 * @param shares texts; those of other editions are left aside  @throws ShareRefused, SealBroken, ProblemError 'invalid-file'
 */
export async function openEditorFile(text: string, shares: readonly string[]): Promise<OpenedEditorFile> {
  const value = parsed(text)
  const envelope = Envelope.safeParse(value)
  if (!envelope.success) {
    if (isObject(value) && 'schema' in value) throw refused(envelope.error)
    return { ...figuresIn(value), bundle: null }
  }
  const { edition, bundle, publicKey, enc, ciphertext } = envelope.data
  const own = shares.filter((share, index) => readShare(share, index + 1).edition === edition)
  const key = await openShares(
    own.length === 0 ? shares : own,
    edition,
    bytesOf('/publicKey', () => fromBase64(publicKey, 32)),
  )
  try {
    const sealed = { enc: bytesOf('/enc', () => fromBase64(enc, 32)), ciphertext: new Uint8Array(Buffer.from(ciphertext, 'base64')) }
    const packed = await openFile(sealed, binding(edition, bundle), key.opening)
    return { ...figuresIn(parsed(gunzipSync(packed, { maxOutputLength: MOST_BYTES }).toString('utf8'))), bundle }
  } finally {
    key.secret.fill(0)
    key.editionSecret.fill(0)
  }
}

const binding = (edition: string, bundle: string): FileBinding => ({ kind: 'editor-file', edition, bundle })

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    throw new ProblemError('invalid-file', [{ pointer: '', rule: 'syntax' }])
  }
}

function figuresIn(value: unknown): EditorFile {
  const read = Figures.safeParse(value)
  if (!read.success) throw refused(read.error)
  return read.data
}

function bytesOf(pointer: string, read: () => Uint8Array): Uint8Array {
  try {
    return read()
  } catch {
    throw new ProblemError('invalid-file', [{ pointer, rule: 'base64' }])
  }
}

/** Where, by our own names and positions; never what. */
const refused = ({ issues }: z.ZodError) =>
  new ProblemError(
    'invalid-file',
    issues.slice(0, 5).map((issue) => ({ pointer: issue.path.map((part) => `/${String(part)}`).join(''), rule: issue.code })),
  )
