/**
 * How far the first edition of a demo is built. Edition and share come from outside: the server itself builds nothing. Any other server answers
 * as for an address that it does not know.
 */
import { Hono } from 'hono'
import { ProblemError } from '../../survey-schema/problem.ts'
import type { Deps } from '../deps.ts'
import { json, operation } from '../http/operation.ts'
import { PreparingEdition } from './answers.ts'

export const preparing = ({ preparing: now = () => null }: Pick<Deps, 'preparing'>) =>
  new Hono().get(
    '/preparing',
    operation({
      id: 'preparing',
      tag: 'editions',
      summary: 'How far the first edition of a demo is built',
      description: 'Not there where none is being built, which is everywhere but in a demo.',
      answers: { 200: json('The edition, and the share of the work that is done.', PreparingEdition) },
      problems: ['not-found'],
    }),
    (c) => {
      const edition = now()
      if (edition === null) throw new ProblemError('not-found')
      return c.json(edition, 200)
    },
  )
