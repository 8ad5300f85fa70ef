/** The policy as every table prints it: the attacker reads it there. */
import type { Policy } from '../../survey-schema/release/bundle.ts'
import { CROSSTABS_ALWAYS } from '../support/edition.ts'

export const POLICY: Policy = { ...CROSSTABS_ALWAYS, smallestVolume: 400 }
