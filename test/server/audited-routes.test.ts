/** Each route of the router that changes something, or reads what is for editors, writes exactly one entry when it does, and none when it refuses or is sent again. */
import { bytesToHex } from '@noble/hashes/utils.js'
import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepLog } from '../../server/audit-log/keep-log.ts'
import { type Audited, declaredBy } from '../../server/http/operation.ts'
import { carryOutWithdrawals } from '../../server/receipts/sweep.ts'
import { read } from '../../server/store/port.ts'
import { type EntryRow, entriesAfter, newestHead } from '../../server/store/queries/audit-heads.ts'
import { commitmentTo, cosignHead } from '../../survey-schema/audit-log/head.ts'
import { invitationKeys } from '../../survey-schema/credentials/answer-invitation.ts'
import { answerSubmission } from '../../survey-schema/credentials/answer-submission.ts'
import { keysOf } from '../../survey-schema/credentials/secret.ts'
import { receiptCode } from '../../survey-schema/receipt-code.ts'
import { corrected } from '../support/corrected.ts'
import { codeOf, invitations, ownAnswers } from '../support/invitations.ts'
import { AUDITED_PEOPLE } from './audited-people.ts'
import { caseOf } from './harness.ts'
import { type Closed, closedEdition } from './published.ts'

const MONTH = '2026-11'
const DAY = '2026-11-21'
const invitingKeys = keysOf(new Uint8Array(32).fill(3))
const { signing } = invitingKeys

let running: Closed
let editors: string
let partner: number
beforeAll(async () => {
  running = await closedEdition(60)
  editors = await running.organisation('Invented Editors', { scopes: ['edit', 'publish'] })
  const [own] = await read(
    running.store,
    CompiledQuery.raw(`select id from organisation where name = 'Invented Shelter'`) as CompiledQuery<{ id: number }>,
  )
  partner = own!.id
}, 600_000)
afterAll(() => running.close())

interface Sending {
  readonly key?: string | null
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}
const ask = async (
  method: string,
  path: string,
  body?: unknown,
  { key = running.key, type = 'application/json', headers = {} }: Sending = {},
) =>
  running.app.request(`/api/v1${path}`, {
    method,
    headers: { 'Content-Type': type, ...(key ? { Authorization: `Bearer ${key}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const submitted = async (name: string) => {
  const answer = await ask('POST', '/cases', caseOf(name), { headers: { 'Idempotency-Key': name } })
  return (await answer.json()) as { id: string; receipt: string }
}
const sweep = () => carryOutWithdrawals(running.store, null, MONTH)

/** The entries that the work wrote, without what each has. */
async function writes(work: () => Promise<unknown>): Promise<object[]> {
  const all = async () =>
    (await Promise.all((['intake', 'other'] as const).map((chain) => read(running.store, entriesAfter(chain, 0, 9999))))).flat()
  const before = new Set((await all()).map(({ chain, position }) => `${chain} ${position}`))
  await work()
  return (await all()).filter(({ chain, position }) => !before.has(`${chain} ${position}`)).map(said)
}
const said = ({ position: _p, blind: _b, link: _l, ...entry }: EntryRow) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null))

interface Exercise {
  /** The route does what it is for. @returns the same request once more */
  readonly does: () => Promise<{ readonly again: () => Promise<Response> }>
  /** It refuses. */
  readonly refuses: () => Promise<Response>
  readonly entry: object
  /** A reading is entered each time. */
  readonly reads?: true
}

const imported = async (name: string, rows = 1) => {
  const begun = await ask('POST', '/imports', { rows }, { headers: { 'Idempotency-Key': name } })
  const { id } = (await begun.json()) as { id: string }
  return { id, part: () => ask('PUT', `/imports/${id}/parts/1`, JSON.stringify(caseOf(name)), { type: 'application/x-ndjson' }) }
}
const ofCases = (action: string) => ({ chain: 'intake', action, organisation: partner, month: MONTH })
const ofEditors = async (action: string, subject?: string) => {
  const [own] = await read(
    running.store,
    CompiledQuery.raw(`select id from organisation where name = 'Invented Editors'`) as CompiledQuery<{ id: number }>,
  )
  return { chain: 'other', action, role: 'machine', actor: String(own!.id), ...(subject ? { subject } : {}), day: DAY }
}

const EXERCISES: Readonly<Record<string, () => Promise<Exercise>>> = {
  submitCase: async () => {
    const submit = (name = 'R-1') => ask('POST', '/cases', caseOf(name), { headers: { 'Idempotency-Key': name } })
    return {
      does: async () => ({ again: (await submit()) && submit }),
      refuses: () => ask('POST', '/cases', caseOf('R-1', { gender: 'x' }), { headers: { 'Idempotency-Key': 'another' } }),
      entry: ofCases('intake'),
    }
  },
  correctCase: async () => {
    const { id } = await submitted('R-2')
    const correct = (version = '"1"') => ask('PUT', `/cases/${id}`, caseOf('R-2', { gender: 'man' }), { headers: { 'If-Match': version } })
    return { does: async () => ({ again: (await correct()) && correct }), refuses: () => correct('"7"'), entry: ofCases('correction') }
  },
  commitImport: async () => {
    const { id, part } = await imported('R-3')
    await part()
    const other = await imported('R-4')
    const commit = () => ask('POST', `/imports/${id}/commit`)
    return {
      does: async () => ({ again: (await commit()) && commit }),
      refuses: () => ask('POST', `/imports/${other.id}/commit`),
      entry: ofCases('import'),
    }
  },
  withdrawCase: async () => {
    const { id } = await submitted('R-5')
    const remove = (version = '"1"') => ask('DELETE', `/cases/${id}`, undefined, { headers: { 'If-Match': version } })
    return {
      does: async () => ({ again: (await remove()) && remove }),
      refuses: () => remove('"3"'),
      entry: { ...ofCases('withdrawal'), generation: 1 },
    }
  },
  withdraw: async () => {
    const { receipt } = await submitted('R-6')
    const withdraw = (code = receipt) => ask('POST', '/withdrawals', { code }, { key: null })
    return {
      does: async () => ({ again: (await withdraw()) && withdraw }),
      refuses: () => withdraw(receiptCode(new Uint8Array(16))),
      entry: { ...ofCases('withdrawal'), generation: 2 },
    }
  },
  sealedCases: async () => {
    const take = (edition = '2026-1', key = editors) => ask('GET', `/editions/${edition}/sealed-cases`, undefined, { key })
    return {
      does: async () => ({ again: (await take()) && take }),
      refuses: async () => (await take('2026-1', running.key)) && take('no-such'),
      entry: await ofEditors('read-sealed-cases', '2026-1'),
      reads: true,
    }
  },
  publish: async () => {
    const { bundle } = running.built
    const put = (given: unknown = bundle) => ask('PUT', '/editions/2026-1/bundle', given, { key: editors })
    return {
      does: async () => ({ again: (await put()) && put }),
      refuses: () => put({ ...bundle, tables: [] }),
      entry: await ofEditors('publish', bundle.manifest.checksum),
    }
  },
  publishErratum: async () => {
    const before = running.built.bundle
    const bundle = corrected(before, ['2026-1/gender@list'], before.manifest.checksum)
    const note = { en: 'One line stood in the wrong place.', ja: '一つの行の位置が誤っていました。' }
    const put = (given: unknown = { note, bundle }) => ask('PUT', '/editions/2026-1/erratum', given, { key: editors })
    return {
      does: async () => ({ again: (await put()) && put }),
      refuses: () => put({ note, bundle: before, more: 1 }),
      entry: await ofEditors('erratum', bundle.manifest.checksum),
    }
  },
  cosignHead: async () => {
    // Only now: an organisation with keys signs its cases, and those of the other exercises are not signed.
    await running.store.batch([
      CompiledQuery.raw('insert into organisation_public_key (organisation, generation, signing, statements) values (?, 1, ?, ?)', [
        ...[partner, signing.publicKey, new Uint8Array(32)],
      ]),
    ])
    const logKey = new Uint8Array(32).fill(8)
    await keepLog({ store: running.store, clock: { day: () => DAY, month: () => MONTH, year: () => 2026 }, logKey })
    const [head] = await read(running.store, newestHead('other', 'month'))
    const signature = bytesToHex(cosignHead({ ...head!, commitment: commitmentTo(head!) }, signing.privateKey))
    const put = (given = signature, month = '2026-10') => ask('PUT', `/audit-log/heads/other/${month}/cosignature`, { signature: given })
    return {
      does: async () => ({ again: (await put()) && put }),
      refuses: async () => (await put('00'.repeat(64))) && (await put(signature, '2026-09')) && put('xx'),
      entry: ofCases('cosignature'),
    }
  },
  makeInvitations: async () => {
    const list = (code: number) => invitations({ organisation: partner, edition: '2026-2', keys: invitingKeys }, [codeOf(code)])
    const make = (body: object = list(1)) => ask('POST', '/answer-invitations', body)
    return {
      does: async () => ({ again: (await make()) && make }),
      refuses: () => make({ ...list(2), generation: 7 }),
      entry: ofCases('make-invitations'),
    }
  },
  answer: async () => {
    await ask('POST', '/answer-invitations', invitations({ organisation: partner, edition: '2026-2', keys: invitingKeys }, [codeOf(3)]))
    const invited = { organisation: partner, edition: '2026-2', generation: 1, year: 2026 }
    const answer = (body: object = answerSubmission(ownAnswers(), invited, invitationKeys(codeOf(3)))) =>
      ask('POST', '/answers', body, { key: null, headers: { 'Idempotency-Key': 'R-11' } })
    return {
      does: async () => ({ again: (await answer()) && answer }),
      refuses: () => answer(answerSubmission(ownAnswers(), invited, invitationKeys(codeOf(4)))),
      entry: ofCases('intake'),
    }
  },
  auditLog: async () => {
    const take = (key = editors) => ask('GET', '/audit-log', undefined, { key })
    return {
      does: async () => ({ again: (await take()) && take }),
      refuses: () => take(running.key),
      entry: await ofEditors('read-log'),
      reads: true,
    }
  },
}

/** Routes as the router has them, with what their handlers declare. */
const routes = () => {
  const byName = new Map<string, { readonly method: string; id: string; scope: string | null; audited: Audited | null }>()
  for (const { method, path, handler } of running.app.routes) {
    if (method === 'ALL' || path.includes('*')) continue
    const { operation, scope } = declaredBy(handler)
    const route = byName.get(`${method} ${path}`) ?? { method, id: '', scope: null, audited: null }
    byName.set(`${method} ${path}`, route)
    if (operation) Object.assign(route, { id: operation.id, audited: operation.audited ?? null })
    if (scope) route.scope = scope
  }
  return [...byName.values()]
}

describe('the routes of the router', () => {
  it('P50 say what they enter in the audit log, or why nothing, wherever they change something or read what is for editors', () => {
    const silent = routes().filter(({ method, scope, audited }) => !audited && (method !== 'GET' || (scope !== null && scope !== 'submit')))
    expect(silent.map(({ id }) => id)).toEqual([])
    expect(routes().filter(({ scope }) => scope === 'edit' || scope === 'publish').length).toBeGreaterThan(3)
    const withoutEntry = routes().flatMap(({ id, audited }) => (audited && 'none' in audited ? [id] : []))
    expect(withoutEntry.sort()).toEqual([
      ...[
        'beginImport',
        'changeCollection',
        'dropCollection',
        'endOtherSessions',
        'endSession',
        'findCase',
        'heldCases',
        'importPart',
        'invitation',
      ],
      ...['keepCollection', 'offerApp', 'offerRecoveryCodes', 'passkeyCreationOptions', 'passkeyRequestOptions', 'signOut'],
    ])
    const withEntry = routes().flatMap(({ id, audited }) => (audited && 'entry' in audited ? [id] : []))
    expect(withEntry.sort()).toEqual([...Object.keys(EXERCISES), ...AUDITED_PEOPLE].sort())
  })

  // Before the organisation has keys: then it would have to sign.
  it('P50 write none before an import is committed, and none for a look at a case', async () => {
    const { receipt } = await submitted('R-9')
    const quiet = await writes(async () => {
      const { id, part } = await imported('R-10')
      await part()
      await ask('GET', `/imports/${id}`)
      await ask('GET', '/cases')
      await ask('POST', '/cases/find', { partner_case_key: 'R-9' })
      await ask('GET', '/editions/2026-1/tables?rows=gender')
      await ask('GET', '/audit-log/heads')
    })
    expect([receipt.length > 0, quiet]).toEqual([true, []])
  })

  it.each(Object.keys(EXERCISES))(
    'P50 P52 %s writes one entry when it does something, and none when it refuses or is sent again',
    async (id) => {
      const { does, refuses, entry, reads } = await EXERCISES[id]!()
      const audited = routes().find((route) => route.id === id)?.audited as Extract<Audited, { readonly entry: string }>
      expect(entry).toMatchObject({ action: audited.entry })
      const refused = await writes(async () => {
        const { status } = await refuses()
        // What receipts without a case are answered tells nothing.
        expect(status >= 400 || id === 'withdraw').toBe(true)
        if (audited.later) await sweep()
      })
      expect(refused).toEqual([])
      let again: (() => Promise<Response>) | null = null
      const done = await writes(async () => {
        again = (await does()).again
      })
      if (audited.later) expect(done).toEqual([])
      const later = audited.later ? await writes(sweep) : done
      expect(later).toEqual([entry])
      const repeated = await writes(async () => {
        await again?.()
        if (audited.later) await sweep()
      })
      expect(repeated).toEqual(reads ? [entry] : [])
    },
  )

  it('P52 leave no entry with a case, a receipt, a reference, a name or a time finer than a day, and no day among those of cases', async () => {
    const rows = (
      await Promise.all((['intake', 'other'] as const).map((chain) => read(running.store, entriesAfter(chain, 0, 9999))))
    ).flat()
    expect(rows.length).toBeGreaterThan(60)
    const texts = rows.flatMap(({ blind: _b, link: _l, ...entry }) => Object.values(entry).filter((value) => typeof value === 'string'))
    const bundles = [running.built.bundle.manifest.checksum]
    const strange = texts.filter(
      (text) => !/^(\d{4}-\d{2}(-\d{2})?|\d{1,3}|[a-z-]+|2026-[12]|[0-9a-f]{64})$/.test(text) && !bundles.includes(text),
    )
    expect(strange).toEqual([])
    const ids = await read(
      running.store,
      CompiledQuery.raw('select id, hex(tag) as tag, hex(receipt_hash) as hash from sealed_case') as CompiledQuery<Record<string, string>>,
    )
    const secret = new Set(ids.flatMap((row) => Object.values(row).map((value) => value.toLowerCase())))
    expect(texts.filter((text) => secret.has(text))).toEqual([])
    for (const entry of rows.filter(({ chain }) => chain === 'intake')) expect([entry.day, entry.month?.length]).toEqual([null, 7])
  })
})
