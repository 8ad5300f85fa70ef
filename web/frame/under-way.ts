/** Answers that `ask-first.ts` asked for before the page was here. That script stands by itself, so both meet at a name of the window. */

declare global {
  /** By address. There once either of the two has begun. */
  var askedFirst: Map<string, Promise<Response>> | undefined
}

/** Without credentials and without a referrer. */
export const REQUEST = { headers: { Accept: 'application/json' }, credentials: 'omit', referrerPolicy: 'no-referrer' } as const

/** The answer that is under way to this address, once; null where nobody asked. From now on the page asks for itself. */
export function underWay(address: string): Promise<Response> | null {
  globalThis.askedFirst ??= new Map()
  const answer = globalThis.askedFirst.get(address) ?? null
  globalThis.askedFirst.delete(address)
  return answer
}
