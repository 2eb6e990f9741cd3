import { deadlineNames } from '../domain/deadlines.ts';
import { type CaseEvent, type CaseEventType, isEventType } from '../domain/events.ts';
import { expectedTypes } from '../replay/candidates.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import type { GuardExplanation } from './guards.ts';
import { type EventReference, eventReference } from './named.ts';
import type { StateReference } from './states.ts';
import { answerOf, explainTransitions } from './transitions.ts';

/** An event that the active states wait for. */
export interface ExpectedEvent extends EventReference {
  /** The states that have a transition for it. */
  readonly in: readonly StateReference[];
  /** The fields on which it depends whether it is accepted. */
  readonly needsFields: readonly string[];
  /** The guards that stand in its way, or that depend on its fields. */
  readonly guards: readonly GuardExplanation[];
}

/** The events a case waits for now. */
export interface ExpectedEvents {
  /** Accepted now, at least with the right fields. */
  readonly accepted: readonly ExpectedEvent[];
  /** Not accepted now, whatever they carry, because a condition does not hold. */
  readonly guarded: readonly ExpectedEvent[];
}

const lapses: ReadonlySet<string> = new Set(deadlineNames.map((name) => `${name}.lapsed`));

/** The events a case waits for now. Lapses of deadlines are no events that somebody reports, so they are left out. */
export function expectedEvents(snapshot: CaseSnapshot): ExpectedEvents {
  const accepted: ExpectedEvent[] = [];
  const guarded: ExpectedEvent[] = [];
  if (snapshot.status !== 'active') return { accepted, guarded };
  for (const type of expectedTypes(snapshot)) {
    if (!isEventType(type) || lapses.has(type)) continue;
    const event = { type, at: contextOf(snapshot).at } as CaseEvent<CaseEventType>;
    const transitions = explainTransitions(snapshot, event, true);
    const answer = answerOf(transitions);
    const guards = transitions.flatMap(({ guard }) => (guard && guard.answer !== 'holds' ? [guard] : []));
    const expected: ExpectedEvent = {
      ...eventReference(type),
      in: transitions.map(({ source }) => source),
      needsFields: answer === 'needsFields' ? [...new Set(guards.flatMap(fieldsOf))] : [],
      guards: answer === 'holds' ? [] : guards,
    };
    (answer === 'fails' ? guarded : accepted).push(expected);
  }
  return { accepted, guarded };
}

/** The fields of the event that a guard reads, in all its parts. */
export function fieldsOf(guard: GuardExplanation): readonly string[] {
  if (guard.kind === 'combination') return guard.parts.flatMap(fieldsOf);
  return guard.kind === 'condition' ? guard.needsFields : [];
}
