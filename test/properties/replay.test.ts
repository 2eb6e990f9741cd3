import { describe, expect, it } from 'vitest';
import { type AnyActorLogic, createActor, initialTransition, transition } from 'xstate';
import { effectNames } from '../../actions/effects.ts';
import { machineNames } from '../../machines/index.ts';
import { persist, restore } from '../../replay/snapshot.ts';
import { open, step } from '../../replay/step.ts';
import { always } from '../support/always.ts';
import { frozen } from '../support/frozen.ts';
import { goOn, machineOf, play, shown, shownWithoutInstant, type Trace } from '../support/play.ts';

describe.each(machineNames)('replay of %s', (machine) => {
  it('should give the same twice', () => {
    always(machine, (trace) => {
      const again = play(trace.life);

      expect(again.played.map(({ result }) => summary(result))).toEqual(
        trace.played.map(({ result }) => summary(result)),
      );
      expect(shown(again.last)).toEqual(shown(trace.last));
    });
  });

  it('should not change what it was given', () => {
    always(machine, ({ life }) => {
      const input = frozen(life.input);
      let { snapshot } = open(machineOf(life), input);
      for (const event of life.events) {
        const before = frozenCase(snapshot);
        snapshot = step(before, frozen(event)).snapshot;
      }
      expect(shown(snapshot)).toEqual(shown(play(life).last));
    });
  });

  it('should go on after being saved as JSON as if it had never stopped', () => {
    always(machine, (trace) => {
      const { life } = trace;
      const cut = Math.floor((life.events.length * 2) / 3);
      const first = play({ ...life, events: life.events.slice(0, cut) });
      const saved = JSON.stringify(persist(first.last));
      const restored = restore(machineOf(life), JSON.parse(saved));
      const whole = goOn({ ...first, last: restored }, life.events.slice(cut));

      expect(JSON.stringify(persist(restored))).toBe(saved);
      expect(shown(whole.last)).toEqual(shown(trace.last));
      expect(whole.effects).toEqual(trace.effects);
      expect(whole.played.map(({ result }) => summary(result))).toEqual(
        trace.played.map(({ result }) => summary(result)),
      );
    });
  });

  it('should go on after being saved after every single event', () => {
    always(machine, (trace) => {
      const { life } = trace;
      let { snapshot } = open(machineOf(life), life.input);
      for (const { event, result } of trace.played) {
        const restored = restore(machineOf(life), JSON.parse(JSON.stringify(persist(snapshot))));
        const next = step(restored, event);
        expect(summary(next)).toEqual(summary(result));
        snapshot = next.snapshot;
      }
      expect(shown(snapshot)).toEqual(shown(trace.last));
    });
  });

  it('should do what an actor does', () => {
    always(machine, (trace) => {
      const { life } = trace;
      const requested: unknown[] = [];
      const actions = Object.fromEntries(
        effectNames.map((type) => [type, (_: unknown, params: unknown) => requested.push({ type, params })]),
      );
      const actor = createActor(machineOf(life).provide({ actions } as never), { input: life.input });
      actor.start();
      for (const event of accepted(trace)) actor.send(event as never);

      expect(shownWithoutInstant(actor.getSnapshot())).toEqual(shownWithoutInstant(trace.last));
      expect(requested).toEqual(trace.effects);
    });
  });

  it('should do what the public transition function does', () => {
    always(machine, (trace) => {
      const logic = machineOf(trace.life) as AnyActorLogic;
      const [opened, actions] = initialTransition(logic, trace.life.input);
      let snapshot = opened;
      const requested = [...actions];
      for (const event of accepted(trace)) {
        const [next, more] = transition(logic, snapshot, event as never);
        snapshot = next;
        requested.push(...more);
      }

      expect(shownWithoutInstant(snapshot as never)).toEqual(shownWithoutInstant(trace.last));
      expect(
        requested
          .filter(({ type }) => (effectNames as readonly string[]).includes(type))
          .map(({ type, params }) => ({ type, params })),
      ).toEqual(trace.effects);
    });
  });
});

// Helpers

function summary({ outcome, snapshot, effects, lapses }: ReturnType<typeof step>) {
  return { outcome, ...shown(snapshot), effects, lapses };
}

/** The events that reached the machine, lapses among them. An actor knows no clock: it is sent the lapses. */
function accepted({ played }: Trace): unknown[] {
  return played.flatMap(({ event, result }) => [
    ...result.lapses.map((lapsed) => lapsed.event),
    ...(result.outcome === 'applied' ? [event] : []),
  ]);
}

/** A case whose context cannot be changed. */
function frozenCase<Snapshot extends { context: unknown; value: unknown }>(snapshot: Snapshot): Snapshot {
  frozen(snapshot.context);
  frozen(snapshot.value);
  return snapshot;
}
