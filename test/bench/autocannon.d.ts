/** As much of autocannon as is used here; it publishes no types. */
declare module 'autocannon' {
  interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
  }
  interface Result {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    /** Seconds. */
    readonly duration: number
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number }
  }
  interface Options {
    readonly url: string
    readonly connections: number
    /** Requests; or `duration`, in seconds. */
    readonly amount?: number
    readonly duration?: number
    readonly requests: readonly (Request & { readonly setupRequest?: (request: Request) => Request })[]
  }
  export default function autocannon(options: Options): Promise<Result>
}
