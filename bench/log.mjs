// Replays generated logs of growing length and watches the memory of the process.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { column, dist, median } from './measure.mjs';

const sizes = (process.argv[2] ?? '100000,500000,1000000').split(',').map(Number);
const folder = mkdtempSync(join(tmpdir(), 'parcel-log-'));
const main = fileURLToPath(new URL('cli/main.js', dist));

try {
  console.log('   events         MB   seconds  events/s  CPU us/event   RSS median      RSS peak');
  for (const size of sizes) {
    const file = join(folder, `${size}.ndjson`);
    generate(size, file);
    const { seconds, cpu, samples, status } = await replay(file);
    if (status !== 0) throw new Error(`the replay ended with ${status}`);
    const megabytes = statSync(file).size / 1e6;
    console.log(
      `${column(size)} ${column(megabytes)} ${column(seconds, 1)} ${column(size / seconds)} ` +
        `${column((cpu * 1e6) / size, 1)} ${column(median(samples))} MB ${column(Math.max(...samples))} MB`,
    );
    rmSync(file);
  }
} finally {
  rmSync(folder, { recursive: true });
}

// Helpers

function generate(size, file) {
  const output = openSync(file, 'w');
  const script = fileURLToPath(new URL('generate-log.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, String(size)], {
    stdio: ['ignore', output, 'pipe'],
  });
  closeSync(output);
  if (status !== 0) throw new Error(`generate-log.mjs ended with ${status}: ${stderr}`);
}

/** Runs the command and reads its memory from /proc (Linux) five times a second. */
async function replay(file) {
  const start = performance.now();
  const child = spawn(process.execPath, [main, 'replay', '--log', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const samples = [];
  let ticks = 0;
  const sampling = setInterval(() => {
    try {
      samples.push(
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000,
      );
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      ticks = Number(fields[11]) + Number(fields[12]);
    } catch {
      // The process has just ended.
    }
  }, 200);
  const status = await new Promise((done) => child.on('exit', done));
  clearInterval(sampling);
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: ticks / 100,
    samples: samples.filter(Boolean),
    status,
  };
}
