/** Where the thread of the editors begins: it loads TypeScript as the commands do. */
import { register } from 'tsx/esm/api'

register()
await import('./editors-thread.ts')
