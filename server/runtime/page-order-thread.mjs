/** Where the thread that orders pages begins: it loads TypeScript as the commands do. */
import { register } from 'tsx/esm/api'

register()
await import('./page-order-thread.ts')
