/** Answers about people, as these pages read them; members that are not named here are not looked at. */
import * as z from 'zod'
import { ROLES } from '../../survey-schema/roles.ts'

// It would try to make code at run time, which the content security policy forbids and reports.
z.config({ jitless: true })

const Roles = z.array(z.enum(ROLES))

export const Anything = z.unknown()

export const SignInState = z.object({ set_up: z.boolean(), time: z.number() })

export const SignedIn = z.object({ username: z.string(), setup: z.boolean() })

export const OwnAccount = z.object({
  username: z.string(),
  roles: Roles,
  organisation: z.string().nullable(),
  setup: z.boolean(),
  password: z.boolean(),
  way_in: z.boolean(),
  recovery_codes: z.number(),
  passkeys: z.array(z.object({ id: z.string(), synced: z.boolean(), prf: z.boolean(), month: z.string() })),
  one_administrator: z.boolean(),
  reset: z.object({ ready: z.string().nullable() }).nullable(),
})
export type OwnAccount = z.infer<typeof OwnAccount>

export const OfferedApp = z.object({ secret: z.string(), address: z.string(), offer: z.string() })

export const RecoveryCodes = z.object({ codes: z.array(z.string()) })

export const Sessions = z.object({
  sessions: z.array(
    z.object({ id: z.string(), this: z.boolean(), way: z.enum(['passkey', 'password', 'recovery', 'code']), day: z.string() }),
  ),
})

export const People = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      username: z.string(),
      state: z.enum(['invited', 'setup', 'active', 'ended']),
      waiting: z.boolean(),
      ending: z.boolean(),
      roles: Roles,
      organisation: z.object({ id: z.number(), name: z.string() }).nullable(),
      reset: z.object({ alone: z.boolean(), approved: z.boolean(), ready: z.string().nullable() }).nullable(),
    }),
  ),
})
export type PersonShown = z.infer<typeof People>['people'][number]

export const Organisations = z.object({
  organisations: z.array(z.object({ id: z.number(), name: z.string(), left: z.string().nullable(), people: z.number(), keys: z.number() })),
})
export type OrganisationShown = z.infer<typeof Organisations>['organisations'][number]

export const AskedLeaving = z.object({
  asked: z.object({ ready: z.string(), withdraw_open_cases: z.boolean(), own: z.boolean() }).nullable(),
})
export type AskedLeaving = z.infer<typeof AskedLeaving>

export const AccessKeys = z.object({ keys: z.array(z.object({ id: z.string(), scopes: z.array(z.string()), expires: z.string() })) })

export const HandedCode = z.object({ code: z.string(), expires: z.string() })
export const MadeKey = z.object({ key: z.string(), expires: z.string() })
