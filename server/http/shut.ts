/** Routes that are not answered while the server waits for its operator. Stands before the body is read. */
import { createMiddleware } from 'hono/factory'
import { ProblemError, type ProblemSlug } from '../../survey-schema/problem.ts'
import type { Deps, Shut } from '../deps.ts'
import { declares } from './operation.ts'

const unless = (shut: Shut | undefined, problems: readonly ProblemSlug[]) =>
  declares(
    { problems },
    createMiddleware(async (_, next) => {
      const slug = (await shut?.()) ?? null
      if (slug !== null) throw new ProblemError(slug)
      await next()
    }),
  )

const WRONG_KEYS = ['ledger-key-wrong', 'tag-key-wrong'] as const

/** For what takes in or changes a case. @throws ProblemError 'intake-shut', 'ledger-key-wrong', 'tag-key-wrong', 'administrators-missing' */
export const whileIntakeIsOpen = ({ shut }: Pick<Deps, 'shut'>) =>
  unless(shut?.intake, ['intake-shut', ...WRONG_KEYS, 'administrators-missing'])

/** For whatever else needs a key of the server. @throws ProblemError 'ledger-key-wrong', 'tag-key-wrong' */
export const whileKeysAreRight = ({ shut }: Pick<Deps, 'shut'>) => unless(shut?.keys, WRONG_KEYS)
