import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chunks, preload } from './build/chunks.ts';
import { firstChart } from './build/first-chart.ts';

/** The page of the inspector: built into the package, served by `parcel-exceptions inspect`. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  base: './',
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [firstChart(), preload()],
  resolve: {
    alias: [
      {
        find: /^\.\/compiled\.ts$/,
        replacement: fileURLToPath(new URL('build/interpreted.ts', import.meta.url)),
      },
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: new URL('../../dist/inspector/web', import.meta.url).pathname,
    emptyOutDir: true,
    target: 'es2023',
    // inlined files would be data: addresses, which the page's policy forbids
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
});
