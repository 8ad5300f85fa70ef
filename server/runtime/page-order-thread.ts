/** The thread that writes the database anew, in the order of its keys, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { StoreUnavailable } from '../store/port.ts'
import type { Rewritten } from './page-order.ts'
import { writeAnew } from './sqlite-file.ts'

const { path } = workerData as { readonly path: string }

function rewritten(): Rewritten {
  try {
    return { whole: writeAnew(path) }
  } catch (error) {
    return { code: error instanceof StoreUnavailable ? error.code : null }
  }
}

parentPort?.postMessage(rewritten())
