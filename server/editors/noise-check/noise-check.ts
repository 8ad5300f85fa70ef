/**
 * The check of the noise: every figure of a build a second time, from the private keys, the case ids, the opened answers and the published
 * perturbation table. It shares no code with the counting, the keys and the noise of the build (`analysis/exact/tally.ts`,
 * `analysis/disclosure/noise`, `server/editors/build/record-keys.ts`). It stops a build and never withholds: noise that is not the policy's is
 * a fault of the program or of the keys, which withholding would only cover.
 */
import { perturbationTable } from '../../../analysis/policy/perturbation-table.ts'
import { checkCaseSet } from './case-set-check.ts'
import type { CheckedBuild, EditionToCheck } from './checked-build.ts'
import { distinctFaults, type Fault, NoiseFault } from './noise-fault.ts'
import { recordKeyOf } from './own-secrets.ts'
import { reusedSecrets } from './reused-secrets.ts'
import { unchangedShare } from './unchanged-share.ts'

/** Cell keys of shown cells by `cellName`: with them a later audit repeats the check without the cases. */
export type CellKeys = ReadonlyMap<string, number>

/** @throws NoiseFault naming tables and rules */
export function checkNoise(build: CheckedBuild): CellKeys {
  const { manifest } = build.bundle
  stopAt(keyFaults(build.editions))
  const slices = [...manifest.editions.map(({ id }) => id), ...(manifest.volume ? [manifest.volume.id] : [])]
  const checked = slices.map((slice) => checkCaseSet(slice, build))
  stopAt(checked.flatMap(({ faults }) => faults))
  const table = perturbationTable(manifest.policy.noise)
  const draws = checked.flatMap((one) => one.draws)
  if (table && !unchangedShare(draws, table).believable) stopAt([{ rule: 'share-unchanged', place: slices.join(' ') }])
  return new Map(table ? checked.flatMap(({ keys }) => keys) : [])
}

function stopAt(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new NoiseFault(distinctFaults(faults))
}

/** Editions share no secret, every case has the record key that its id gives, and no two have one. */
function keyFaults(editions: readonly EditionToCheck[]): Fault[] {
  const known = new Set<number>()
  const ofCases = editions.flatMap(({ id, secret, persons }) =>
    persons.flatMap((person): Fault[] => {
      const { high, low } = recordKeyOf(secret, person.id)
      const isEqual = known.has(person.key)
      known.add(person.key)
      return [
        ...(person.key === high * 2 ** 24 + low ? [] : [{ rule: 'record-key-otherwise', place: id } as const]),
        ...(isEqual ? [{ rule: 'record-keys-equal', place: id } as const] : []),
      ]
    }),
  )
  return [...reusedSecrets(editions), ...ofCases]
}
