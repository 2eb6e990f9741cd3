import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { CaseInput } from '../../domain/case.ts';
import { type CaseEventType, eventTypes } from '../../domain/events.ts';
import { type ExceptionType, exceptionTypes, rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import type { CaseMachine } from '../../replay/snapshot.ts';
import type { ExploreOptions, Path } from '../../verify/explore/exploration.ts';
import { explore } from '../../verify/explore/explore.ts';
import { inputsFor } from '../../verify/explore/inputs.ts';
import type { Invariant } from '../../verify/invariants/invariant.ts';
import { Stepper } from '../../verify/stepper/stepper.ts';
import type { Wired } from '../../verify/stepper/wiring.ts';
import { advance, momentOf, openSession, type Session, send, wait } from './session.ts';
import { trackOf } from './taken.ts';

/** What a search for a way to a state or a transition found. */
export type Way =
  /** A way there, looked at from its end. It is the shortest with the events that were tried. */
  | { readonly kind: 'found'; readonly session: Session }
  /** Everything was tried, and nothing leads there. */
  | { readonly kind: 'unreachable' }
  /** The search was given up after so many states. */
  | { readonly kind: 'givenUp'; readonly states: number };

/** How far a search goes. */
export interface SearchOptions {
  /** The states each round of the search may look at; by default 3,000, 6,000 and 10,000. */
  readonly rounds?: readonly number[];
  /** Told now and then with the states seen so far; returning `false` gives up. */
  readonly onProgress?: (states: number) => unknown;
}

/**
 * Looks for a short way to a state or a branch of a machine, by its id in the chart. First with the events of its own
 * region and those that decide a case, then with every order, at last with every event. Takes seconds: not for the
 * thread that paints.
 * @throws {ParcelError} `INVALID_INPUT` if the machine cannot be explored.
 */
export function wayTo(machine: MachineName, id: string, options: SearchOptions = {}): Way {
  const [first = 3_000, second = 6_000, third = 10_000] = options.rounds ?? [];
  const plain = inputsFor(Object.values(rulebooks)).slice(0, 1);
  const opened = openSession(machine, plain[0] as CaseInput);
  if (trackOf(opened).entered.includes(id)) return { kind: 'found', session: opened };
  const logic = machines[machine] as CaseMachine;
  const only = typeOf(machine, id);
  const near: ExploreOptions = only
    ? { only: [only], leaveOut: farFrom(logic, id) }
    : { leaveOut: farFrom(logic, id) };
  const rounds: ExploreOptions[] = [
    { ...near, inputs: plain, maxStates: first },
    { ...near, maxStates: second },
    { maxStates: third },
  ];
  let seen = 0;
  for (const [place, round] of rounds.entries()) {
    const { path, states, complete } = search(machine, id, round, (count) =>
      options.onProgress?.(seen + count),
    );
    seen += states;
    if (path) {
      const session = played(machine, path);
      const track = trackOf(session);
      if (track.branches.includes(id) || track.entered.includes(id)) return { kind: 'found', session };
    }
    if (complete && place === rounds.length - 1) return { kind: 'unreachable' };
  }
  return { kind: 'givenUp', states: seen };
}

// Helpers

function search(
  machine: MachineName,
  id: string,
  options: ExploreOptions,
  onProgress: (states: number) => unknown,
): { path: Path | undefined; states: number; complete: boolean } {
  const stepper = new Stepper(machines[machine] as CaseMachine);
  const leading = id.includes('|') ? [wiredAs(stepper, id)] : stepper.transitions.filter(leadsTo(id));
  let found = false;
  const goal: Invariant = {
    id: 'reached',
    title: { en: 'reached', zh: '到达' },
    broken: ({ states }) => {
      const isThere =
        leading.some((wired) => (wired?.taken ?? 0) > 0) || states.some((state) => isWithin(state, id));
      found ||= isThere;
      return isThere ? 'reached' : null;
    },
  };
  const { violations, states, truncated } = explore(machines[machine] as CaseMachine, {
    ...options,
    stepper,
    invariants: [goal],
    onProgress: (progress) => !found && onProgress(progress.states),
  });
  return { path: violations[0]?.path, states, complete: truncated === null };
}

/** The transition that a branch of the chart stands for: the one so many places down among those of its state and event. */
function wiredAs({ transitions }: Stepper, id: string): Wired | undefined {
  const [source, type, order] = id.split('|');
  const tried = transitions.filter(
    (wired) => wired.eventType === type && wired.source.path.join('.') === source,
  );
  return tried[Number(order) - 1];
}

/** Whether a transition leads into a state: also one that is only passed through. */
function leadsTo(id: string): (wired: Wired) => boolean {
  return ({ target = [] }) => target.some(({ path }) => isWithin(path.join('.'), id));
}

function isWithin(state: string, around: string): boolean {
  return state === around || state.startsWith(`${around}.`);
}

/** The exception type that a state or branch belongs to, in a case that has several. */
function typeOf(machine: MachineName, id: string): ExceptionType | undefined {
  return machine === 'parcelCase' ? exceptionTypes.find((type) => id.split(/[.|]/)[2] === type) : undefined;
}

/** The types of events that only states far from a state or branch wait for. */
function farFrom(machine: CaseMachine, id: string): CaseEventType[] {
  const [, region] = id.split(/[.|]/);
  const regions = new Set(['exception', region]);
  if (region === 'recovery' || region === undefined) regions.add('remedy');
  const near = new Set(
    transitionsIn(machine.root)
      .filter(({ source }) => source.path[1] === undefined || regions.has(source.path[1]))
      .map(({ eventType }) => eventType),
  );
  return eventTypes.filter((type) => !near.has(type));
}

function transitionsIn(node: AnyStateNode): AnyTransitionDefinition[] {
  return [...[...node.transitions.values()].flat(), ...Object.values(node.states).flatMap(transitionsIn)];
}

function played(machine: MachineName, { input, steps }: Path): Session {
  return steps.reduce(
    (session, { at, event }) => (event ? send(session, event) : waited(session, at)),
    openSession(machine, input as CaseInput),
  );
}

/** Waits until an instant, and if nothing lapsed by then, until something has. */
function waited(session: Session, until: string): Session {
  const now = wait(session, until);
  return momentOf(now).lapses.length > 0 ? now : advance(session);
}
