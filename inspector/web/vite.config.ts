import { defineConfig } from 'vite';

/** The page of the inspector: built into the package, served by `parcel-exceptions inspect`. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: new URL('../../dist/inspector/web', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2023',
    // inlined files would be data: addresses, which the page's policy forbids
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
