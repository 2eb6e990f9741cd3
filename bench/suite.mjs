// The whole scenario suite in fresh processes: median of each part, and the command as a user types it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { column, dist, median } from './measure.mjs';

const times = Number(process.argv[2] ?? 9);
const rounds = Array.from({ length: times }, () => {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('scenarios.mjs', import.meta.url))]);
  return JSON.parse(stdout);
});
const commands = Array.from({ length: times }, () => {
  const start = performance.now();
  spawnSync(process.execPath, [fileURLToPath(new URL('cli/main.js', dist)), 'replay'], { stdio: 'ignore' });
  return performance.now() - start;
});

const { files, steps, diverged } = rounds[0];
console.log(`${files} scenarios, ${steps} steps, ${diverged} diverged; median of ${times} fresh processes:`);
for (const part of ['start', 'read', 'parse', 'play']) {
  const [wall, cpu] = ['wall', 'cpu'].map((kind) => median(rounds.map((round) => round[part][kind])));
  console.log(`${part.padEnd(32)}${column(wall)} ms ${column(cpu)} ms CPU`);
}
const once = median(rounds.map(({ read, parse, play }) => read.wall + parse.wall + play.wall));
console.log(`${'read, parse and play together'.padEnd(32)}${column(once)} ms`);
console.log(`${'the command "replay"'.padEnd(32)}${column(median(commands))} ms`);
