/** The network as this server lists it, for editors: what they draft the next register from, which two people sign. */
import { Hono } from 'hono'
import * as z from 'zod'
import type { Deps } from '../deps.ts'
import { holderOf } from '../http/credential.ts'
import { json, operation } from '../http/operation.ts'
import { networkListed } from '../store/network.ts'
import { byMachine, enteredReading } from '../store/queries/audit.ts'

const hex32 = z.string().describe('32 bytes, hexadecimal.')

const NetworkListed = z
  .object({
    editions: z.array(z.object({ id: z.string(), public_key: hex32, layout: z.int() })),
    organisations: z.array(
      z.object({
        number: z.int(),
        name: z.string(),
        holding: z.string().nullable(),
        keys: z.array(
          z.object({
            generation: z.int(),
            signing: hex32,
            statements: hex32,
            first_edition: z.string().nullable(),
            last_edition: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Network' })

export const register = (needs: Pick<Deps, 'store' | 'clock'>) =>
  new Hono().get(
    '/register',
    operation({
      id: 'register',
      tag: 'publishing',
      audited: { entry: 'read-register' },
      summary: 'Editions, organisations, umbrellas and public keys, for the draft of a register',
      answers: { 200: json('As this server lists them; a build relies on the register that two people signed.', NetworkListed) },
    }),
    holderOf('edit', needs),
    async (c) => {
      const reader = byMachine(c.var.credential.organisation)
      await needs.store.batch([enteredReading({ action: 'read-register', ...reader, subject: null, day: needs.clock.day() })])
      return c.json((await networkListed(needs.store)) satisfies z.infer<typeof NetworkListed>, 200)
    },
  )
