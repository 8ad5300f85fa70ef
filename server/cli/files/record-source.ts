/** Where records come from that others published: their citation and terms in both languages, from a file that whoever makes the book wrote. */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import type { RecordsNamed } from '../../../survey-schema/release/book.ts'
import { Refusal } from '../../runtime/refusal.ts'

/** Longest text in characters: it is repeated under every table. */
const LONGEST = 600
const text = z.string().trim().min(1).max(LONGEST)
const both = z.strictObject({ ja: text, en: text })
const Source = z.strictObject({ citation: both, terms: both })

/** @throws Refusal naming the file's shape, never its words */
export function readRecordSource(path: string): RecordsNamed {
  let value: unknown
  try {
    value = parseJson(readFileSync(path, 'utf8'))
  } catch {
    throw new Refusal('unreadable-source', '--source names no JSON file that can be read')
  }
  const read = Source.safeParse(value)
  if (read.success) return read.data
  throw new Refusal(
    'unreadable-source',
    `--source: citation and terms, each with ja and en of 1 to ${LONGEST} characters, and nothing else`,
  )
}
