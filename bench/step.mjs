// One pure step of the parcel case beside an actor of the same machine, fed the same events.
import { isDeepStrictEqual } from 'node:util';
import { createActor, transition } from 'xstate';
import { column, dist, interleaved, median, ratio } from './measure.mjs';

const { parcelCaseMachine: machine } = await import(new URL('machines/parcel-case.js', dist));
const { bundledScenarioFiles, readText } = await import(new URL('replay/files.js', dist));
const { readScenario } = await import(new URL('replay/read.js', dist));
const { run } = await import(new URL('replay/run.js', dist));
const { collecting } = await import(new URL('replay/scope.js', dist));
const { open, step } = await import(new URL('replay/step.js', dist));

/** The lives of the bundled scenarios: how each case was opened, and every event that was applied or lapsed. */
const lives = bundledScenarioFiles()
  .map((file) => readScenario(readText(file), file))
  .filter((scenario) => scenario.machine === 'parcelCase')
  .map((scenario) => {
    const input = { caseId: 'case', ...scenario.input };
    const events = run(scenario).trace.flatMap(({ event, lapses, result }) => [
      ...lapses.map((lapsed) => lapsed.event),
      ...(event && result === 'applied' ? [event] : []),
    ]);
    return { input, events, opened: open(machine, input).snapshot };
  });
const count = lives.reduce((sum, { events }) => sum + events.length, 0);

const contenders = {
  'step (parse, lapse, transition, effects)': everyLife((snapshot, event) => step(snapshot, event).snapshot),
  'actor.send': {
    prepare: () => lives.map(({ input }) => createActor(machine, { input }).start()),
    act(actors) {
      lives.forEach(({ events }, life) => {
        for (const event of events) actors[life].send(event);
      });
      return actors.map((actor) => actor.getSnapshot());
    },
  },
  'machine.transition, shared scope': everyLife(
    (snapshot, event) => collecting((scope) => machine.transition(snapshot, event, scope))[0],
  ),
  'transition() of xstate': everyLife((snapshot, event) => transition(machine, snapshot, event)[0]),
};

const ends = Object.values(contenders).map(({ prepare, act }) => act(prepare?.()).map(shown));
if (!ends.every((end) => isDeepStrictEqual(end, ends[0]))) throw new Error('The contenders do not agree.');

const times = interleaved(contenders, { warmUp: 10, rounds: 40 });
const send = times['actor.send'];
console.log(`${lives.length} lives, ${count} events; all contenders end alike. CPU time for each event:`);
for (const [name, each] of Object.entries(times)) {
  const microseconds = (median(each) * 1000) / count;
  console.log(`${name.padEnd(42)}${column(microseconds, 1)} us ${column(ratio(each, send), 3)} x actor.send`);
}

// Helpers

function everyLife(next) {
  return {
    act: () =>
      lives.map(({ opened, events }) => {
        let snapshot = opened;
        for (const event of events) snapshot = next(snapshot, event);
        return snapshot;
      }),
  };
}

/** What a case shows. Only `step` keeps the instant of the last event. */
function shown({ value, status, context: { at: _at, ...context } }) {
  return { value, status, context };
}
