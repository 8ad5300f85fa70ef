/** Where a thread of the audits begins: it loads TypeScript as the commands do. */
import { register } from 'tsx/esm/api'

register()
await import('./audit-thread.ts')
