import { type CaseEvent, type CaseEventType, eventSchema } from '../domain/events.ts';
import type { Scan } from './scan.ts';

/** What is known of the course of a parcel before a report. ISO instants; `null`: not known. */
export interface History {
  /** First report that shows the parcel moving. */
  readonly firstMove: string | null;
  /** Last such report. */
  readonly lastMove: string | null;
  /** Last time it went out for delivery. */
  readonly out: string | null;
}

/** The longest words an event takes. */
const longest = 500;

/** What an event carries besides its type and time, taken from the report or from those before it. */
const fields: Partial<
  Record<CaseEventType, (scan: Scan, history: History) => Readonly<Record<string, string | null>>>
> = {
  'tracking.stale': (_scan, { lastMove }) => ({ lastUpdateAt: lastMove }),
  'delivery.late': (_scan, { firstMove }) => ({ shippedAt: firstMove }),
  'delivery.stalled': (_scan, { firstMove }) => ({ trackedSince: firstMove }),
  'delivery.stuck': (_scan, { out }) => ({ outSince: out }),
  'parcel.misrouted': ({ place }) => ({ place: place.slice(0, longest) }),
  'forceMajeure.declared': ({ text }) => ({ cause: text.slice(0, longest) }),
  'delivery.declined': () => ({ reason: 'noIdentity' }),
};

/** The event that a report becomes; `null` if the feed does not say what the event must carry. */
export function eventFrom(type: CaseEventType, scan: Scan, history: History): CaseEvent | null {
  const event = { type, at: scan.at, ...fields[type]?.(scan, history) };
  return eventSchema(type).safeParse(event).success ? (event as unknown as CaseEvent) : null;
}
