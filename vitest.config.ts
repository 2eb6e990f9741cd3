import { defineConfig } from 'vitest/config';

export default defineConfig({
  // the examples import the package as its users do
  resolve: { alias: { 'parcel-exceptions': new URL('./index.ts', import.meta.url).pathname } },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/choose-seed.ts'],
    setupFiles: ['test/support/seed.ts'],
    reporters: ['default', './scripts/closing-line.mjs'],
    testTimeout: 30_000,
  },
});
