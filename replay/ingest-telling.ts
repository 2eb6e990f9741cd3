import type { Effect } from '../actions/effects.ts';
import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import { isBefore } from '../domain/time.ts';
import type { Reading } from '../feeds/reading.ts';
import { type SignalName, signalCatalogue } from '../feeds/signals.ts';
import { candidatesFor } from './candidates.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';
import { step } from './step.ts';

/** What a case took of one report. */
export interface Taken {
  readonly snapshot: CaseSnapshot;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  readonly heldBy: DeadlineName | null;
  /** More than the whereabouts of the parcel changed. */
  readonly opened: boolean;
  /** The same trouble was told before. */
  readonly again: boolean;
  /** The event it would become decides who bears something, which no report may do. */
  readonly decides: boolean;
}

/** Offers a case what a report may become: that the parcel moves again, then the first event it takes. */
export function tell(snapshot: CaseSnapshot, reading: Reading, told: ReadonlySet<SignalName>): Taken {
  const { says, scan, reversedBy, events } = reading;
  const nothing: Taken = {
    snapshot,
    events: [],
    effects: [],
    heldBy: null,
    opened: false,
    again: false,
    decides: false,
  };
  if (!says || scan.at === null || reversedBy) return nothing;
  const moves = isSeen(reading) ? movesAt(scan.at).filter((event) => concernsCase(snapshot, event)) : [];
  const moved = firstTaken(nothing, moves);
  const concerning = events.filter((event) => concernsCase(moved.snapshot, event));
  if (concerning.length === 0 && told.has(says)) return { ...moved, again: true };
  return firstTaken(moved, [...concerning, ...events]);
}

// Helpers

function movesAt(at: string): CaseEvent[] {
  return [
    { type: 'tracking.resumed', at },
    { type: 'parcel.found', at },
  ];
}

function firstTaken(taken: Taken, events: readonly CaseEvent[]): Taken {
  for (const event of events) {
    const next = offerTo(taken, event);
    if (next) return next;
  }
  return taken;
}

/** Whether a report shows the parcel in the hands of the courier, so that it moves again or is found. */
function isSeen({ says, by }: Reading): boolean {
  if (says === null || says === 'lost') return false;
  const { kind, leaves } = signalCatalogue[says];
  return leaves === 'courier' && (by === 'code' || kind === 'progress');
}

/** The case after an event; `null` if it does not take it. An event that would decide something is not given to it. */
function offerTo(taken: Taken, event: CaseEvent): Taken | null {
  const { at, heldBy } = clockFor(taken.snapshot, event.at);
  const dated = { ...event, at } as CaseEvent;
  const opened = concernsCase(taken.snapshot, dated);
  const result = step(taken.snapshot, dated);
  if (result.outcome !== 'applied') return null;
  if (rulings(result.snapshot) > rulings(taken.snapshot)) return { ...taken, decides: true };
  return {
    snapshot: result.snapshot,
    events: [...taken.events, dated],
    effects: [...taken.effects, ...result.effects],
    heldBy: taken.heldBy ?? heldBy,
    opened: taken.opened || opened,
    again: false,
    decides: taken.decides,
  };
}

function rulings(snapshot: CaseSnapshot): number {
  return Object.keys(contextOf(snapshot).verdict).length;
}

/** Whether more than the whereabouts of the parcel waits for an event, and nothing stands in its way. */
function concernsCase(snapshot: CaseSnapshot, event: CaseEvent): boolean {
  return candidatesFor(snapshot, event).some(
    ({ source, guard }) => !/^open\.parcel(\.|$)/.test(source) && (guard === null || guard.holds),
  );
}

/** The instant at which an event is told: its own, or the end of the first answer that would have been due before. */
function clockFor(snapshot: CaseSnapshot, at: string): { at: string; heldBy: DeadlineName | null } {
  const { deadlines, at: reached } = contextOf(snapshot);
  const due = deadlines
    .filter(({ id, dueAt }) => id !== 'receipt' && isBefore(dueAt, at))
    .reduce<(typeof deadlines)[number] | null>(
      (first, each) => (first === null || isBefore(each.dueAt, first.dueAt) ? each : first),
      null,
    );
  const told = due?.dueAt ?? at;
  return { at: isBefore(told, reached) ? reached : told, heldBy: due?.id ?? null };
}
