/**
 * Three editions of one fictional network, one after the other and by the real way: 480 cases; 130 more with withdrawals, corrections and
 * re-uploads; 400 more.
 */
import { CompiledQuery } from 'kysely'
import { population } from '../../server/demo/population/index.ts'
import type { ReportSubmission } from '../../server/demo/population/report.ts'
import { publishBundle } from '../../server/editions/publish.ts'
import { buildFromStore } from '../../server/editors/build/build-edition.ts'
import { eventLog } from '../../server/http/events.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { toHex } from '../../server/sealing/bytes.ts'
import { read } from '../../server/store/port.ts'
import { server } from './harness.ts'
import type { Closed } from './published.ts'

interface Reported {
  readonly organisation: number
  readonly submission: ReportSubmission
}

/** Reports with case references that no other batch uses. */
export function batch(cases: number, seed: number): Reported[] {
  return population({ cases, seed }).cases.map(({ organisation, submission }) => ({
    organisation,
    submission: {
      ...submission,
      answers: { ...submission.answers, partner_case_key: `batch-${seed}-${submission.answers.partner_case_key}` },
    },
  }))
}

/** @param closed goes on with its first edition closed and its second one open; left out, there is none yet */
export async function network(closed?: Closed) {
  const running = closed ?? (await server())
  const keys = [...(closed?.keys ?? [])]
  if (!closed)
    for (const { en, holding = null, recordRule = null } of population({ cases: 1, seed: 1 }).organisations)
      keys.push(await running.organisation(en, { holding, rule: recordRule }))
  const shares = new Map<string, readonly string[]>(
    closed && [
      ['2026-1', closed.shares],
      ['2026-2', closed.nextShares],
    ],
  )
  const raw = <Row>(text: string, values: readonly unknown[]) => CompiledQuery.raw(text, [...values]) as CompiledQuery<Row>
  const { store, serverKey } = running

  const sent = new Map<string, Reported>()
  const changes = async (method: 'PUT' | 'DELETE', id: string, body?: object) => {
    const response = await running.app.request(`/api/v1/cases/${id}`, {
      method,
      headers: {
        Authorization: `Bearer ${keys[sent.get(id)!.organisation]}`,
        'If-Match': '"1"',
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`unexpected ${response.status}`)
  }
  const idOf = async (response: Response) => ((await response.json()) as { id: string }).id
  return {
    ...running,
    keys,
    async open(edition: string) {
      shares.set(edition, (await running.open(edition)).shares)
    },
    /** All three. */
    shares: (edition: string) => shares.get(edition)!,
    /** Sends all; the answers' statuses and slugs, counted. */
    async send(reports: readonly Reported[]): Promise<{ ids: string[]; told: Record<string, number> }> {
      const ids: string[] = []
      const told: Record<string, number> = {}
      await Promise.all(
        reports.map(async ({ organisation, submission }) => {
          const response = await running.post(submission, { key: keys[organisation] as string })
          if (response.status === 201) {
            const id = await idOf(response)
            ids.push(id)
            sent.set(id, { organisation, submission })
          }
          const word = response.status === 201 ? 'stored' : ((await response.json()) as { type: string }).type.replace('/problems/', '')
          told[word] = (told[word] ?? 0) + 1
        }),
      )
      return { ids: ids.sort(), told }
    },
    /** Their partners withdraw the cases, and the sweep carries it out. */
    async withdraw(ids: readonly string[]) {
      for (const id of ids) await changes('DELETE', id)
      await carryOutWithdrawals(store, null, '2026-11')
    },
    /** Their partners correct the cases: each gets other answers, from a report of the same partner. */
    async correct(ids: readonly string[], by: readonly Reported[]) {
      for (const id of ids) {
        const { organisation, submission } = sent.get(id)!
        const { submission: other } = by.find((report) => report.organisation === organisation)!
        const { partner_case_key } = submission.answers
        await changes('PUT', id, { ...other, answers: { ...other.answers, partner_case_key } })
      }
    },
    build: (editions: readonly string[], again = false) =>
      buildFromStore({ store, serverKey, editions, shares: editions.flatMap((edition) => shares.get(edition)!.slice(0, 2)), again }),
    publish: (bundle: unknown, day = '2026-11-21') =>
      publishBundle(bundle, {
        store,
        serverKey,
        events: eventLog(() => {}),
        clock: { day: () => day, month: () => day.slice(0, 7), year: () => Number(day.slice(0, 4)) },
      }),
    /** Every published table as it lies in the store. */
    shown: async (): Promise<ReadonlyMap<string, string>> =>
      new Map(
        (await read(store, raw<{ slice: string; id: string; json: string }>('select slice, id, json from released_table', []))).map(
          ({ slice, id, json }) => [`${slice}/${id}`, json],
        ),
      ),
    /** Id, key and seal of each case held, key and seal in hexadecimal. */
    sealed: async () =>
      (
        await read(store, raw<{ id: string; enc: Uint8Array; ciphertext: Uint8Array }>('select id, enc, ciphertext from sealed_case', []))
      ).map(({ id, enc, ciphertext }) => [id, toHex(enc), toHex(ciphertext)] as const),
  }
}
