/**
 * The secret half of an organisation's credential, for whoever has no program that signs. Its keys exist while one request is answered; the header
 * never enters a log, an error or the store. Programs of ours never send it.
 */
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import { keysOf, type SecretKeys } from '../../survey-schema/credentials/secret.ts'
import { readSecret } from '../../survey-schema/credentials/secret-text.ts'
import { ProblemError } from '../../survey-schema/problem.ts'
import { declares } from './operation.ts'

export const SECRET_HEADER = 'JNATIP-Secret'

/**
 * The keys of the presented secret are in `c.var.secret`, null where none came; they are wiped when the request is answered.
 * @throws ProblemError 'invalid-signature' for what cannot be a secret
 */
export const presentedSecret = declares(
  {
    parameters: {
      in: 'header',
      schema: z.object({
        [SECRET_HEADER]: z
          .string()
          .optional()
          .describe(
            'The secret of your organisation, where no program of yours signs: the server does it in memory, for this request alone.',
          ),
      }),
    },
    problems: ['invalid-signature', 'signature-required', 'secret-required'],
  },
  createMiddleware<{ Variables: { readonly secret: SecretKeys | null } }>(async (c, next) => {
    const given = c.req.raw.headers.get(SECRET_HEADER)
    if (given === null) {
      c.set('secret', null)
      return next()
    }
    const secret = given.length <= 200 ? readSecret(given) : null
    if (!secret) throw new ProblemError('invalid-signature', [{ pointer: '', rule: 'no_secret' }])
    const keys = keysOf(secret)
    secret.fill(0)
    c.set('secret', keys)
    try {
      return await next()
    } finally {
      for (const bytes of [keys.tagKey, keys.signing.privateKey, keys.statements.privateKey]) bytes.fill(0)
    }
  }),
)
