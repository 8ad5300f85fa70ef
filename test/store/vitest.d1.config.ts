/** The store suite on D1, inside real workerd, without a network. */
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { defineConfig } from 'vitest/config'
import { versionOneText } from './version-one-text.ts'

export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      miniflare: {
        compatibilityDate: '2026-04-01',
        cf: false,
        d1Databases: ['DB', 'OLD', 'OLDER'],
        bindings: {
          MIGRATIONS: await readD1Migrations(fileURLToPath(new URL('../../server/store/migrations', import.meta.url))),
          VERSION_ONE: versionOneText(),
        },
      },
    }),
  ],
  test: {
    name: 'store-d1',
    include: ['d1.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Within workerd no module can be read from the disk.
    experimental: { fsModuleCache: false },
  },
}))
