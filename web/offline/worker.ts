/**
 * Answers for the form when the line does not: its page and the released files it is made of, and nothing else. Nothing that is sent or answered
 * passes through here, and no address but `/questionnaire` is ever in its scope. The list of files is put in when the pages are built, so a newer
 * release is another worker with a cache of its own.
 */
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Fetched extends Lasting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
/** What the compiler's list for pages does not know of a service worker. */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void
}
const worker = self as unknown as WorkerScope

declare const OFFLINE_FORM: { readonly release: string; readonly files: readonly string[] }
const { release, files } = OFFLINE_FORM
const PAGE = '/questionnaire'
const CACHE = `form-${release}`

const kept = async (path: string) => (await caches.open(CACHE)).match(path, { ignoreSearch: true, ignoreVary: true })

worker.addEventListener('install', (event) => {
  const fresh = [PAGE, ...files].map((path) => new Request(path, { cache: 'reload' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)))
})

worker.addEventListener('activate', (event) => {
  const forgetEarlier = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name.startsWith('form-') && name !== CACHE).map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(forgetEarlier())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === PAGE)
    event.respondWith(fetch(request).catch(async () => (await kept(PAGE)) ?? Response.error()))
  else if (files.includes(pathname)) event.respondWith(kept(pathname).then((file) => file ?? fetch(request)))
})
