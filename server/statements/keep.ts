/** Statements of one edition are kept once and whole: sealed by the build, and to this server nothing but bytes of one length. */
import * as z from 'zod'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Manifest } from '../../survey-schema/release/bundle.ts'
import type { Deps } from '../deps.ts'
import { anyFromBase64, equalBytes } from '../sealing/bytes.ts'
import { read } from '../store/port.ts'
import { type Actor, entered } from '../store/queries/audit.ts'
import { releasedManifest } from '../store/queries/releases.ts'
import { keepStatement, organisationNumbers, type StatementRow, statementsOfEdition } from '../store/queries/statements.ts'

export const StatementsBody = z
  .strictObject({
    statements: z
      .array(
        z.strictObject({
          organisation: z.int().min(1),
          enc: z.string().describe('32 bytes in base64.'),
          ciphertext: z.string().describe('Base64; equally long for all organisations.'),
        }),
      )
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'Statements', description: 'As `jnatip build` writes them beside its bundle.' })

/**
 * @returns false where these very statements were there before
 * @throws ProblemError 'invalid-file', 'not-released', or 'statements-exist' where others are there
 */
export async function keepStatements(
  value: unknown,
  { edition, by }: { readonly edition: string; readonly by: Actor },
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
): Promise<boolean> {
  const rows = rowsIn(value, edition)
  const [release] = await read(store, releasedManifest(edition))
  if (!release) throw new ProblemError('not-released')
  const { provenance } = JSON.parse(release.manifest) as Manifest
  const committed = provenance?.editions.find(({ id }) => id === edition)?.statements.length ?? 0
  if (committed !== rows.length) throw refused('/statements', 'other_than_committed')
  const known = new Set((await read(store, organisationNumbers())).map(({ id }) => id))
  rows.forEach(({ organisation }, index) => {
    if (!known.has(organisation)) throw refused(`/statements/${index}/organisation`, 'unknown_organisation')
  })
  const before = await read(store, statementsOfEdition(edition))
  const entry = entered({ action: 'keep-statements', ...by, subject: edition, day: clock.day() })
  if (before.length === 0) await store.batch([...rows.map(keepStatement), entry])
  const held = before.length > 0 ? before : await read(store, statementsOfEdition(edition))
  const same = held.length === rows.length && held.every((one, index) => isSame(one, rows[index] as StatementRow))
  if (!same) throw new ProblemError('statements-exist')
  return before.length === 0
}

type KeptStatement = Omit<StatementRow, 'edition'>

const isSame = (a: KeptStatement, b: KeptStatement) =>
  a.organisation === b.organisation && equalBytes(new Uint8Array(a.enc), b.enc) && equalBytes(new Uint8Array(a.ciphertext), b.ciphertext)

const refused = (pointer: string, rule: string) => new ProblemError('invalid-file', [{ pointer, rule }])

/** In the order of their organisations. */
function rowsIn(value: unknown, edition: string): readonly StatementRow[] {
  const body = StatementsBody.safeParse(value)
  if (!body.success) throw refused('/statements', body.error.issues[0]?.code ?? 'invalid_type')
  const rows = body.data.statements.map(({ organisation, enc, ciphertext }, index) => {
    const [key, sealed] = [anyFromBase64(enc), anyFromBase64(ciphertext)]
    if (key?.length !== 32) throw refused(`/statements/${index}/enc`, 'base64')
    if (sealed === null || sealed.length === 0) throw refused(`/statements/${index}/ciphertext`, 'base64')
    return { edition, organisation, enc: key, ciphertext: sealed }
  })
  if (new Set(rows.map(({ organisation }) => organisation)).size < rows.length) throw refused('/statements', 'organisation_twice')
  // A longer one would say how many cases its organisation sent.
  if (new Set(rows.map(({ ciphertext }) => ciphertext.length)).size > 1) throw refused('/statements', 'lengths_differ')
  return rows.sort((a, b) => a.organisation - b.organisation)
}
