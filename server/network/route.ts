/** What a network tells everybody of itself, for the pages. */
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { json, operation } from '../http/operation.ts'
import { NetworkSettings, PLAIN_NETWORK } from './settings.ts'

export const network = ({ network: settings = PLAIN_NETWORK }: Pick<Deps, 'network'>) =>
  new Hono().get(
    '/network',
    operation({
      id: 'network',
      tag: 'server',
      summary: 'What the network has set for its pages: quick exit, receipts, answering by invitation, hotlines',
      answers: { 200: json('The settings.', NetworkSettings.meta({ id: 'NetworkSettings' })) },
    }),
    (c) => c.json(settings, 200),
  )
