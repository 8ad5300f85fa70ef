/** One table of this browser (IndexedDB), opened for one act and closed again, so that it can be deleted at any time. */

const TABLE = 'kept'

/**
 * Resolves once what was written is written. The database is made where there is none.
 * @throws DOMException of the browser, or null where it names no reason: storage is switched off, or another tab holds an older version
 */
export function inOneTable<Result>(
  database: string,
  mode: IDBTransactionMode,
  work: (table: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let opening: IDBOpenDBRequest
    try {
      opening = indexedDB.open(database, 1)
    } catch {
      return reject(null)
    }
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE)
    opening.onerror = () => reject(opening.error)
    opening.onblocked = () => reject(null)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(TABLE, mode)
      const request = work(transaction.objectStore(TABLE))
      transaction.oncomplete = () => {
        opening.result.close()
        resolve(request.result)
      }
      transaction.onabort = () => {
        opening.result.close()
        reject(transaction.error)
      }
    }
  })
}
