/**
 * Every test belongs to one project. A folder under `test/` that nobody named here runs with `packages`, so a new one cannot be
 * forgotten. `npm test` runs all of them in order; `npx vitest run --project packages test/analysis` runs a part.
 */
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { runFolder } from './test/support/run-folder.ts'

/** Milliseconds: what takes seconds on a quiet machine takes minutes beside other work, and slow is not broken. `npm run soak` has hours. What a project says here wins over the command line. */
const PATIENCE = process.env.SOAK ? 7_200_000 : 240_000

/** A hook may build an edition, or wait for the file that builds it. */
const PATIENCE_OF_HOOKS = Math.max(PATIENCE, 600_000)

/** Where a run of `npm test` keeps a folder for its parts, one of them compiles a module and the others read it, as long as its text is the same. */
const FOLDER_OF_RUN = runFolder()

export default defineConfig({
  test: {
    ...(FOLDER_OF_RUN === null ? {} : { experimental: { fsModuleCache: true, fsModuleCachePath: join(FOLDER_OF_RUN, 'modules') } }),
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
          globalSetup: ['test/support/built.ts', 'test/support/run-folder.ts'],
          setupFiles: ['test/support/seeded-chance.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE_OF_HOOKS,
        },
      },
      {
        test: {
          name: 'store-sqlite',
          include: ['test/store/sqlite.test.ts'],
          globalSetup: ['test/support/run-folder.ts'],
          setupFiles: ['test/support/seeded-chance.ts'],
          testTimeout: 60_000,
        },
      },
      // In workerd, with a pool of its own.
      'test/store/vitest.d1.config.ts',
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/built.ts', 'test/support/run-folder.ts', 'test/journeys/running-demo.ts'],
          setupFiles: ['test/support/seeded-chance.ts'],
          // One browser at a time: two of them on two cores only wait for each other.
          fileParallelism: false,
          // Some take a minute on a quiet machine and four beside other work; slow is not broken. Over a bad line (SLOW_LINE) each answer takes two seconds.
          testTimeout: process.env.SLOW_LINE ? 3_600_000 : 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
