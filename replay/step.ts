import { type Effect, effectNames } from '../actions/effects.ts';
import { openCase } from '../actions/opening.ts';
import type { CaseInput } from '../domain/case.ts';
import type { Deadline } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import { isBefore, toMilliseconds } from '../domain/time.ts';
import type { CaseContext } from '../guards/case-context.ts';
import { candidatesFor, expectedTypes } from './candidates.ts';
import { parseEvent } from './parse-event.ts';
import { changesNothing, closed, guarded, notExpected, type Refusal } from './refusal.ts';
import { collecting } from './scope.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from './snapshot.ts';

export type { Refusal } from './refusal.ts';

/** What an event did. */
export interface Applied<Snapshot extends CaseSnapshot = CaseSnapshot> {
  readonly outcome: 'applied';
  readonly snapshot: Snapshot;
  readonly effects: readonly Effect[];
  /** Deadlines that lapsed before the event, in order, each with what it did. */
  readonly lapses: readonly Lapse[];
}

/** An event that changed nothing, except that deadlines due before it have lapsed. */
export interface NotApplied<Snapshot extends CaseSnapshot = CaseSnapshot> {
  /** `ignored`: valid, but it means nothing now; `rejected`: it is wrong in itself. */
  readonly outcome: 'ignored' | 'rejected';
  readonly snapshot: Snapshot;
  readonly effects: readonly Effect[];
  readonly lapses: readonly Lapse[];
  readonly reason: Refusal;
}

/** A deadline that lapsed: the event it became and the effects it requested. */
export interface Lapse {
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
}

/** What `step` returns. */
export type StepResult<Snapshot extends CaseSnapshot = CaseSnapshot> =
  | Applied<Snapshot>
  | NotApplied<Snapshot>;

/**
 * Opens a case. Nothing is executed: the effects are data.
 * @throws {ParcelError} `INVALID_INPUT` naming each wrong field.
 */
export function open<Machine extends CaseMachine>(
  machine: Machine,
  input: CaseInput,
): { snapshot: CaseSnapshot<Machine>; effects: readonly Effect[] } {
  openCase(input);
  const [snapshot, actions] = collecting((scope) => machine.getInitialSnapshot(scope, input as never));
  return { snapshot: snapshot as CaseSnapshot<Machine>, effects: effectsOf(actions) };
}

/**
 * Feeds one event to a case. Pure: the snapshot passed in is not changed and nothing is executed. Deadlines that are
 * due before the event lapse first, each as an event of its own.
 */
export function step<Snapshot extends CaseSnapshot>(
  snapshot: Snapshot,
  event: unknown,
): StepResult<Snapshot> {
  const parsed = parseEvent(snapshot, event);
  if (!parsed.event) {
    return { outcome: 'rejected', snapshot, effects: [], lapses: [], reason: parsed.refusal };
  }

  const { snapshot: current, lapses, effects: lapsed } = lapse(snapshot, parsed.event.at);
  if (current.status !== 'active') {
    return { outcome: 'rejected', snapshot: current, effects: lapsed, lapses, reason: closed };
  }
  const [next, effects] = transition(current, parsed.event);
  if (next === current) {
    return {
      outcome: 'ignored',
      snapshot: current,
      effects: lapsed,
      lapses,
      reason: whyIgnored(current, parsed.event),
    };
  }
  return {
    outcome: 'applied',
    snapshot: stamp(next, current, parsed.event.at),
    effects: [...lapsed, ...effects],
    lapses,
  };
}

/** The deadlines that have lapsed at an instant: acting at exactly the due instant is still in time. */
export function dueDeadlines(snapshot: CaseSnapshot, now: string): Deadline[] {
  return contextOf(snapshot)
    .deadlines.filter(({ dueAt }) => isBefore(dueAt, now))
    .sort((one, other) => toMilliseconds(one.dueAt) - toMilliseconds(other.dueAt));
}

/**
 * Lets every deadline that is due before an instant lapse, in order. For hosts that wake up without an event.
 * Nothing is executed.
 */
export function lapse<Snapshot extends CaseSnapshot>(
  snapshot: Snapshot,
  now: string,
): { snapshot: Snapshot; lapses: readonly Lapse[]; effects: readonly Effect[] } {
  const lapses: Lapse[] = [];
  let current = snapshot;
  // each deadline lapses once, even if the machine leaves it running
  const lapsed = new Set<string>();
  while (current.status === 'active') {
    const next = dueDeadlines(current, now).find(({ id, dueAt }) => !lapsed.has(`${id} ${dueAt}`));
    if (!next) break;
    lapsed.add(`${next.id} ${next.dueAt}`);
    const event = { type: next.lapses, at: next.dueAt } as CaseEvent;
    const [after, effects] = transition(current, event);
    if (after !== current) {
      current = stamp(after, current, later(next.dueAt, contextOf(current).at));
      lapses.push({ event, effects });
    }
  }
  return { snapshot: current, lapses, effects: lapses.flatMap(({ effects }) => effects) };
}

// Helpers

function whyIgnored(snapshot: CaseSnapshot, event: CaseEvent): Refusal {
  const candidates = candidatesFor(snapshot, event);
  const expected = expectedTypes(snapshot);
  if (candidates.length === 0) return notExpected(event.type, expected);
  return candidates.some(({ guard }) => guard === null || guard.holds)
    ? changesNothing(event.type, expected)
    : guarded(event.type, candidates, expected);
}

function transition<Snapshot extends CaseSnapshot>(
  snapshot: Snapshot,
  event: CaseEvent,
): [Snapshot, Effect[]] {
  const machine = snapshot.machine as CaseMachine;
  const [next, actions] = collecting((scope) => machine.transition(snapshot as never, event, scope as never));
  return [next as unknown as Snapshot, effectsOf(actions)];
}

const effectTypes: ReadonlySet<string> = new Set(effectNames);

function effectsOf(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  const effects: Effect[] = [];
  for (const { type, params } of actions) {
    if (effectTypes.has(type)) effects.push({ type, params } as Effect);
  }
  return effects;
}

/** Dates the snapshot that a transition made of another. What it made new belongs to nobody else yet and is not copied again. */
function stamp<Snapshot extends CaseSnapshot>(made: Snapshot, before: Snapshot, at: string): Snapshot {
  const { context } = made as { context: CaseContext };
  const dated = context === before.context ? { ...context } : context;
  return Object.assign(made, { context: Object.assign(dated, { at }) });
}

function later(one: string, other: string): string {
  return isBefore(one, other) ? other : one;
}
