/**
 * A partner's program looks at the audit log of a server and cosigns its newest heads. It signs only what follows from what it remembers: a signature
 * without a memory would stand under each of two logs.
 */
import { existsSync, readFileSync } from 'node:fs'
import * as z from 'zod'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { followLog, type LogAlarm, type LogMemory, type ShownHead } from '../../survey-schema/audit-log/follow.ts'
import { cosignHead, headHash } from '../../survey-schema/audit-log/head.ts'
import { answeredProblem } from '../http/answered.ts'
import { ask } from '../http/ask.ts'
import { atomicFile } from '../runtime/atomic-file.ts'
import { Refusal } from '../runtime/refusal.ts'
import { fromHex, toHex } from '../sealing/bytes.ts'
import type { ServerAndKey } from './own-register.ts'
import type { Terminal } from './terminal.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
const Shown = z.object({
  heads: z.array(
    z.object({ chain: z.enum(CHAINS), month: z.string(), commitment: hex(32), previous: hex(32), key: hex(32), signature: hex(64) }),
  ),
})
const Memory = z.strictObject({
  server: z.string(),
  key: hex(32),
  heads: z.array(z.strictObject({ chain: z.enum(CHAINS), period: z.string(), hash: hex(32) })),
})

const ALARMS: Readonly<Record<LogAlarm, string>> = {
  'other-key': 'the log is signed with another key than the one that is remembered',
  'wrong-signature': 'a head does not bear the signature of the log',
  'does-not-follow': 'a head does not follow from the one of the month before',
  'head-missing': 'a head that this program saw is not there any more: the log is an older one, or another',
  'other-head': 'in the place of a head that this program saw the server shows another: it shows two logs',
}

export interface LogToCosign {
  /** 32 bytes. */
  readonly privateKey: Uint8Array
  /** File of the newest heads; one for each server. */
  readonly remember: string
  /** Public key of the log, hexadecimal, where the operator told it. */
  readonly logKey?: string | undefined
  /** Whether a head that is remembered is signed once more. */
  readonly again: boolean
}

/** The heads that were signed. @throws Refusal 'other-log' with every alarm; 'memory-unreadable', 'memory-of-another-server'; as the server refuses */
export async function cosignNewest(
  server: ServerAndKey,
  { privateKey, remember, logKey, again }: LogToCosign,
): Promise<readonly ShownHead[]> {
  const origin = new URL(server.url).origin
  const memory = memoryIn(remember, origin) ?? (logKey === undefined ? null : { key: logKey, heads: [] })
  const followed = followLog(await headsOf(server), memory)
  const alarms = followed.alarms.map(({ chain, alarm }) => `${chain ? `${chain}: ` : ''}${ALARMS[alarm]}`)
  if (alarms.length > 0 || (logKey !== undefined && memory?.key !== logKey))
    throw new Refusal(
      'other-log',
      [
        'The audit log of this server is not the one that this program saw before. Nothing was signed. Ask its operator, and other partners:',
      ]
        .concat(alarms.length > 0 ? alarms : [ALARMS['other-key']])
        .join('\n  '),
    )
  const signed = new Set(again ? [] : memory?.heads.map(({ hash }) => hash))
  const heads = followed.newest.filter((head) => !signed.has(toHex(headHash(head))))
  for (const head of heads) await send(server, head, cosignHead(head, privateKey))
  if (followed.memory) keep(remember, { server: origin, ...followed.memory })
  return heads
}

/** What became of the log while cases were sent; `not-asked` without a file of the secret, or where the server or the memory did not answer. */
export type LogSeen = 'cosigned' | 'other-log' | 'not-asked'

/**
 * Beside the sending of cases, so that nobody has to think of it: it never fails what it stands beside, and says a word only where the log is another one.
 * @param secretFile beside which the heads are remembered; without a file there is no memory, and nothing is signed
 */
export async function cosignBeside(
  server: ServerAndKey,
  privateKey: Uint8Array | undefined,
  secretFile: string | undefined,
  terminal: Pick<Terminal, 'warn'>,
): Promise<LogSeen> {
  if (privateKey === undefined || secretFile === undefined) return 'not-asked'
  const remember = `${secretFile}.${new URL(server.url).host.replaceAll(/[^a-z0-9.]/g, '-')}.heads`
  try {
    await cosignNewest(server, { privateKey, remember, again: false })
    return 'cosigned'
  } catch (error) {
    if (!(error instanceof Refusal && error.slug === 'other-log')) return 'not-asked'
    terminal.warn(error.message)
    return 'other-log'
  }
}

/** @throws Refusal for a file that is none of ours, or of another server: its heads would look like another log */
function memoryIn(path: string, server: string): LogMemory | null {
  if (!existsSync(path)) return null
  const parsed = Memory.safeParse(jsonIn(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new Refusal('memory-unreadable', 'the file of --remember cannot be read; it was altered or is another one')
  if (parsed.data.server !== server)
    throw new Refusal('memory-of-another-server', 'the file of --remember is of another server; name one for each')
  return { key: parsed.data.key, heads: parsed.data.heads }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function keep(path: string, memory: LogMemory & { readonly server: string }): void {
  const file = atomicFile(path)
  try {
    file.write(`${JSON.stringify(memory)}\n`)
    file.commit()
  } finally {
    file.discard()
  }
}

async function headsOf({ url, key }: ServerAndKey): Promise<readonly ShownHead[]> {
  const response = await ask(url, '/api/v1/audit-log/heads', { key })
  if (!response.ok) throw await answeredProblem(response)
  const parsed = Shown.safeParse(await response.json().catch(() => null))
  if (!parsed.success) throw new Refusal('other-log', 'the server does not answer with heads of an audit log')
  return parsed.data.heads.map(({ chain, month, commitment, previous, key: logKey, signature }) => ({
    ...{ chain, reason: 'month' as const, period: month },
    ...{
      commitment: fromHex(commitment, 32),
      previous: fromHex(previous, 32),
      key: fromHex(logKey, 32),
      signature: fromHex(signature, 64),
    },
  }))
}

async function send({ url, key }: ServerAndKey, { chain, period }: ShownHead, signature: Uint8Array): Promise<void> {
  const response = await ask(url, `/api/v1/audit-log/heads/${chain}/${period}/cosignature`, {
    method: 'PUT',
    key,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ signature: toHex(signature) }),
  })
  if (!response.ok) throw await answeredProblem(response)
}
