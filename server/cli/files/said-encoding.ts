/** `--encoding`: what the holder of a text says of its encoding, where its bytes do not decide. */
import type { Command } from 'commander'
import { ENCODINGS, type Encoding } from '../../../survey-schema/partner-files/texts/encoding.ts'
import { Misuse } from '../../runtime/refusal.ts'

export interface EncodingOption {
  readonly encoding?: string
}

export const encodingOption = (command: Command): Command =>
  command.option('--encoding <name>', `encoding of a text whose bytes do not decide it: ${ENCODINGS.join(', ')}`)

/** @throws Misuse for an encoding that is not read */
export function saidEncoding(given: string | undefined): { readonly encoding?: Encoding } {
  if (given === undefined) return {}
  const encoding = ENCODINGS.find((name) => name === given.toLowerCase())
  if (!encoding) throw new Misuse(`--encoding must be one of ${ENCODINGS.join(', ')}`)
  return { encoding }
}
