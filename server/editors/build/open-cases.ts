/** Sealed cases become records, in the memory of the build alone. */

import { decodeCase, SIGNED_BYTES } from '../../../survey-schema/answers/signed-bytes.ts'
import type { CaseRecord } from '../../../survey-schema/release/case-record.ts'
import { toHex } from '../../sealing/bytes.ts'
import type { SealedPage } from '../../store/queries/cases.ts'
import type { EditionKey } from '../keys/edition-key.ts'
import { open, SealBroken } from '../keys/open.ts'
import type { CaseJudge, SignatureStanding } from './case-standing.ts'

/** Cases opened side by side: the work is in the thread pool of the platform, not here. */
const TOGETHER = 64

export interface OpenedCase {
  readonly id: string
  readonly organisation: number
  readonly version: number
  /** Hexadecimal; the one inside the seal, or where there is none the one outside. */
  readonly tag: string
  readonly record: CaseRecord
  /** As it lay inside the seal. */
  readonly layout: 1 | 2
  /** Null where no register judges it. */
  readonly standing: SignatureStanding | null
}

/** A case that does not open as what it stands for. */
export interface BrokenCase {
  readonly id: string
  readonly organisation: number
  readonly standing: 'seal_broken'
}

/**
 * Every case, in the order in which they come. With a judge, one that does not open is told of and the others follow.
 * @throws SealBroken without a judge, when a seal does not open or its binding was altered; RangeError when the bytes are no record
 */
export async function* openCases(
  cases: AsyncIterable<SealedPage>,
  edition: string,
  key: EditionKey,
  judge: CaseJudge | null = null,
): AsyncGenerator<OpenedCase | BrokenCase> {
  const opened = async ({ id, organisation, version, tag, enc, ciphertext }: SealedPage): Promise<OpenedCase> => {
    const bytes = await open({ enc, ciphertext }, { edition, id, organisation, version }, key.opening)
    try {
      const { record, signed } = decodeCase(bytes)
      const standing = judge?.({ organisation, version, tag, bytes }) ?? null
      return { id, organisation, version, tag: toHex(signed?.tag ?? tag), record, layout: bytes.length === SIGNED_BYTES ? 2 : 1, standing }
    } finally {
      bytes.fill(0)
    }
  }
  const judged = (sealed: SealedPage): Promise<OpenedCase | BrokenCase> =>
    judge === null ? opened(sealed) : opened(sealed).catch((error) => brokenCase(sealed, error))
  let group: Promise<OpenedCase | BrokenCase>[] = []
  for await (const sealed of cases) {
    group.push(judged(sealed))
    if (group.length === TOGETHER) {
      yield* await Promise.all(group)
      group = []
    }
  }
  yield* await Promise.all(group)
}

function brokenCase({ id, organisation }: SealedPage, error: unknown): BrokenCase {
  if (error instanceof SealBroken || error instanceof RangeError) return { id, organisation, standing: 'seal_broken' }
  throw error
}
