// Writes the layouts of the inspector's charts anew. The test that holds them fresh writes them when asked to.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/inspector/layouts.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE_LAYOUTS: '1' },
});
process.exitCode = status ?? 1;
