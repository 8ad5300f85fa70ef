/** The plan of the whole book: fourteen chapters in order. */
import { SOURCES } from './chapters/01-sources.ts'
import { PEOPLE } from './chapters/02-people.ts'
import { LEAVING } from './chapters/03-leaving.ts'
import { RECRUITMENT } from './chapters/04-recruitment.ts'
import { JOURNEYS } from './chapters/05-journeys.ts'
import { STATUS } from './chapters/06-status.ts'
import { EXPLOITATION } from './chapters/07-exploitation.ts'
import { IMAGE } from './chapters/08-image.ts'
import { CONTACT } from './chapters/09-contact.ts'
import { LAW } from './chapters/10-law.ts'
import { RETURN } from './chapters/11-return.ts'
import { DEFINITIONS } from './chapters/12-definitions.ts'
import { ESTIMATE } from './chapters/13-estimate.ts'
import { METHODS } from './chapters/14-methods.ts'
import type { Plan } from './planned.ts'

export const PLAN: Plan = [
  SOURCES,
  PEOPLE,
  LEAVING,
  RECRUITMENT,
  JOURNEYS,
  STATUS,
  EXPLOITATION,
  IMAGE,
  CONTACT,
  LAW,
  RETURN,
  DEFINITIONS,
  ESTIMATE,
  METHODS,
]
