import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from '../../domain/events.ts';
import { parcelCaseMachine } from '../../machines/parcel-case.ts';
import { boardCategories, type Kind, kinds } from '../../policy/kinds.ts';
import { requirements } from '../../policy/requirements.ts';
import { activeStates } from '../../replay/compare.ts';
import { readScenario } from '../../replay/read.ts';
import { run } from '../../replay/run.ts';
import { contextOf } from '../../replay/snapshot.ts';

/** Rules of a group of kinds, and of the conduct of agents, name no kind of their own. */
const groups = ['service'];

describe('the kinds that the guides name', () => {
  it('should be those that the rules concern', () => {
    const concerned = requirements
      .flatMap((requirement) => requirement.kinds)
      .filter((kind) => !kind.startsWith('*') && !groups.includes(kind));

    expect(Object.keys(kinds).sort()).toEqual([...new Set(concerned)].sort());
  });

  it.each(Object.entries<Kind>(kinds))(
    'should have %s opened in the parcel case by what its scenarios play',
    (_name, { carriedBy, opens, facts = {}, scenarios }) => {
      const played = scenarios.map(playOnParcelCase);

      for (const type of opens) {
        expect(played.some(({ happened }) => happened.get(type)?.includes(carriedBy))).toBe(true);
      }
      for (const { known } of played) expect(known).toMatchObject(facts);
    },
  );
});

describe('the board of logistics exceptions', () => {
  it('should have five categories, of which the guides name two', () => {
    expect(boardCategories.map(({ title, named }) => [title.zh, named])).toEqual([
      ['揽收超时', true],
      ['快递反馈异常', true],
      ['运输超时', false],
      ['签收超时', false],
      ['物流停滞', false],
    ]);
  });

  it('should open cases by events that the parcel case takes when nothing is wrong yet', () => {
    const { none } = parcelCaseMachine.root.states.open?.states.exception?.states ?? {};
    const taken = new Set(none?.transitions.keys());

    for (const { opens } of boardCategories) {
      for (const type of opens) {
        expect(Object.keys(eventCatalogue)).toContain(type);
        expect(taken).toContain(type);
      }
    }
  });
});

// Helpers

/** Plays a scenario on the parcel case: which regions and types were active after each event that was applied. */
function playOnParcelCase(name: string) {
  const scenario = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'), `${name}.yaml`);
  const { trace, snapshot } = run(scenario, name, parcelCaseMachine);
  const happened = new Map<string, string[]>();
  for (const step of trace) {
    const active = activeStates(step.snapshot).flatMap((path) => path.split('.'));
    const types = step.lapses.map(({ event }) => event.type as string);
    if (step.result === 'applied' && step.event) types.push(String(step.event.type));
    for (const type of types) happened.set(type, [...(happened.get(type) ?? []), ...active]);
  }
  return { happened, known: contextOf(snapshot).facts };
}
