import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { openCase } from '../../actions/opening.ts';
import type { CaseInput } from '../../domain/case.ts';
import { exceptionTypes } from '../../guards/rulebooks.ts';
import { damagedMachine } from '../../machines/damaged.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { caseSetup, due, starts } from '../../machines/setup.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { scenarioOf } from '../../verify/explore/as-scenario.ts';
import type { Exploration, Path, StateFinding } from '../../verify/explore/exploration.ts';
import { explore } from '../../verify/explore/explore.ts';
import { inputsFor } from '../../verify/explore/inputs.ts';

/** The plain order alone, and few states: the whole is explored by `parcel-exceptions verify`. */
const small = { inputs: inputsFor([]).slice(0, 1), maxStates: 2_500 };
const alone = machineNames.filter((name) => name !== 'parcelCase');

describe.each(alone)('every event in the first states of %s', (name) => {
  it('should lead nowhere from where the case cannot close, and break no invariant', () => {
    const found = explore(machines[name], small);

    expect(faultsOf(found)).toEqual({ deadEnds: [], noClosing: [], livelocks: [], violations: [] });
    expect(found.tries).toBeGreaterThan(20_000);
  });
});

describe.each(exceptionTypes)('every event in the first states of the whole case with %s', (type) => {
  it('should lead nowhere from where the case cannot close, and break no invariant', () => {
    const found = explore(machines.parcelCase, { ...small, only: [type], maxStates: 1_200 });

    expect(faultsOf(found)).toEqual({ deadEnds: [], noClosing: [], livelocks: [], violations: [] });
  });
});

describe('an exploration', () => {
  const faulty = explore(withFaults(), { inputs: [plain()], invariants: [] });

  it('should find a state that nothing leaves, by a shortest way', () => {
    expect(named(faulty.deadEnds)).toEqual([['stuck', ['parcel.refused']]]);
  });

  it('should find states from which no closing can be reached', () => {
    expect(named(faulty.noClosing)).toEqual([
      ['stuck', ['parcel.refused']],
      ['here', ['loss.reported']],
      ['there', ['loss.reported', 'parcel.found']],
    ]);
  });

  it('should find where waiting alone closes nothing, and not where a deadline does', () => {
    expect(faulty.traps.map(({ states }) => states)).toEqual([['start'], ['stuck'], ['here'], ['there']]);
  });

  it('should find deadlines that start one another for ever', () => {
    expect(named(faulty.livelocks)).toEqual([
      ['tick', ['damage.reported']],
      ['tock', ['damage.reported', 'wait']],
    ]);
  });

  it('should find what is never reached, taken, accepted, true or false', () => {
    expect(faulty.unreachableStates).toEqual(['nowhere']);
    expect(faulty.unreachableTransitions).toEqual([
      { source: 'start', event: 'parcel.misrouted', targets: ['nowhere'] },
      { source: 'nowhere', event: 'parcel.signed', targets: ['closed'] },
    ]);
    expect(faulty.unacceptedEvents).toContain('parcel.misrouted');
    expect(faulty.unacceptedEvents).not.toContain('parcel.signed');
    expect(faulty.neverTrue).toEqual(['isCommitted']);
    expect(faulty.neverFalse).toEqual(['noReturnFreightYet']);
  });

  it('should keep the first step that breaks an invariant, and not go on behind it', () => {
    const never = {
      id: 'never.signed',
      title: { en: 'Nothing is signed for.', zh: '不得签收。' },
      broken: ({ event }: { event: { type: string } }) => (event.type === 'parcel.signed' ? 'Signed.' : null),
    };
    const found = explore(withFaults(), { inputs: [plain()], invariants: [never] });

    expect(found.violations.map(({ invariant, what, path }) => [invariant, what, typesOf(path)])).toEqual([
      ['never.signed', 'Signed.', ['parcel.signed']],
    ]);
    expect(found.steps).toBeLessThan(faulty.steps);
  });

  it('should say that it was cut off, and then tell only what is certain', () => {
    const cut = explore(withFaults(), { inputs: [plain()], invariants: [], maxStates: 3 });

    expect(cut.truncated).toBe('states');
    expect(cut.notFollowed).toBeGreaterThan(0);
    expect(cut.noClosing.length).toBeLessThan(faulty.noClosing.length);
    expect(faulty.truncated).toBe(null);
  });

  it('should stop when it is told to, and say how far it has come', () => {
    const seen: number[] = [];
    const found = explore(damagedMachine, { ...small, onProgress: ({ states }) => seen.push(states) > 9 });

    expect(found.truncated).toBe('stopped');
    expect(seen).toEqual([1]);
  });

  it('should come to the same when it is done again', () => {
    const once = explore(machines.misrouted, small);

    expect(explore(machines.misrouted, small)).toEqual(once);
  });

  it('should not follow a composed case into another type', () => {
    const found = explore(machines.parcelCase, { ...small, only: ['refused'], maxStates: 2_000 });

    expect(found.unreachableStates).toContain('open.exception.lost.searching.centre');
    expect(found.unreachableStates).not.toContain('open.exception.refused.askingSender');
    expect(found.notFollowed).toBeGreaterThan(0);
  });
});

describe('the way to a finding', () => {
  it.each(['misrouted', 'refused', 'parcelCase'] as const)(
    'should be a scenario of %s that replays to the same states',
    (name: MachineName) => {
      const { traps } = explore(machines[name], {
        ...small,
        maxStates: 3_000,
        only: ['misrouted', 'refused'],
      });
      const title = { en: 'A case that waits', zh: '等待中的案件' };

      expect(traps.length).toBeGreaterThan(5);
      for (const trap of traps) {
        const scenario = scenarioOf(name, title, trap);
        if (scenario === null) continue;
        const replayed = run(readScenario(JSON.stringify(scenario), 'found.yaml'));
        expect([trap.states, replayed.divergence?.differences ?? null]).toEqual([trap.states, null]);
      }
    },
  );

  it('should be none where a case is opened in it', () => {
    const [start] = faultyTraps();
    expect(start?.states).toEqual(['start']);
    expect(start && scenarioOf('damaged', { en: 'Nothing', zh: '无' }, start)).toBe(null);
  });
});

// Helpers

function faultsOf({ deadEnds, noClosing, livelocks, violations }: Exploration) {
  return {
    deadEnds: named(deadEnds),
    noClosing: named(noClosing),
    livelocks: named(livelocks),
    violations: violations.map(({ invariant, what, path }) => [invariant, what, typesOf(path)]),
  };
}

function named(findings: readonly StateFinding[]): [string, string[]][] {
  return findings.map(({ states, path }) => [states.join(' '), typesOf(path)]);
}

function typesOf({ steps }: Path): string[] {
  return steps.map(({ event }) => event?.type ?? 'wait');
}

function faultyTraps(): readonly StateFinding[] {
  return explore(withFaults(), { inputs: [plain()], invariants: [] }).traps;
}

function plain(): CaseInput {
  return small.inputs[0] as CaseInput;
}

/** A small machine with one fault of each kind. */
function withFaults(): AnyStateMachine {
  const machine = caseSetup.createMachine({
    id: 'faulty',
    context: ({ input }) => openCase(input),
    initial: 'start',
    states: {
      start: {
        on: {
          'parcel.signed': { guard: 'noReturnFreightYet', target: 'closed' },
          'parcel.refused': 'stuck',
          'parcel.misrouted': { guard: 'isCommitted', target: 'nowhere' },
          'loss.reported': 'here',
          'damage.reported': 'tick',
          'tracking.stale': 'soon',
        },
      },
      stuck: {},
      here: { on: { 'parcel.found': 'there' } },
      there: { on: { 'loss.reported': 'here' } },
      tick: {
        entry: starts('search', 'courier'),
        on: { 'search.lapsed': { guard: due('search'), target: 'tock' }, 'parcel.signed': 'closed' },
      },
      tock: {
        entry: starts('retention', 'courier'),
        on: { 'retention.lapsed': { guard: due('retention'), target: 'tick' }, 'parcel.signed': 'closed' },
      },
      soon: {
        entry: starts('evidence', 'buyer'),
        on: { 'evidence.lapsed': { guard: due('evidence'), target: 'closed' } },
      },
      nowhere: { on: { 'parcel.signed': 'closed' } },
      closed: { type: 'final' },
    },
  });
  return machine as never;
}
