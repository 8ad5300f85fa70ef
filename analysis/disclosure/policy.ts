/** The policy: how large a cell must be, how much noise it gets, what a partner may not work out. A value, printed on every table. */
import type { Policy } from '../../survey-schema/bundle.ts'

/** See `docs/decisions/0003-one-number.md` for the reasons and the measurements behind each figure. */
export const POLICY_V1: Policy = {
  id: 'v1',
  kind: 'noise',
  minimumCases: 5,
  minimumCategory: 10,
  minimumContributors: 2,
  minimumOthers: 3,
  threeWay: { minimumCases: 10, minimumContributors: 3 },
  noise: { d: 5, v: 3, js: 2 },
  minimumBase: 20,
  smallestEdition: 40,
  smallestVolume: 400,
  smallestVolumeByDecision: 250,
}
