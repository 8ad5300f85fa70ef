/** As much of the test environment of workerd as the store suite uses. */
declare module 'cloudflare:test' {
  export const env: {
    readonly DB: import('../../server/runtime/d1.ts').D1Database & { exec(sql: string): Promise<unknown> }
    readonly OLD: import('../../server/runtime/d1.ts').D1Database
    readonly OLDER: import('../../server/runtime/d1.ts').D1Database
    /** The bundles of version 1, one a line. */
    readonly VERSION_ONE: string
    readonly MIGRATIONS: readonly { readonly name: string; readonly queries: string[] }[]
  }
  export function applyD1Migrations(database: unknown, migrations: typeof env.MIGRATIONS): Promise<void>
}
