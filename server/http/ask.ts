/** How our own commands reach a server: under TLS unless it is this machine, and nowhere else than they were told to. */

/** Nothing was sent, or nothing more; the message says why without the address, which may hold a name. */
export class NotSent extends Error {
  readonly slug: string
  constructor(slug: string, message: string) {
    super(message)
    this.name = 'NotSent'
    this.slug = slug
  }
}

/** The address of a server that may be sent to. @throws NotSent 'insecure-address', or 'usage' when it is no address */
export function serverAddress(given: string): URL {
  const address = URL.canParse(given) ? new URL(given) : null
  if (!address || !['http:', 'https:'].includes(address.protocol) || address.username !== '' || address.password !== '')
    throw new NotSent('usage', 'the server is named as https://HOST, or http://localhost:PORT on this machine')
  if (address.protocol === 'http:' && !isLoopback(address.hostname))
    throw new NotSent(
      'insecure-address',
      'http:// is for this machine alone: on the way to another one everybody could read it. Use https://',
    )
  return address
}

/** Of an address that was parsed, so that every form of a number is brought into one. */
const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

export interface Asking {
  readonly method?: string
  /** Of an organisation; goes out in a header. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * The answer of this very server. A redirect is not followed: a case, or a key, would go to whomever it names.
 * @throws NotSent as `serverAddress`, or 'redirected'; TypeError when the server cannot be reached
 */
export async function ask(server: string, path: string, { key, headers, ...request }: Asking = {}): Promise<Response> {
  const address = new URL(path, serverAddress(server))
  const sent = { ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }), ...headers }
  try {
    return await fetch(address, { ...request, headers: sent, redirect: 'error' })
  } catch (error) {
    if ((error as { cause?: { message?: unknown } }).cause?.message !== 'unexpected redirect') throw error
    throw new NotSent('redirected', 'the server sent us to another address, where nothing is sent: name the right one')
  }
}
