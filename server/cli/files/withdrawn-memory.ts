/** The memory of withdrawals in its file on the editors' machine. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod'
import { parseJson } from '../../../survey-schema/json.ts'
import { forgets, learned, NOTHING_WITHDRAWN } from '../../editors/build/withdrawn-cases.ts'
import { withdrawnList } from '../../editors/build/withdrawn-list.ts'
import { atomicFile, syncFolder } from '../../runtime/atomic-file.ts'
import { Refusal } from '../../runtime/refusal.ts'
import type { WithdrawnList } from '../../store/sealed-edition.ts'

const Memory = withdrawnList.extend({ schema: z.literal('jnatip-withdrawals-memory/1') })

export interface Remembering {
  /** The file holds what is known after these sources. */
  readonly known: WithdrawnList
  /** It was not there before. */
  readonly begun: boolean
}

/**
 * The file knows all that the sources know, before any case is opened.
 * @param older an editor knows that a source is older than what was seen, and why
 * @throws Refusal when a source forgets what is known, or the file cannot be read; then the file stays as it is
 */
export function remember(path: string, sources: readonly WithdrawnList[], older: boolean): Remembering {
  const begun = !existsSync(path)
  let known = begun ? NOTHING_WITHDRAWN : readMemory(path)
  for (const source of sources) {
    if (forgets(source, known) && !older)
      throw new Refusal(
        'source-forgets',
        'this server does not know withdrawals that were known at an earlier build: it was set back to an older state, or it is another server (then name another file with --memory). Nothing was opened. --older-source goes on, and leaves the withdrawn cases out',
      )
    known = learned(known, source)
  }
  const file = atomicFile(path)
  try {
    const memory: z.infer<typeof Memory> = { schema: 'jnatip-withdrawals-memory/1', ...known, tags: [...known.tags] }
    file.write(`${JSON.stringify(memory)}\n`)
    file.commit()
    syncFolder(dirname(path))
  } finally {
    file.discard()
  }
  return { known, begun }
}

function readMemory(path: string): WithdrawnList {
  try {
    const { schema: _, ...known } = Memory.parse(parseJson(readFileSync(path, 'utf8')))
    return known
  } catch {
    throw new Refusal(
      'memory-unreadable',
      `${path} is no memory of withdrawals, or it was altered; bring it back, or name another with --memory`,
    )
  }
}
