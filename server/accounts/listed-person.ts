/** A row of the register of people as it is answered. */
import { ROLES } from '../../survey-schema/roles.ts'
import type { PersonRow } from '../store/queries/people.ts'
import type { PersonListed } from './answers.ts'

export const listedPerson = (row: PersonRow): PersonListed => ({
  id: row.id,
  username: row.username,
  state: row.state,
  roles: ROLES.filter((role) => row[role] === 1),
  organisation: row.organisation === null ? null : { id: row.organisation, name: row.organisation_name ?? '' },
  since: row.since,
  waiting: row.agreed === 0,
  ending: row.ending === 1,
  reset: row.reset === 1 ? { alone: row.alone === 1, approved: row.approved === 1, ready: row.ready } : null,
})
