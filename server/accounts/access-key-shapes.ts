/** Access keys of an organisation as they are listed: by the beginning of their hash, which is random and leads to nothing. */
import * as z from 'zod'
import type { KeyListed } from '../store/queries/organisation-access.ts'

export const KeyId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .describe('First 16 digits of the hash of the key.')

export const AccessKeys = z
  .object({
    keys: z.array(
      z.object({ id: z.string(), scopes: z.array(z.string()), expires: z.string().describe('Last month in which it is good.') }),
    ),
  })
  .meta({ id: 'AccessKeys' })

export const listedKey = ({ id, scopes, expires }: KeyListed) => ({ id, scopes: scopes.split(' '), expires })
