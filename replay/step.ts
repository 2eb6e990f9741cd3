import type { SnapshotFrom } from 'xstate';
import { type Effect, type EffectName, effectNames } from '../actions/effects.ts';
import { openCase } from '../actions/opening.ts';
import type { CaseInput } from '../domain/case.ts';
import type { Deadline } from '../domain/deadlines.ts';
import { type Problem, problemsOf } from '../domain/errors.ts';
import { type CaseEvent, eventSchema, eventTypes, isEventType } from '../domain/events.ts';
import type { Text } from '../domain/text.ts';
import { isBefore, toMilliseconds } from '../domain/time.ts';
import { type Candidate, candidatesFor, expectedTypes } from './candidates.ts';
import { nearest } from './nearest.ts';
import { collecting } from './scope.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from './snapshot.ts';

/** Why an event changed nothing. */
export interface Refusal {
  /**
   * `unknown`: no such type; `invalid`: its fields are wrong; `timeGoesBackwards`; `closed`: the case is closed;
   * `notExpected`: no active state has a transition for it; `guarded`: a guard of each transition says no.
   */
  readonly code: 'unknown' | 'invalid' | 'timeGoesBackwards' | 'closed' | 'notExpected' | 'guarded';
  readonly message: Text;
  /** The wrong fields of an invalid event. */
  readonly problems?: readonly Problem[];
  /** The transitions that were considered, with what their guards answered. */
  readonly candidates?: readonly Candidate[];
  /** The types of events that are expected now. */
  readonly expected?: readonly string[];
}

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
  const parsed = parse(snapshot, event);
  if (!parsed.event) {
    return { outcome: 'rejected', snapshot, effects: [], lapses: [], reason: parsed.refusal };
  }

  const { snapshot: current, lapses, effects: lapsed } = lapse(snapshot, parsed.event.at);
  if (current.status !== 'active') {
    return { outcome: 'rejected', snapshot: current, effects: lapsed, lapses, reason: closedRefusal };
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
    snapshot: stamp(next, parsed.event.at),
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
  const unanswered = new Set<string>();
  while (current.status === 'active') {
    const next = dueDeadlines(current, now).find(({ id }) => !unanswered.has(id));
    if (!next) break;
    const event = { type: next.lapses, at: next.dueAt } as CaseEvent;
    const [after, effects] = transition(current, event);
    if (after === current) {
      unanswered.add(next.id);
    } else {
      current = stamp(after, later(next.dueAt, contextOf(current).at));
      lapses.push({ event, effects });
    }
  }
  return { snapshot: current, lapses, effects: lapses.flatMap(({ effects }) => effects) };
}

// Helpers

const closedRefusal: Refusal = {
  code: 'closed',
  message: {
    en: 'The case is closed. Open a new case for what happened afterwards.',
    zh: '案件已结案。之后发生的情况请另行立案。',
  },
};

type Parsed = { readonly event: CaseEvent } | { readonly event?: never; readonly refusal: Refusal };

function parse(snapshot: CaseSnapshot, event: unknown): Parsed {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  if (typeof type !== 'string' || !isEventType(type)) return { refusal: unknownRefusal(type) };
  const parsed = eventSchema(type).safeParse(event);
  if (!parsed.success) {
    return {
      refusal: {
        code: 'invalid',
        message: { en: `The event ${type} is not valid.`, zh: `事件 ${type} 的内容无效。` },
        problems: problemsOf(parsed.error.issues),
      },
    };
  }
  const { at } = parsed.data as { at: string };
  const last = contextOf(snapshot).at;
  if (isBefore(at, last)) {
    return {
      refusal: {
        code: 'timeGoesBackwards',
        message: {
          en: `The event is dated ${at}, but the case has already reached ${last}. Events must come in order of time.`,
          zh: `事件时间为 ${at}，而案件已到 ${last}。事件须按时间顺序提交。`,
        },
      },
    };
  }
  if (snapshot.status !== 'active') return { refusal: closedRefusal };
  return { event: parsed.data as CaseEvent };
}

function unknownRefusal(type: unknown): Refusal {
  if (typeof type !== 'string') {
    return {
      code: 'unknown',
      message: { en: 'An event needs a "type".', zh: '事件须有 "type"。' },
    };
  }
  const similar = nearest(type, eventTypes);
  return {
    code: 'unknown',
    message: {
      en: `There is no event "${type}".${similar ? ` Did you mean "${similar}"?` : ''}`,
      zh: `没有名为 "${type}" 的事件。${similar ? `是否应为 "${similar}"？` : ''}`,
    },
  };
}

function whyIgnored(snapshot: CaseSnapshot, event: CaseEvent): Refusal {
  const candidates = candidatesFor(snapshot, event);
  const expected = expectedTypes(snapshot);
  if (candidates.length === 0) {
    return {
      code: 'notExpected',
      message: { en: `Nothing waits for ${event.type} now.`, zh: `当前不处理事件 ${event.type}。` },
      expected,
    };
  }
  return {
    code: 'guarded',
    message: {
      en: `${event.type} is not accepted now, because a condition does not hold.`,
      zh: `当前不接受事件 ${event.type}，因为条件不满足。`,
    },
    candidates,
    expected,
  };
}

function transition<Snapshot extends CaseSnapshot>(
  snapshot: Snapshot,
  event: CaseEvent,
): [Snapshot, Effect[]] {
  const machine = snapshot.machine as CaseMachine;
  const [next, actions] = collecting((scope) => machine.transition(snapshot as never, event, scope as never));
  return [next as unknown as Snapshot, effectsOf(actions)];
}

function effectsOf(actions: readonly { type: string; params?: unknown }[]): Effect[] {
  return actions
    .filter(({ type }) => effectNames.includes(type as EffectName))
    .map(({ type, params }) => ({ type, params }) as Effect);
}

function stamp<Snapshot extends CaseSnapshot>(snapshot: Snapshot, at: string): Snapshot {
  return { ...(snapshot as SnapshotFrom<CaseMachine>), context: { ...contextOf(snapshot), at } } as Snapshot;
}

function later(one: string, other: string): string {
  return isBefore(one, other) ? other : one;
}
