/** The pages of the form kept in this browser, for a line that is not always there. Off until somebody switches it on. */

/** Beside the page, so that it may answer for `/questionnaire` and for nothing else. */
const WORKER = '/questionnaire-offline.js'
const SCOPE = '/questionnaire'
/** Name of every cache that the worker makes begins with this. */
const CACHES = 'form-'

const workers = () => (typeof navigator === 'undefined' ? undefined : navigator.serviceWorker)

const registered = async () => workers()?.getRegistration(SCOPE)

export const mayBeOffline = (): boolean => workers() !== undefined && 'caches' in globalThis

export const isOffline = async (): Promise<boolean> => (await registered())?.active != null

/** True once everything the form needs is kept here; false where the browser or the line does not allow it, and nothing is left behind. */
export async function keepOffline(): Promise<boolean> {
  try {
    const registration = await workers()?.register(WORKER, { scope: SCOPE, updateViaCache: 'none' })
    const worker = registration?.installing ?? registration?.waiting ?? registration?.active
    if (!worker) return false
    const done = await new Promise<boolean>((resolve) => {
      const look = () => {
        if (worker.state === 'activated') resolve(true)
        if (worker.state === 'redundant') resolve(false)
      }
      worker.addEventListener('statechange', look)
      look()
    })
    if (!done) await forgetOffline()
    return done
  } catch {
    await forgetOffline()
    return false
  }
}

/** Takes the pages of a newer release, where somebody keeps them. */
export async function refreshOffline(): Promise<void> {
  await (await registered())?.update().catch(() => {})
}

export async function forgetOffline(): Promise<void> {
  const forgetCaches = async () => {
    if (!('caches' in globalThis)) return
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name.startsWith(CACHES)).map((name) => caches.delete(name)))
  }
  const unregister = async () => (await registered())?.unregister()
  await Promise.allSettled([unregister(), forgetCaches()])
}
