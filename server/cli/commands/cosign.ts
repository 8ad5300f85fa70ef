/** `cosign`: a partner's program looks at the audit log of a server, says aloud when it is another one than before, and cosigns its newest heads. */
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import * as z from 'zod'
import { CHAINS } from '../../../survey-schema/audit-log/entry.ts'
import { followLog, type LogAlarm, type LogMemory, type ShownHead } from '../../../survey-schema/audit-log/follow.ts'
import { cosignHead } from '../../../survey-schema/audit-log/head.ts'
import { keysOf } from '../../../survey-schema/credentials/secret.ts'
import { readSecret } from '../../../survey-schema/credentials/secret-text.ts'
import { answeredProblem } from '../../http/answered.ts'
import { ask } from '../../http/ask.ts'
import { atomicFile } from '../../runtime/atomic-file.ts'
import { Misuse, Refusal } from '../../runtime/refusal.ts'
import { fromHex, toHex } from '../../sealing/bytes.ts'
import { defineCommand } from '../command.ts'
import { type KeyOptions, keyOptions, serverAndKey } from '../organisation-key.ts'
import type { ServerAndKey } from '../own-register.ts'

interface Options extends KeyOptions {
  readonly to: string
  readonly secretFile: string
  readonly remember: string
  readonly logKey?: string
}

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

export function register(command: Command): void {
  defineCommand<Options>(command, {
    options: (one) =>
      keyOptions(one.requiredOption('--to <url>', 'server'), 'submit', '--to')
        .requiredOption('--secret-file <file>', 'file that holds the secret of the organisation; it is never sent')
        .requiredOption('--remember <file>', 'file of this machine in which the newest heads are kept; one for each server')
        .option(
          '--log-key <key>',
          'public key of the log, where it was told by the operator; else the first one that is seen is remembered',
        ),
    async run({ terminal, options: { to, secretFile, remember, logKey, ...key } }) {
      const secret = readSecret(readFileSync(secretFile, 'utf8'))
      if (!secret) throw new Misuse('the file of --secret-file holds no secret of an organisation')
      if (logKey !== undefined && !hex(32).safeParse(logKey).success) throw new Misuse('--log-key takes 64 hexadecimal digits')
      const server = await serverAndKey(to, key, terminal)
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
      const { signing } = keysOf(secret)
      for (const head of followed.newest) await send(server, head, cosignHead(head, signing.privateKey))
      if (followed.memory) keep(remember, { server: origin, ...followed.memory })
      const months = followed.newest.map(({ chain, period }) => ({ chain, month: period }))
      terminal.result(
        { cosigned: months },
        months.length > 0
          ? `The log follows from what was seen before. Cosigned: ${months.map(({ chain, month }) => `${chain} ${month}`).join(', ')}`
          : 'The log has no head yet.',
      )
    },
  })
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
