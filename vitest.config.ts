import { defineConfig } from 'vitest/config';

const browserTests = 'test/browser/**/*.test.ts';

export default defineConfig({
  // the examples import the package as its users do
  resolve: {
    alias: {
      'parcel-exceptions/feeds': new URL('./feeds/index.ts', import.meta.url).pathname,
      'parcel-exceptions/replay': new URL('./replay/index.ts', import.meta.url).pathname,
      'parcel-exceptions/testing': new URL('./testing/index.ts', import.meta.url).pathname,
      'parcel-exceptions': new URL('./index.ts', import.meta.url).pathname,
    },
  },
  test: {
    environment: 'node',
    globalSetup: ['test/support/choose-seed.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', './scripts/closing-line.mjs'],
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'node', include: ['test/**/*.test.ts'], exclude: [browserTests], maxWorkers: 2 },
      },
      {
        extends: true,
        // one after another, and after the others: together they would be slower than the waits of a test allow
        test: {
          name: 'browser',
          include: [browserTests],
          sequence: { groupOrder: 1 },
          globalSetup: ['test/browser/support/launch.ts'],
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
