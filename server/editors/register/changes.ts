/** What a register changes beside the one before, for the people who sign it: everything that is new, other than before, or gone. */
import { fromHex } from '../../sealing/bytes.ts'
import { fingerprint } from '../../sealing/fingerprint.ts'
import type { RegisterContent, RegisterKey } from './register.ts'

export interface RegisterChange {
  readonly organisation: number
  readonly name: string
  /** For people: what is new, other than before, or gone; keys by their fingerprints. */
  readonly change: string
}

export interface EditionChange {
  readonly edition: string
  readonly change: string
}

const keyPrint = (key: string) => fingerprint(fromHex(key, 32))
const umbrella = (holding: string | null) => (holding === null ? 'no umbrella' : `umbrella "${holding}"`)

/** Every organisation, umbrella and key that is new, other than in the register before, or no longer there. */
export function changesOf(next: RegisterContent, previous: RegisterContent | null): readonly RegisterChange[] {
  const before = new Map((previous?.organisations ?? []).map((one) => [one.number, one]))
  const here = new Set(next.organisations.map(({ number }) => number))
  const changed = next.organisations.flatMap((one) => {
    const old = before.get(one.number)
    const said = (change: string): RegisterChange => ({ organisation: one.number, name: one.name, change })
    const known = new Map((old?.keys ?? []).map((key) => [key.generation, key]))
    const kept = new Set(one.keys.map(({ generation }) => generation))
    return [
      ...(old === undefined ? [said(`is new, ${umbrella(one.holding)}`)] : []),
      ...(old !== undefined && old.name !== one.name ? [said(`was called "${old.name}"`)] : []),
      ...(old !== undefined && old.holding !== one.holding ? [said(`${umbrella(one.holding)}; was ${umbrella(old.holding)}`)] : []),
      ...one.keys.flatMap((key) => keyChanges(key, known.get(key.generation)).map(said)),
      ...[...known.values()].filter(({ generation }) => !kept.has(generation)).map((key) => said(`${printed(key)} IS GONE`)),
    ]
  })
  const gone = [...before.values()]
    .filter(({ number }) => !here.has(number))
    .map(({ number, name, keys }) => ({ organisation: number, name, change: ['IS GONE', ...keys.map(printed)].join('; with it ') }))
  return [...changed, ...gone]
}

const printed = ({ generation, signing, statements }: RegisterKey) =>
  `key ${generation} (signing ${keyPrint(signing)}, statements ${keyPrint(statements)})`

function keyChanges(key: RegisterKey, old: RegisterKey | undefined): readonly string[] {
  const name = `key ${key.generation}`
  const from = key.first_edition === null ? 'not in force in any edition yet' : `cases are signed from ${key.first_edition} on`
  const until = `${key.last_edition === null ? '' : `, until ${key.last_edition}`}${key.by_decision ? '; BY YOUR DECISION unsigned cases of before count' : ''}`
  const prints = `signing ${keyPrint(key.signing)}, statements ${keyPrint(key.statements)}; ${from}${until}`
  if (old === undefined) return [`${name} is new: ${prints}`]
  if (old.signing !== key.signing || old.statements !== key.statements)
    return [`${name} WAS REPLACED: ${prints}; was signing ${keyPrint(old.signing)}, statements ${keyPrint(old.statements)}`]
  const moved = old.first_edition !== key.first_edition || old.last_edition !== key.last_edition || old.by_decision !== key.by_decision
  const since = old.first_edition === key.first_edition ? '' : `; was from ${old.first_edition ?? 'no edition'}`
  const end = old.last_edition === key.last_edition ? '' : `; was until ${old.last_edition ?? 'no end'}`
  return moved ? [`${name} (signing ${keyPrint(key.signing)}): ${from}${until}${since}${end}`] : []
}

/** Every edition that is new, has another public key or another place than before, or is no longer there. */
export function editionChangesOf(next: RegisterContent, previous: RegisterContent | null): readonly EditionChange[] {
  const before = new Map((previous?.editions ?? []).map(({ id, public_key }, place) => [id, { public_key, place }]))
  const here = new Set(next.editions.map(({ id }) => id))
  const changed = next.editions.flatMap(({ id, public_key }, place) => {
    const old = before.get(id)
    const said = (change: string): EditionChange => ({ edition: id, change })
    if (old === undefined) return [said(`is new, public key ${keyPrint(public_key)}`)]
    return [
      ...(old.public_key === public_key ? [] : [said(`HAS ANOTHER PUBLIC KEY: ${keyPrint(public_key)}; was ${keyPrint(old.public_key)}`)]),
      ...(old.place === place ? [] : [said(`stands in place ${place + 1}; was ${old.place + 1}`)]),
    ]
  })
  const gone = [...before].filter(([id]) => !here.has(id))
  return [...changed, ...gone.map(([edition, { public_key }]) => ({ edition, change: `IS GONE; public key ${keyPrint(public_key)}` }))]
}

export interface UmbrellaMembers {
  readonly umbrella: string
  readonly members: readonly { readonly number: number; readonly name: string }[]
}

/** Each umbrella with all of its members, who count as one contributor. */
export function umbrellasOf({ organisations }: RegisterContent): readonly UmbrellaMembers[] {
  const names = [...new Set(organisations.flatMap(({ holding }) => (holding === null ? [] : [holding])))].sort()
  return names.map((umbrella) => ({
    umbrella,
    members: organisations.filter(({ holding }) => holding === umbrella).map(({ number, name }) => ({ number, name })),
  }))
}
