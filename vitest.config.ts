import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/choose-seed.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', './scripts/closing-line.mjs'],
    testTimeout: 30_000,
  },
});
