/** The collection as this browser keeps it: in its own storage and nowhere else. No function here speaks to a server. */
import { useSyncExternalStore } from 'react'
import { type Collection, collectionOf, EMPTY, isEmpty } from './collection.ts'

const NAME = 'workbench'

let current: Collection | null = null
/** False once the storage has refused: the page then forgets when it is closed, and says so. */
let stays = true
const listeners = new Set<() => void>()

function read(): Collection {
  try {
    return collectionOf(JSON.parse(window.localStorage.getItem(NAME) ?? 'null')) ?? EMPTY
  } catch {
    return EMPTY
  }
}

function notify() {
  for (const listener of listeners) listener()
}

function watch(listener: () => void) {
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== NAME && event.key !== null) return
    current = read()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', elsewhere)
  }
}

const now = (): Collection => (current ??= read())

export function change(by: (collection: Collection) => Collection): void {
  current = by(now())
  try {
    if (isEmpty(current)) window.localStorage.removeItem(NAME)
    else window.localStorage.setItem(NAME, JSON.stringify(current))
    stays = true
  } catch {
    stays = false
  }
  notify()
}

/** Nothing of it is left in this browser afterwards. */
export function forget(): void {
  change(() => EMPTY)
}

export const useCollection = (): Collection => useSyncExternalStore(watch, now)
export const useStays = (): boolean => useSyncExternalStore(watch, () => stays)
