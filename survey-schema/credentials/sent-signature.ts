/** Tag and signature as they travel beside a case, in the place of its case reference. Read by hand, because the form's page loads this file. */
import type { Issue } from '../problem.ts'

/** Highest number of a generation of keys; the first is 1. */
export const LAST_GENERATION = 0xffff
/** Names of editions. */
const EDITION = /^[a-z0-9][a-z0-9-]{0,31}$/

/** Forms of the fields as they are sent; `answers/sent-signature-shape.ts` describes the same. */
export const SENT_FORMS = { tag: /^[0-9a-f]{64}$/, signature: /^[0-9a-f]{128}$/, edition: EDITION } as const

export interface SentSignature {
  /** 32 bytes. */
  readonly tag: Uint8Array
  /** 64 bytes. */
  readonly signature: Uint8Array
  /** Of the keys that signed, from 1. */
  readonly generation: number
  /** For which the case was signed. */
  readonly edition: string
  /** The tag of the same reference under the keys of the generation before, 32 bytes; null where none is named. */
  readonly earlier: Uint8Array | null
}

/** As JSON: bytes in hexadecimal. */
export interface SentSignatureText {
  readonly tag: string
  readonly signature: string
  readonly generation: number
  readonly edition: string
  readonly earlier?: string
}

const FIELDS = ['tag', 'signature', 'generation', 'edition', 'earlier'] as const

/** The signature, or undefined with issues that name fields of ours. */
export function readSentSignature(sent: unknown, issues: Issue[]): SentSignature | undefined {
  const before = issues.length
  const refuse = (field: string, rule: string) => issues.push({ pointer: `/signed${field}`, rule })
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    refuse('', 'invalid_signed')
    return undefined
  }
  if (Object.keys(sent).some((key) => !FIELDS.some((name) => name === key))) refuse('', 'unknown_key')
  const { tag, signature, generation, edition, earlier } = sent as { readonly [Name in (typeof FIELDS)[number]]?: unknown }
  const text = (value: unknown, form: RegExp, field: string): string => {
    if (typeof value === 'string' && form.test(value)) return value
    refuse(`/${field}`, 'invalid_signed')
    return ''
  }
  const texts = {
    tag: text(tag, SENT_FORMS.tag, 'tag'),
    signature: text(signature, SENT_FORMS.signature, 'signature'),
    edition: text(edition, SENT_FORMS.edition, 'edition'),
    earlier: earlier === undefined ? null : text(earlier, SENT_FORMS.tag, 'earlier'),
  }
  if (!isGeneration(generation)) refuse('/generation', 'invalid_signed')
  else if (texts.earlier !== null && (generation === 1 || texts.earlier === texts.tag)) refuse('/earlier', 'no_earlier_tag')
  if (issues.length > before) return undefined
  return {
    tag: ofHex(texts.tag),
    signature: ofHex(texts.signature),
    generation: generation as number,
    edition: texts.edition,
    earlier: texts.earlier === null ? null : ofHex(texts.earlier),
  }
}

const isGeneration = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LAST_GENERATION

/** Of a text that was judged; written here, because a library of its own would weigh more than all of this file. */
const ofHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
