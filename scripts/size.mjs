// What one machine costs a page that already has xstate and zod.
import { existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const entry = 'dist/machines/damaged.js';
const limit = 10_000;

if (!existsSync(entry)) {
  console.error(`size: ${entry} does not exist. Run "npm run build" first.`);
  process.exit(1);
}

const bundle = await rolldown({
  input: entry,
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

const size = brotliCompressSync(output[0].code).byteLength;
const line = `size: ${entry} is ${size} bytes (minified, brotli, without xstate and zod); the limit is ${limit}.`;
if (size > limit) {
  console.error(line);
  process.exitCode = 1;
} else {
  console.log(line);
}
