// How long `parcel-exceptions --help` takes, from the start of the process to its end.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { column, dist, median, quantile } from './measure.mjs';

const times = Number(process.argv[2] ?? 20);
const main = fileURLToPath(new URL('cli/main.js', dist));

const runs = { 'node -e 0': ['-e', '0'], '--help': [main, '--help'], '--version': [main, '--version'] };
const walls = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
for (let round = 0; round < times; round++) {
  for (const [name, given] of Object.entries(runs)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, given, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    walls[name].push(performance.now() - start);
  }
}
console.log(`${times} process starts each:`);
for (const [name, each] of Object.entries(walls)) {
  console.log(
    `${name.padEnd(14)}${column(median(each))} ms median ${column(quantile(each, 0.9))} ms at 90 %`,
  );
}
