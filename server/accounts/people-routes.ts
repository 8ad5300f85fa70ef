/** All routes that a session reaches, and those that begin one. None of them takes the key of an organisation, and no session reaches a route that does. */
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { agreement } from './agreement.ts'
import { collections } from './collections.ts'
import { endings } from './endings.ts'
import { leaving } from './leaving.ts'
import { organisations } from './organisations.ts'
import { ownAccountRoutes } from './own-account.ts'
import { ownOrganisation } from './own-organisation.ts'
import { passkeys } from './passkeys.ts'
import { people } from './people.ts'
import { resets } from './resets.ts'
import { setup } from './setup.ts'
import { signIn } from './sign-in.ts'

export const peopleRoutes = (needs: Pick<Deps, 'store' | 'signIn' | 'clock'>) =>
  new Hono()
    .route('/', setup(needs))
    .route('/', signIn(needs))
    .route('/', passkeys(needs))
    .route('/', ownAccountRoutes(needs))
    .route('/', people(needs))
    .route('/', endings(needs))
    .route('/', agreement(needs))
    .route('/', resets(needs))
    .route('/', organisations(needs))
    .route('/', ownOrganisation(needs))
    .route('/', leaving(needs))
    .route('/', collections(needs))
