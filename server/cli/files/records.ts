/** Cases of a file of submissions that its holder has, as records: judged as intake judges them, and kept in memory only. */

import { receive } from '../../../survey-schema/answers/receive.ts'
import { parseJson } from '../../../survey-schema/json.ts'
import { ProblemError } from '../../../survey-schema/problem.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { Refusal } from '../../runtime/refusal.ts'
import { piecesOf } from './pieces.ts'

/** @throws Refusal naming the line and the field, never a value */
export function* recordsOf(path: string, _kind: 'cases', currentYear: number): Generator<CaseRecord> {
  let line = 0
  for (const body of ndjson(path)) {
    line++
    try {
      yield receive(body, { currentYear, existingRecordRule: true }).record
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const places = error.errors.map((issue) => `${issue.pointer} ${issue.rule}`).join(', ')
      throw new Refusal(error.slug, `case ${line} of ${path} is not a case as intake accepts it: ${places}`)
    }
  }
}

/** JSON lines; blank lines are left out. */
export function* ndjson(path: string): Generator<unknown> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let line = 0
  for (const piece of piecesOf(path)) {
    let text: string
    try {
      text = utf8.decode(piece)
    } catch {
      throw new Refusal('not-utf-8', `${path}: bytes that are not UTF-8 after line ${line}`)
    }
    for (const written of text.split('\n')) {
      line++
      if (written.trim() === '') continue
      try {
        yield parseJson(written)
      } catch {
        throw new Refusal('invalid-json', `${path}: line ${line} is not JSON as we read it`)
      }
    }
    if (text.endsWith('\n')) line--
  }
}
