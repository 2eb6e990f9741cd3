import { describe, expect, it } from 'vitest';
import { and, assign, createMachine, initialTransition, not, or, raise, sendTo, stateIn } from 'xstate';
import { effectNames } from '../../actions/effects.ts';
import { ParcelError } from '../../domain/errors.ts';
import { eventTypes } from '../../domain/events.ts';
import type { MachineEvent } from '../../guards/case-context.ts';
import { machineNames, machines } from '../../machines/index.ts';
import { collecting } from '../../replay/scope.ts';
import { type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { type Requested, Stepper } from '../../verify/stepper/stepper.ts';
import { poolOf } from '../support/always.ts';
import { eventOf } from '../support/events.ts';

describe.each(machineNames)('the stepper of %s', (machine) => {
  it('should do on every event of generated lives what XState does', () => {
    const stepper = new Stepper(machines[machine]);
    let compared = 0;
    for (const { played } of poolOf(machine)) {
      for (const { event, before, result } of played) {
        if (before.status !== 'active' || result.outcome === 'rejected') continue;
        compareOn(stepper, before, event as unknown as MachineEvent);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('should come to the same in whatever order the states became active', () => {
    const stepper = new Stepper(machines[machine]);
    let reordered = 0;
    for (const { played } of poolOf(machine)) {
      for (const { event, before, result } of played) {
        if (before.status !== 'active' || result.outcome === 'rejected') continue;
        const live = stepper.standing(before);
        const ordered = stepper.canonical(live);
        if (ordered.configuration !== live.configuration) reordered++;
        const [one, other] = [live, ordered].map((from) => stepper.transition(from, event as never));
        expect([event, one?.configuration.leaves, one?.context]).toEqual([
          event,
          other?.configuration.leaves,
          other?.context,
        ]);
      }
    }
    expect(reordered).toBeGreaterThan(20);
  });

  it('should do on every type of event what XState does, expected or not', () => {
    const stepper = new Stepper(machines[machine]);
    for (const { last } of poolOf(machine).slice(0, 12)) {
      if (last.status !== 'active') continue;
      for (const type of eventTypes) compareOn(stepper, last, eventOf(type, contextOf(last).at, 3));
    }
  });
});

describe('the stepper of a machine of another kind', () => {
  it('should do what XState does with wildcards, completion, re-entry, nested regions and combined guards', () => {
    const stepper = new Stepper(kinds);
    const words = ['in', 'next', 'again', 'other.thing', 'flip'];
    const seen = new Map<string, CaseSnapshot>();
    const visit = (snapshot: CaseSnapshot): void => {
      const key = JSON.stringify([snapshot.value, contextOf(snapshot)]);
      if (seen.has(key) || (contextOf(snapshot) as unknown as { count: number }).count > 4) return;
      seen.set(key, snapshot);
      if (snapshot.status !== 'active') return;
      for (const type of words) visit(compareOn(stepper, snapshot, { type, at: 'now' } as never));
    };
    visit(initialTransition(kinds)[0] as never);
    expect([...seen.keys()].some((key) => key.includes('nested'))).toBe(true);
    expect([...seen.values()].some(({ status }) => status === 'done')).toBe(true);
    expect(seen.size).toBeGreaterThan(20);
  });

  it('should be refused if it needs what is not explored', () => {
    const history = createMachine({ initial: 'a', states: { a: {}, h: { type: 'history' } } });
    const delayed = createMachine({ initial: 'a', states: { a: { after: { 5: 'b' } }, b: {} } });
    const sending = createMachine({ on: { go: { actions: sendTo('other', { type: 'go' }) } } });

    expect(() => new Stepper(history)).toThrow(ParcelError);
    expect(() => new Stepper(history)).toThrow('The state h has a history state');
    expect(() => new Stepper(delayed)).toThrow('The state a has a delayed transition');
    expect(() => new Stepper(sending)).toThrow('the action xstate.sendTo, which cannot be explored');
  });

  it('should stop an endless loop of transitions that are taken at once', () => {
    const loop = createMachine({
      context: { n: 0 },
      initial: 'a',
      states: {
        a: { on: { go: 'b' } },
        b: { always: { target: 'c', actions: assign({ n: ({ context }) => context.n + 1 }) } },
        c: { always: 'b' },
      },
    });
    const stepper = new Stepper(loop);
    const start = stepper.standing(initialTransition(loop)[0] as never);

    expect(() => stepper.transition(start, { type: 'go' } as never)).toThrow('Endless loop after go in a.');
  });
});

// Helpers

const count = assign({ count: ({ context }: { context: { count: number } }) => context.count + 1 });
const odd = ({ context }: { context: { count: number } }) => context.count % 2 === 1;

/** Has what the machines of the package do without: done regions, re-entry, stateIn, wildcards, nested regions. */
const kinds = createMachine(
  {
    id: 'kinds',
    context: { count: 0 },
    initial: 'outside',
    on: { 'other.*': { actions: 'count' }, flip: { target: '.outside', guard: not(odd) } },
    states: {
      outside: {
        entry: 'count',
        exit: 'note',
        on: { in: 'work', again: { target: 'outside', reenter: true } },
      },
      work: {
        type: 'parallel',
        entry: raise({ type: 'other.begun' }),
        onDone: { target: 'ended', actions: 'note' },
        on: { flip: { target: '.left.two', guard: stateIn({ work: { right: 'one' } }) } },
        states: {
          left: {
            initial: 'one',
            states: {
              one: { on: { next: { target: 'two', guard: or([odd, stateIn('#deep')]) } } },
              two: { on: { next: 'three', again: { target: 'two', reenter: true, actions: 'count' } } },
              three: { type: 'final', entry: 'note' },
            },
          },
          right: {
            initial: 'one',
            onDone: { actions: 'count' },
            states: {
              one: {
                always: { target: 'nested', guard: and([odd, stateIn({ work: { left: 'two' } })]) },
                on: { '*': { actions: 'note' } },
              },
              nested: {
                type: 'parallel',
                states: {
                  a: { initial: 'x', states: { x: { id: 'deep', on: { next: 'y' } }, y: { type: 'final' } } },
                  b: { initial: 'x', states: { x: { on: { again: 'y' } }, y: { type: 'final' } } },
                },
                onDone: 'last',
              },
              last: { type: 'final' },
            },
          },
        },
      },
      ended: { type: 'final', exit: 'note' },
    },
  },
  { actions: { count, note() {} } },
);

/** Holds the stepper against XState on one event: states, context, effects, and whether anything changed at all. */
function compareOn(stepper: Stepper, before: CaseSnapshot, event: MachineEvent): CaseSnapshot {
  const { machine } = stepper;
  const [next, actions] = collecting((scope) => machine.transition(before as never, event, scope as never));
  const from = stepper.standing(before);
  const requested: Requested[] = [];
  const standing = stepper.transition(from, event, requested);
  const expected = next as unknown as CaseSnapshot;

  expect({ event, ...shown(standing.configuration, standing.context, requested) }).toEqual({
    event,
    value: expected.value,
    order: orderOf(expected),
    context: contextOf(expected),
    effects: actions
      .filter(({ type }) => type === 'note' || (effectNames as readonly string[]).includes(type))
      .map(({ type, params }) => ({ type, params })),
  });
  expect(standing.configuration.done).toBe(expected.status === 'done');
  expect(standing === from).toBe((next as unknown) === before);
  return expected;
}

function shown(
  { value, nodes, done }: ReturnType<Stepper['standing']>['configuration'],
  context: unknown,
  requested: readonly Requested[],
) {
  return {
    value,
    order: done ? null : nodes.map(({ id }) => id),
    context,
    effects: requested.map(({ type, params }) => ({ type, params: params() })),
  };
}

/** XState turns the order of the states round when it closes a machine; nothing reads it any more. */
function orderOf(snapshot: CaseSnapshot): string[] | null {
  if (snapshot.status === 'done') return null;
  return (snapshot as unknown as { _nodes: { id: string }[] })._nodes.map(({ id }) => id);
}
