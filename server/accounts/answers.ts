/** What the routes of people, sessions and codes take and answer. */
import * as z from 'zod'
import { ROLES, type Role } from '../../survey-schema/roles.ts'
import { TypedName } from '../../survey-schema/shown-name.ts'
import type { Described } from '../http/operation.ts'
import { refusingBare, validated } from '../http/validated.ts'

/** What a person types to sign in; chosen by an administrator, and no name of a person. */
export const Username = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,30})[a-z0-9]$/)
  .describe('3 to 32 small letters, digits and hyphens. Choose no name of a person.')

/** However it was typed. */
export const TypedUsername = z
  .string()
  .max(100)
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())

/** A code of 20 characters, however it was typed. */
export const TypedCode = z.string().max(100).describe('As it was shown or typed; its check characters are looked at first.')

export const TypedPassword = z.string().max(1000)

export const Roles = z.array(z.enum(ROLES)).min(1).max(ROLES.length)

export const Day = z.string().describe('`2026-11-30`')

const RandomId = z.string().regex(/^[0-9a-f]{32}$/)

/** Whatever is no id is answered as an id of nothing. */
export const idOfPath = validated('param', z.object({ id: RandomId.describe('Random id.') }), refusingBare('not-found'))

export const OrganisationName = TypedName

export const flagsOf = (roles: readonly Role[]) => ({
  partner: Number(roles.includes('partner')),
  analyst: Number(roles.includes('analyst')),
  editor: Number(roles.includes('editor')),
  custodian: Number(roles.includes('custodian')),
  administrator: Number(roles.includes('administrator')),
})

export const Done = z.object({ done: z.literal(true) }).meta({ id: 'Done' })
export const DONE = { done: true } as const

export const SignedIn = z
  .object({
    username: z.string(),
    roles: Roles,
    setup: z.boolean().describe('True while the account has to be set up before anything else.'),
  })
  .meta({ id: 'SignedIn' })
export type SignedIn = Described<typeof SignedIn>

export const Code = z.object({ code: z.string().describe('Shown once; only a hash is kept.'), expires: Day }).meta({ id: 'AccessCode' })

export const PersonListed = z
  .object({
    id: z.string(),
    username: z.string(),
    state: z.enum(['invited', 'setup', 'active', 'ended']),
    roles: z.array(z.enum(ROLES)),
    organisation: z.object({ id: z.int(), name: z.string() }).nullable(),
    since: Day.nullable(),
    waiting: z.boolean().describe('A partner who decides nothing for the organisation until somebody else agrees.'),
    ending: z.boolean().describe('An administrator asked that the account ends; a second one may end it.'),
    reset: z
      .object({ alone: z.boolean(), approved: z.boolean(), ready: Day.nullable() })
      .nullable()
      .describe('A reset of access that was asked for.'),
  })
  .meta({ id: 'PersonListed' })
export type PersonListed = Described<typeof PersonListed>

export const People = z.object({ people: z.array(PersonListed) }).meta({ id: 'People' })
