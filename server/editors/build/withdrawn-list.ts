/** The withdrawn cases that a server knows, as it sends them to a build and as the build remembers them. */
import * as z from 'zod'

/** Random names and keyed hashes, hexadecimal. */
export const withdrawnList = z.strictObject({
  generation: z.int().min(0),
  head: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  tags: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})
