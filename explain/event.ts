import type { Problem } from '../domain/errors.ts';
import { type CaseEvent, eventSchema, eventTypes, isEventType } from '../domain/events.ts';
import type { Text } from '../domain/text.ts';
import { isBefore } from '../domain/time.ts';
import { nearest } from '../replay/nearest.ts';
import { closed, guarded, notExpected, type Refusal } from '../replay/refusal.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { lapse, step } from '../replay/step.ts';
import { type ExpectedEvents, expectedEvents, fieldsOf } from './expected.ts';
import { type EventReference, eventReference } from './named.ts';
import { type StateReference, statesWaitingFor } from './states.ts';
import { changesNothing } from './titles.ts';
import { answerOf, explainTransitions, type TransitionExplanation } from './transitions.ts';

/** Whether an event would be applied, and why. */
export interface EventExplanation {
  /** The type that was asked about, as written. */
  readonly type: string;
  /** `null` if there is no such event. */
  readonly event: EventReference | null;
  /** The instant for which it is answered. */
  readonly at: string;
  /** `applied`; `dependsOnFields`: only its type is known, and with the right fields it is applied; or why not. */
  readonly answer: 'applied' | 'dependsOnFields' | 'ignored' | 'rejected';
  readonly refusal: EventRefusal | null;
  /** Fields the event must carry and that were not given. */
  readonly missingFields: readonly string[];
  /** The fields on which it depends whether it is applied. */
  readonly needsFields: readonly string[];
  /** Deadlines that lapse before it is considered. */
  readonly lapses: readonly (EventReference & { readonly at: string })[];
  /** Every transition that waits for it, in the order in which they are tried. */
  readonly transitions: readonly TransitionExplanation[];
  /** If nothing waits for it now: the states of the machine that would. */
  readonly acceptedIn: readonly StateReference[];
  /** What the case waits for instead. */
  readonly expected: ExpectedEvents;
}

/** Why an event would change nothing. */
export interface EventRefusal {
  /** As `step` says it; `changesNothing`: a transition takes it, but the case is there already. */
  readonly code: Refusal['code'] | 'changesNothing';
  readonly message: Text;
  /** The wrong fields of an invalid event. */
  readonly problems: readonly Problem[];
  /** The event that was probably meant, for an unknown one. */
  readonly nearest: string | null;
}

/**
 * Explains whether an event would be applied now. The event may be given by its type alone; guards that read fields are
 * then answered with `needsFields`. Without `at` it is asked for the instant the case has reached. Changes nothing.
 */
export function explainEvent(snapshot: CaseSnapshot, event: unknown): EventExplanation {
  const fields: Fields = { at: contextOf(snapshot).at, ...asFields(event) };
  const missing = missingFields(fields, contextOf(snapshot).at);
  return missing.length > 0
    ? explainType(snapshot, fields as unknown as CaseEvent, missing)
    : explainWhole(snapshot, fields);
}

// Helpers

type Fields = { readonly type?: unknown; readonly at: unknown } & Readonly<Record<string, unknown>>;

function asFields(event: unknown): Readonly<Record<string, unknown>> {
  if (typeof event === 'object' && event !== null) return event as Readonly<Record<string, unknown>>;
  return { type: event };
}

/** The fields an event still needs, if it is given by nothing but its type (and an instant that is not past). */
function missingFields(fields: Fields, now: string): string[] {
  const { type, at } = fields;
  if (typeof type !== 'string' || !isEventType(type)) return [];
  if (Object.keys(fields).some((name) => name !== 'type' && name !== 'at')) return [];
  const issues = eventSchema(type).safeParse(fields).error?.issues ?? [];
  const names = issues.map(({ path }) => String(path[0]));
  return names.includes('at') || isBefore(String(at), now) ? [] : names;
}

function explainWhole(snapshot: CaseSnapshot, fields: Fields): EventExplanation {
  const result = step(snapshot, fields);
  const { type, at } = fields;
  const known = typeof type === 'string' && isEventType(type) ? type : null;
  const considered = result.outcome !== 'rejected' && known !== null;
  const current = considered ? lapse(snapshot, String(at)).snapshot : result.snapshot;
  const transitions = considered
    ? explainTransitions(current, eventSchema(known).parse(fields) as unknown as CaseEvent, false)
    : [];
  return {
    type: String(type),
    event: known && eventReference(known),
    at: String(at),
    answer: result.outcome,
    refusal: result.outcome === 'applied' ? null : refusalOf(result.reason, type, transitions),
    missingFields: [],
    needsFields: [],
    lapses: result.lapses.map(({ event }) => ({ ...eventReference(event.type), at: event.at })),
    transitions,
    acceptedIn: known && transitions.length === 0 ? statesWaitingFor(snapshot.machine, known) : [],
    expected: expectedEvents(current),
  };
}

function refusalOf(
  { code, message, problems = [] }: Refusal,
  type: unknown,
  transitions: readonly TransitionExplanation[],
): EventRefusal {
  if (answerOf(transitions) === 'holds') {
    return { code: 'changesNothing', message: changesNothing, problems, nearest: null };
  }
  const similar = code === 'unknown' && typeof type === 'string' ? nearest(type, eventTypes) : null;
  return { code, message, problems, nearest: similar };
}

function explainType(snapshot: CaseSnapshot, event: CaseEvent, missing: readonly string[]): EventExplanation {
  const { snapshot: current, lapses } = lapse(snapshot, event.at);
  const transitions = current.status === 'active' ? explainTransitions(current, event, true) : [];
  const answer = answerOf(transitions);
  const { code, message } =
    current.status !== 'active'
      ? closed
      : transitions.length === 0
        ? notExpected(event.type, [])
        : guarded(event.type, [], []);
  const answers = {
    holds: 'applied',
    needsFields: 'dependsOnFields',
    fails: code === 'closed' ? 'rejected' : 'ignored',
  } as const;
  return {
    type: event.type,
    event: eventReference(event.type),
    at: event.at,
    answer: answers[answer],
    refusal: answer === 'fails' ? { code, message, problems: [], nearest: null } : null,
    missingFields: missing,
    needsFields: [...new Set(transitions.flatMap(({ guard }) => (guard ? fieldsOf(guard) : [])))],
    lapses: lapses.map(({ event: lapsed }) => ({ ...eventReference(lapsed.type), at: lapsed.at })),
    transitions,
    acceptedIn: transitions.length === 0 ? statesWaitingFor(snapshot.machine, event.type) : [],
    expected: expectedEvents(current),
  };
}
