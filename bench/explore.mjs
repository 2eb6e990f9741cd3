// How many events an exploration tries in a second, beside the same transitions through XState.
import { isDeepStrictEqual } from 'node:util';
import { column, cpuTime, dist, interleaved, median, ratio } from './measure.mjs';

const { machines } = await import(new URL('machines/index.js', dist));
const { collecting } = await import(new URL('replay/scope.js', dist));
const { bundledScenarioFiles, readText } = await import(new URL('replay/files.js', dist));
const { readScenario } = await import(new URL('replay/read.js', dist));
const { run } = await import(new URL('replay/run.js', dist));
const { explore } = await import(new URL('verify/explore/explore.js', dist));
const { inputsFor } = await import(new URL('verify/explore/inputs.js', dist));
const { Stepper } = await import(new URL('verify/stepper/stepper.js', dist));

const maxStates = 20_000;
for (const name of ['refused', 'damaged', 'parcelCase']) {
  let found;
  const milliseconds = cpuTime(() => {
    found = explore(machines[name], { inputs: inputsFor([]).slice(0, 1), maxStates });
  });
  console.log(
    `explore ${name.padEnd(12)}${column(found.states)} states ${column(found.tries)} tries ` +
      `${column(found.tries / (milliseconds / 1000))} tries/s of CPU`,
  );
}

/** Every event of the bundled scenarios that was applied, with the case before it. */
const machine = machines.parcelCase;
const steps = bundledScenarioFiles()
  .map((file) => readScenario(readText(file), file))
  .filter((scenario) => scenario.machine === 'parcelCase')
  .flatMap((scenario) => run(scenario).trace)
  .filter(({ event, lapses, result }) => event && lapses.length === 0 && result === 'applied')
  .map(({ before, event }) => ({ before, event }));
const stepper = new Stepper(machine);
const standings = steps.map(({ before }) => stepper.standing(before));

const stepped = () => steps.map(({ event }, place) => stepper.transition(standings[place], event));
const asXState = () =>
  steps.map(({ before, event }) => collecting((scope) => machine.transition(before, event, scope))[0]);
const [ours, theirs] = [stepped(), asXState()];
if (!ours.every(({ context }, place) => isDeepStrictEqual(context, theirs[place].context)))
  throw new Error('The stepper and XState do not agree.');

const times = interleaved(
  { stepper: { act: stepped }, XState: { act: asXState } },
  { warmUp: 5, rounds: 20 },
);
console.log(
  `${steps.length} applied events: the stepper ${column((median(times.stepper) * 1000) / steps.length, 1)} us, ` +
    `machine.transition with a shared scope ${column((median(times.XState) * 1000) / steps.length, 1)} us each; ` +
    `${column(1 / ratio(times.stepper, times.XState), 1)} times as fast`,
);
