/**
 * Verifies an exported audit log. A program apart: it reads the files that it is given and nothing else, and can reach neither the store nor
 * sealed cases. All that it judges by stands in `survey-schema/audit-log`. `main.ts` runs it alone.
 */
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { CHAINS } from '../../survey-schema/audit-log/entry.ts'
import { type VerifiedLog, verifyLog } from '../../survey-schema/audit-log/verify.ts'
import type { Cosigners } from '../../survey-schema/audit-log/verify-heads.ts'

const hex = z.string().regex(/^[0-9a-f]{64}$/)

/** Organisations that cosign, each with its public signing keys in hexadecimal. */
const CosignerList = z.array(z.strictObject({ organisation: z.int().min(1), keys: z.array(hex).min(1) }))
/** A register as two people signed it. Whose signatures it bears is not looked at here: `jnatip verify-log` does that. */
const RegisterFile = z
  .object({
    schema: z.literal('jnatip-register/1'),
    organisations: z.array(z.object({ number: z.int().min(1), keys: z.array(z.object({ signing: hex })) })),
  })
  .transform(({ organisations }) =>
    organisations
      .filter(({ keys }) => keys.length > 0)
      .map(({ number, keys }) => ({ organisation: number, keys: keys.map(({ signing }) => signing) })),
  )
const CosignerFile = z.union([CosignerList, RegisterFile])

/** What `jnatip cosign --remember` keeps; of `key` and `heads` alone. */
const SeenFile = z.object({ key: hex, heads: z.array(z.strictObject({ chain: z.enum(CHAINS), period: z.string(), hash: hex })) })

export interface VerifyFiles {
  /** As `jnatip log export` writes it. */
  readonly log: string
  /** Public keys of the log, hexadecimal; several where a key was replaced, the oldest first. */
  readonly keys: readonly string[]
  /** A file of cosigners, or the register; null where cosignatures are not judged. */
  readonly cosigners: string | null
  /** Files of heads that somebody saw. */
  readonly seen: readonly string[]
}

/** A file or key that is not what it is said to be; the message names which, and nothing in it. */
export class UnreadableFile extends Error {}

/** @throws UnreadableFile; an error of the file system */
export function verifyFiles({ log, keys, cosigners, seen }: VerifyFiles): VerifiedLog {
  if (keys.length === 0 || !keys.every((key) => hex.safeParse(key).success))
    throw new UnreadableFile('the public key of the log has 64 hexadecimal digits')
  const text = readFileSync(log, 'utf8')
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')
  return verifyLog(lines, {
    keys,
    cosigners: cosigners === null ? null : cosignersIn(cosigners),
    seen: seen.flatMap((path) => parsed(SeenFile, path, 'of heads that were seen').heads),
  })
}

const cosignersIn = (path: string): Cosigners =>
  new Map(parsed(CosignerFile, path, 'of cosigners').map(({ organisation, keys }) => [organisation, keys]))

function parsed<Schema extends z.ZodType>(schema: Schema, path: string, named: string): z.output<Schema> {
  const text = readFileSync(path, 'utf8')
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    throw new UnreadableFile(`the file ${named} is none`)
  }
}

/** Sentences for a person: what was found, or what is proved and what is not. */
export function verdictLines({ findings, chains }: VerifiedLog, { cosigners, seen }: Pick<VerifyFiles, 'cosigners' | 'seen'>): string[] {
  const found = findings.map(({ chain, at, place, rule }) => `${chain ? `${chain}, ` : ''}${at} ${place}: ${rule}`)
  const stand = CHAINS.map((chain) => {
    const { entries, heads, covered, cosigned } = chains[chain]
    const signed = cosigners === null ? 'cosignatures were not judged' : `cosigned up to ${cosigned ?? 'none'}`
    return `${chain}: ${entries} entries, ${covered} of them under ${heads} signed heads; ${signed}`
  })
  const open =
    seen.length === 0 ? ['No head was shown that somebody saw: a log that was cut at its end and signed anew is not noticed.'] : []
  return findings.length > 0 ? [`${findings.length} faults`, ...found] : ['The log is whole.', ...stand, ...open]
}
