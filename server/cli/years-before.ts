/**
 * In a network of before, withdrawn cases may stand under tags that nobody can translate any more. Whoever sends cases of those years once more
 * is asked first: one of them could be a case that somebody withdrew.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Refusal } from '../runtime/refusal.ts'
import { ownRegister, type ServerAndKey } from './own-register.ts'

export const CONFIRM_WITHDRAWN =
  'send cases of years in which cases came under tags of the server, although some withdrawn ones of them are no longer known: you checked that none is among yours'

/** Cases by the year of their registration; null for those that name none. */
export type CasesByYear = Map<number | null, number>

/** Counts a submission by its year; what is no submission has none. */
export function countYear(years: CasesByYear, submission: unknown): void {
  const { answers } = (submission ?? {}) as { readonly answers?: { readonly registration_year?: unknown } | null }
  const given = Number(answers?.registration_year)
  const year = Number.isInteger(given) && given > 0 ? given : null
  years.set(year, (years.get(year) ?? 0) + 1)
}

/** Of a file with one submission a line. */
export async function yearsInLines(path: string): Promise<CasesByYear> {
  const years: CasesByYear = new Map()
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    if (text.trim() !== '') countYear(years, parsed(text))
  return years
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** @throws Refusal where cases of years before are to be sent and some withdrawn ones of that time are not known */
export async function refuseYearsBefore(server: ServerAndKey, years: CasesByYear): Promise<void> {
  const { earlier_withdrawals: earlier } = await ownRegister(server)
  if (earlier === null) return
  const cases = [...years].reduce((sum, [year, count]) => sum + (year === null || year <= earlier.until ? count : 0), 0)
  if (cases === 0) return
  throw new Refusal(
    'withdrawn-before',
    `${cases} cases are of ${earlier.until} or earlier, and of that time some withdrawn or destroyed cases are known to nobody any more: one that you send again would be counted. Send your old list with \`keys retag\` if you have it, leave out what was withdrawn, then say --confirm-withdrawn. Nothing was sent`,
  )
}
