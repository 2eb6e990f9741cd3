// The bundled scenarios, read, parsed and played once in a fresh process.
import { dist } from './measure.mjs';

const imported = timed();
const { bundledScenarioFiles, readText } = await import(new URL('replay/files.js', dist));
const { readScenario } = await import(new URL('replay/read.js', dist));
const { run } = await import(new URL('replay/run.js', dist));
const start = imported();

const reading = timed();
const texts = bundledScenarioFiles().map((file) => [file, readText(file)]);
const read = reading();

const parsing = timed();
const scenarios = texts.map(([file, text]) => [file, readScenario(text, file)]);
const parse = parsing();

const playing = timed();
const runs = scenarios.map(([file, scenario]) => run(scenario, file));
const play = playing();

console.log(
  JSON.stringify({
    files: texts.length,
    steps: runs.reduce((sum, { trace }) => sum + trace.length, 0),
    diverged: runs.filter(({ divergence }) => divergence).length,
    start,
    read,
    parse,
    play,
  }),
);

function timed() {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - wall, cpu: (user + system) / 1000 };
  };
}
