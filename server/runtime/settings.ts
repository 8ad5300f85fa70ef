/** Settings of the server. It does not start with one that is unknown or makes no sense (P43). */
import * as z from 'zod'
import { Misuse } from './refusal.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

const Settings = z.strictObject({
  /** Folder of the database and the keys of the server. */
  dataDir: z.string().min(1),
  /** 0 takes any free port. */
  port: z.coerce.number().int().min(0).max(65535),
  host: z.string().min(1).default('127.0.0.1'),
  /** A proxy in front of us ends TLS. Without one, only this machine may connect. */
  behindProxy: z.stringbool().or(z.boolean()).default(false),
  /** Address under which people open the pages; without it, only this machine can sign in. */
  origin: z
    .string()
    .refine((text) => isOrigin(text))
    .optional(),
  /** Of one start, so that none of them is a variable of the environment: what an operator confirms is confirmed once. */
  confirmLedger: z.boolean().default(false),
  rebuildLedger: z.boolean().default(false),
  newLogKey: z.boolean().default(false),
  /** Seconds between two sweeps. Withdrawn cases are gone within five minutes, so one that fails leaves time for another. */
  tickSeconds: z.coerce.number().int().min(1).max(120).default(60),
})

/** `https://` and a host, or `http://localhost`: browsers make passkeys and keep our cookies nowhere else. */
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && (text.startsWith('https://') || /^http:\/\/localhost(?::\d+)?$/.test(text))

export type Settings = z.output<typeof Settings>

const VARIABLES: Readonly<Record<string, keyof Settings>> = {
  JNATIP_DATA: 'dataDir',
  JNATIP_PORT: 'port',
  JNATIP_HOST: 'host',
  JNATIP_BEHIND_PROXY: 'behindProxy',
  JNATIP_TICK: 'tickSeconds',
  JNATIP_ORIGIN: 'origin',
}

/** @throws Misuse naming the setting, never its value */
export function readSettings(given: Readonly<Record<string, unknown>>): Settings {
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? 'unknown setting' : issue.path.join('.')))
    throw new Misuse(`these settings cannot be used: ${[...new Set(names)].join(', ')}`)
  }
  const settings = parsed.data
  if (!LOOPBACK.has(settings.host) && !settings.behindProxy) {
    throw new Misuse('this server speaks no TLS: it listens on loopback only, unless --behind-proxy says that a proxy in front of it does')
  }
  return settings
}

/** The origin of the pages: as it was named, or this machine under its name, because a passkey belongs to no number. */
export const ownOrigin = ({ origin, host, behindProxy }: Pick<Settings, 'origin' | 'host' | 'behindProxy'>, port: number): string | null =>
  origin ?? (LOOPBACK.has(host) && !behindProxy ? `http://localhost:${port}` : null)

/** Hold the key and the secret of an organisation for commands that send to a server. The server itself may not even see one (P01, P64). */
export const KEY_VARIABLE = 'JNATIP_KEY'
export const SECRET_VARIABLE = 'JNATIP_SECRET'

/** Settings from `JNATIP_…` variables. @throws Misuse for a variable of ours that we do not know: a slip would be a silent default */
export function environmentSettings(environment: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const names = Object.keys(environment).filter((name) => name.startsWith('JNATIP_'))
  for (const name of [KEY_VARIABLE, SECRET_VARIABLE])
    if (names.includes(name))
      throw new Misuse(`${name} is for commands that send to a server; a server holds no key of an organisation: unset it`)
  const unknown = names.filter((name) => !Object.hasOwn(VARIABLES, name))
  if (unknown.length > 0) throw new Misuse(`unknown settings in the environment: ${unknown.join(', ')}`)
  return Object.fromEntries(names.map((name) => [VARIABLES[name] as string, environment[name] ?? '']))
}
