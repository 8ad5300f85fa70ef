/** What stands behind the `#` of the address, which no server ever sees. It leaves the address and the history of the browser at once. */
export function takeFragment(): string {
  const { hash, pathname, search } = window.location
  if (hash === '') return ''
  window.history.replaceState(null, '', `${pathname}${search}`)
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    // A lone `%`, of a link that was cut.
    return ''
  }
}
