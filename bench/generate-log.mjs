// Writes an event log as `replay --log` reads it: the lives of the bundled scenarios, over and over, interleaved.
// node bench/generate-log.mjs 1000000 > log.ndjson
import { once } from 'node:events';
import { dist } from './measure.mjs';

const { after } = await import(new URL('domain/time.js', dist));
const { bundledScenarioFiles, readText } = await import(new URL('replay/files.js', dist));
const { readScenario } = await import(new URL('replay/read.js', dist));
const { run } = await import(new URL('replay/run.js', dist));

const wanted = Number(process.argv[2] ?? 1_000_000);
/** Cases that run beside each other. */
const beside = Number(process.argv[3] ?? 500);
const day = 86_400_000;

/** Only lives that end: a log of cases that never close would fill any memory. */
const lives = bundledScenarioFiles()
  .map((file) => readScenario(readText(file), file))
  .map((scenario) => ({ scenario, played: run(scenario) }))
  .filter(({ played }) => played.snapshot.status === 'done')
  .map(({ scenario: { machine, input }, played }) => ({
    machine,
    input,
    events: played.trace.flatMap(({ event }) => (event ? [event] : [])),
  }));

const running = [];
let opened = 0;
let events = 0;
while (events < wanted) {
  if (running.length < beside) running.push(newCase());
  const place = (events * 7919) % running.length;
  const { id, shift, life, next } = running[place];
  running[place].next += 1;
  const event = life.events[next];
  if (event === undefined) {
    running[place] = newCase();
    continue;
  }
  await write({ case: id, event: shifted(event, shift) });
  events += 1;
}

// Helpers

function newCase() {
  const life = lives[opened % lives.length];
  const id = `case-${opened}`;
  const shift = (opened % 300) * day;
  opened += 1;
  write({ case: id, machine: life.machine, open: shifted(life.input, shift) });
  return { id, shift, life, next: 0 };
}

/** The same, some days later: every instant inside is moved. */
function shifted(value, shift) {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return after(value, shift);
  if (Array.isArray(value)) return value.map((entry) => shifted(entry, shift));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shifted(entry, shift)]));
}

async function write(line) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
}
