import { configDefaults, defineConfig } from 'vitest/config'

import { retriedTests } from './tests/harness/retriedTests.ts'

const harness = './tests/harness'

/** With a server the same suites run on copies of template databases there; without one, on the embedded engine. */
const onServer = Boolean(process.env['DATABASE_URL'])

const plain = {
  environment: 'node',
  exclude: configDefaults.exclude,
  // An engine, a browser and the application are loaded once per worker, not once per file. Projects do not inherit it.
  isolate: false,
} as const

export default defineConfig({
  test: {
    maxWorkers: 3,
    teardownTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: '.cache/tests/report.json' }], retriedTests('.cache/tests/retried.txt')],
    projects: [
      { test: { ...plain, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...plain,
          name: 'api',
          include: ['tests/{api,db,figures,invariants,seeds}/**/*.test.ts'],
          globalSetup: [`${harness}/prepareMigrated.ts`, `${harness}/prepareSeeded.ts`],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...plain,
          name: 'ops',
          include: onServer ? ['tests/ops/server.test.ts'] : ['tests/ops/**/*.test.ts'],
          exclude: onServer ? [] : ['tests/ops/server.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...plain,
          name: 'drills',
          include: ['tests/drills/**/*.test.ts'],
          exclude: onServer ? [] : ['tests/drills/**/*.server.test.ts'],
          globalSetup: [`${harness}/prepareMigrated.ts`, `${harness}/prepareSeeded.ts`],
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      ...(onServer
        ? []
        : [
            {
              test: {
                ...plain,
                name: 'e2e',
                include: ['tests/e2e/**/*.test.ts'],
                globalSetup: `${harness}/prepareRunning.ts`,
                // Two processors shared by browsers, servers and engines lose a click now and then; every try makes its own records,
                // and the run says at its end what had to be tried again.
                retry: 2,
                testTimeout: 120_000,
                hookTimeout: 180_000,
                expect: { poll: { timeout: 30_000, interval: 100 } },
              },
            },
          ]),
    ],
  },
})
