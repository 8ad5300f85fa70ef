/** Sealed cases become records, in the memory of the build alone. */

import { decodeCase } from '../../../survey-schema/answers/signed-bytes.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import type { SealedPage } from '../../store/queries/cases.ts'
import type { EditionKey } from '../keys/edition-key.ts'
import { open } from '../keys/open.ts'

/** Cases opened side by side: the work is in the thread pool of the platform, not here. */
const TOGETHER = 64

export interface OpenedCase {
  readonly id: string
  readonly organisation: number
  readonly record: CaseRecord
}

/**
 * Every case, in the order in which they come.
 * @throws SealBroken when a seal does not open or its binding was altered, RangeError when the bytes are no record
 */
export async function* openCases(cases: AsyncIterable<SealedPage>, edition: string, key: EditionKey): AsyncGenerator<OpenedCase> {
  const opened = async ({ id, organisation, version, enc, ciphertext }: SealedPage): Promise<OpenedCase> => {
    const bytes = await open({ enc, ciphertext }, { edition, id, organisation, version }, key.opening)
    const { record } = decodeCase(bytes)
    bytes.fill(0)
    return { id, organisation, record }
  }
  let group: Promise<OpenedCase>[] = []
  for await (const sealed of cases) {
    group.push(opened(sealed))
    if (group.length === TOGETHER) {
      yield* await Promise.all(group)
      group = []
    }
  }
  yield* await Promise.all(group)
}
