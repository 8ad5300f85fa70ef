/** The policy: how large a cell must be, how much noise it gets, what a partner may not work out. A value, printed on every table. */
import type { NoisePolicy, Policy, WithholdPolicy } from '../../survey-schema/release/bundle.ts'

/** See `docs/decisions/0003-one-number.md` for the reasons and the measurements behind each figure. */
export const POLICY_V1: NoisePolicy = {
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

/** Adds the rules of structure: no line, base or difference depends on whether nobody, one or two others are there. */
export const POLICY_V2: NoisePolicy = { ...POLICY_V1, id: 'v2', structure: { smallestEditionOthers: 10 } }

/** The same rules for a cell, without noise: figures are exact and add up, and more cells are withheld (`docs/decisions/0016-withhold.md`). */
export const POLICY_V1_WITHHOLD: WithholdPolicy = { ...POLICY_V1, id: 'v1-withhold', kind: 'withhold', noise: null }
export const POLICY_V2_WITHHOLD: WithholdPolicy = { ...POLICY_V2, id: 'v2-withhold', kind: 'withhold', noise: null }

/** The policies of version 1: errata of what was published under one are built under it. */
const VERSION_1: readonly Policy[] = [POLICY_V1, POLICY_V1_WITHHOLD]

/** The policy under which tables are corrected that were published under one of this name; null where no build knows it. @param asked for new tables */
export const policyOfErratum = (published: string, asked: Policy): Policy | null =>
  published === asked.id ? asked : (VERSION_1.find(({ id, kind }) => id === published && kind === asked.kind) ?? null)

/** The policies that a build knows, by the name that its command takes. */
export const POLICIES: Readonly<Record<Policy['kind'], Policy>> = { noise: POLICY_V2, withhold: POLICY_V2_WITHHOLD }
