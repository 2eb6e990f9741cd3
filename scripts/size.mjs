// What one machine costs a page that already has xstate and zod: minified, brotli, in bytes.
import { existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { leanMachines } from './lean.mjs';

const checked = 'dist/lean/damaged.js';
const limit = 11_000;

for (const file of [
  'dist/machines/damaged.js',
  ...leanMachines.map((machine) => `dist/lean/${machine}.js`),
]) {
  if (!existsSync(file)) {
    console.error(`size: ${file} does not exist. Run "npm run build" first.`);
    process.exit(1);
  }
  const size = await sizeOf(file);
  if (file !== checked) {
    console.log(`size: ${file} is ${size} bytes.`);
  } else if (size <= limit) {
    console.log(`size: ${file} is ${size} bytes; the limit is ${limit}.`);
  } else {
    console.error(`size: ${file} is ${size} bytes, more than the limit of ${limit}.`);
    process.exitCode = 1;
  }
}

// Helpers

async function sizeOf(file) {
  const bundle = await rolldown({
    input: file,
    external: [/^xstate($|\/)/, /^zod($|\/)/],
    platform: 'browser',
    onLog(level, log) {
      if (level !== 'warn') return;
      console.error(`size: ${log.message}`);
      process.exitCode = 1;
    },
  });
  const { output } = await bundle.generate({ format: 'esm', minify: true, codeSplitting: false });
  await bundle.close();
  return brotliCompressSync(output[0].code).byteLength;
}
