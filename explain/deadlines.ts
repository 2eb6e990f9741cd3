import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { Party } from '../domain/parties.ts';
import type { Text } from '../domain/text.ts';
import { elapsed, toMilliseconds } from '../domain/time.ts';
import { type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { type EventReference, eventReference, type Named, namedParty } from './named.ts';
import type { StateReference } from './states.ts';
import { deadlineTitle } from './titles.ts';
import { explainTransitions } from './transitions.ts';

/** A running deadline: until when who must act, and what silence means. */
export interface DeadlineExplanation {
  readonly id: DeadlineName;
  readonly title: Text;
  /** ISO instant from which it counts. */
  readonly from: string;
  /** ISO instant until which acting is in time, that instant included. */
  readonly dueAt: string;
  /** Milliseconds from the instant the case has reached to `dueAt`. */
  readonly remaining: number;
  readonly mustAct: Named<Party>;
  /** What silence means: the event that follows. */
  readonly lapse: EventReference;
  /** The states that event leads to, as the case stands. */
  readonly leadsTo: readonly StateReference[];
}

/** The deadlines that run, the next one first. In a closed case none runs any more. */
export function explainDeadlines(snapshot: CaseSnapshot): DeadlineExplanation[] {
  const { deadlines, at } = contextOf(snapshot);
  if (snapshot.status !== 'active') return [];
  return [...deadlines]
    .sort((one, other) => toMilliseconds(one.dueAt) - toMilliseconds(other.dueAt))
    .map(({ id, from, dueAt, lapses, mustAct }) => ({
      id,
      title: deadlineTitle(id),
      from,
      dueAt,
      remaining: elapsed(at, dueAt),
      mustAct: namedParty(mustAct),
      lapse: eventReference(lapses),
      leadsTo: explainTransitions(snapshot, { type: lapses, at: dueAt } as CaseEvent, false)
        .filter(({ taken }) => taken)
        .flatMap(({ targets }) => targets),
    }));
}
