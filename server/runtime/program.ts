/** Which program this is. */

/** Put in by `server/cli/vite.config.ts`: a digest of all sources. */
declare const JNATIP_PROGRAM: string | undefined

/** Null for a program that was not built: its sources may change while nothing says so. */
export const PROGRAM: string | null = typeof JNATIP_PROGRAM === 'string' ? JNATIP_PROGRAM : null
