/** Where a command gets the key of its organisation: a file, the environment or standard input, none of which other users of the machine see. */
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { serverAddress } from '../http/ask.ts'
import { Misuse } from '../runtime/refusal.ts'
import { KEY_VARIABLE } from '../runtime/settings.ts'
import type { Terminal } from './terminal.ts'

export interface KeyOptions {
  readonly keyFile?: string
  readonly key?: string
}

/** @param scope that the key must have  @param flag that names the server */
export const keyOptions = (command: Command, scope: string, flag: '--to' | '--from'): Command =>
  command
    .option('--key-file <file>', `file that holds the organisation key with the scope ${scope}, for ${flag} (else ${KEY_VARIABLE})`)
    .option(
      '--key <key>',
      '- reads the key from standard input; the key itself still works until 0.3, and other users of this machine see it',
    )

/** Whether a key is at hand, in whatever way. */
export const hasKey = ({ keyFile, key }: KeyOptions): boolean =>
  keyFile !== undefined || key !== undefined || process.env[KEY_VARIABLE] !== undefined

/** Server and key, before anything is read or sent. @throws Misuse without a key that can be one; NotSent as `serverAddress` */
export async function serverAndKey(
  url: string,
  options: KeyOptions,
  terminal: Pick<Terminal, 'warn'>,
): Promise<{ readonly url: string; readonly key: string }> {
  serverAddress(url)
  const key = (await given(options, terminal)).trim()
  // What a header cannot hold would come back within an error of the platform.
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Misuse('what stands in the place of the organisation key is none')
  return { url, key }
}

async function given({ keyFile, key }: KeyOptions, terminal: Pick<Terminal, 'warn'>): Promise<string> {
  if (keyFile !== undefined && key !== undefined) throw new Misuse('say either --key-file or --key')
  if (keyFile !== undefined) return readFileSync(keyFile, 'utf8')
  if (key === '-') return text(process.stdin)
  if (key !== undefined) {
    terminal.warn(
      `warning: every user of this machine can see the key in the list of processes. Use --key-file FILE, ${KEY_VARIABLE}, or --key - for standard input; --key KEY is gone in 0.3`,
    )
    return key
  }
  const inherited = process.env[KEY_VARIABLE]
  if (inherited === undefined)
    throw new Misuse(`the key of the organisation is missing: --key-file FILE, ${KEY_VARIABLE}, or --key - for standard input`)
  return inherited
}
