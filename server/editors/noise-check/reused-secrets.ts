import type { Fault } from './noise-fault.ts'

/** Editions that have the secret of one before them. Their noise would be one and the same, and the same key open both. */
export function reusedSecrets(editions: readonly { readonly id: string; readonly secret: Uint8Array }[]): Fault[] {
  const known = new Map<string, string>()
  return editions.flatMap(({ id, secret }): Fault[] => {
    const name = Buffer.from(secret).toString('hex')
    const other = known.get(name)
    known.set(name, id)
    return other === undefined ? [] : [{ rule: 'secret-reused', place: `${other} ${id}` }]
  })
}
