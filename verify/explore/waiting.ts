import type { CaseEvent } from '../../domain/events.ts';
import { after, isBefore, toMilliseconds } from '../../domain/time.ts';
import type { CaseContext } from '../../guards/case-context.ts';
import type { Requested, Standing, Stepper } from '../stepper/stepper.ts';

/** A case when the next deadline has lapsed, and the instant that is now. */
export interface Waited {
  readonly standing: Standing;
  readonly now: string;
  /** The lapses that did something, in order, each with what it led to and requested. */
  readonly lapses: readonly {
    readonly event: CaseEvent;
    readonly standing: Standing;
    readonly requested: readonly Requested[];
  }[];
}

/**
 * Waits until a millisecond after the end of the deadline that ends first, as `lapse` of a real case would: whatever is
 * due then lapses in order. A deadline that no state answers is passed over. `null`: waiting moves nothing any more.
 */
export function waitForDeadline(stepper: Stepper, from: Standing): Waited | null {
  const ends = from.context.deadlines.map(({ dueAt }) => dueAt).sort(earlier);
  for (const end of ends) {
    const now = after(end, 1);
    const lapses = lapsesUntil(stepper, from, now);
    const last = lapses.at(-1);
    if (last)
      return { standing: last.standing, now: isBefore(now, from.context.at) ? from.context.at : now, lapses };
  }
  return null;
}

/** The same, dated: the instant up to which the case has come. */
export function dated({ configuration, context }: Standing, at: string): Standing {
  return context.at === at
    ? { configuration, context }
    : { configuration, context: { ...context, at } satisfies CaseContext };
}

// Helpers

function lapsesUntil(stepper: Stepper, from: Standing, now: string): Waited['lapses'] {
  const lapses: Waited['lapses'][number][] = [];
  const unanswered = new Set<string>();
  let standing = from;
  while (!standing.configuration.done) {
    const { context } = standing;
    const [due] = context.deadlines
      .filter(({ id, dueAt }) => !unanswered.has(id) && isBefore(dueAt, now))
      .sort((one, other) => earlier(one.dueAt, other.dueAt));
    if (!due) break;
    const event = { type: due.lapses, at: due.dueAt } as CaseEvent;
    const requested: Requested[] = [];
    const next = stepper.transition(standing, event, requested);
    if (next === standing) {
      unanswered.add(due.id);
      continue;
    }
    standing = dated(next, isBefore(context.at, due.dueAt) ? due.dueAt : context.at);
    lapses.push({ event, standing, requested });
  }
  return lapses;
}

function earlier(one: string, other: string): number {
  return toMilliseconds(one) - toMilliseconds(other);
}
