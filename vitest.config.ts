/**
 * Every test belongs to one project. A folder under `test/` that nobody named here runs with `packages`, so a new one cannot be
 * forgotten. `npm test` runs all of them in order; `npx vitest run --project packages test/analysis` runs a part.
 */
import { defineConfig } from 'vitest/config'

/** Milliseconds; `npm run soak` has hours. What a project says here wins over the command line. */
const PATIENCE = process.env.SOAK ? 7_200_000 : 60_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'boundaries',
          include: ['test/{boundaries,documents}/**/*.test.ts'],
          // Its JSON is imported without the attribute that Node demands.
          server: { deps: { inline: [/@actions\/workflow-parser/] } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'packages',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{boundaries,documents,journeys,accept,bench}/**', 'test/store/{sqlite,d1}.test.ts'],
          globalSetup: ['test/support/built.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'store-sqlite',
          include: ['test/store/sqlite.test.ts'],
          testTimeout: 60_000,
        },
      },
      // In workerd, with a pool of its own.
      'test/store/vitest.d1.config.ts',
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/built.ts', 'test/journeys/running-demo.ts'],
          // One browser at a time: two of them on two cores only wait for each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
