import type { Effect } from '../../actions/effects.ts';
import type { CaseInput } from '../../domain/case.ts';
import { ParcelError } from '../../domain/errors.ts';
import { after, instantSchema, isBefore } from '../../domain/time.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import type { Refusal } from '../../replay/refusal.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../../replay/snapshot.ts';
import { type Lapse, lapse, open, step } from '../../replay/step.ts';

/** An event as it was sent: valid ones, and wrong ones that were played on purpose. */
export type SentEvent = Readonly<Record<string, unknown>> & { readonly type: string; readonly at: string };

/** One step of a session: what was sent, what it did, and the case afterwards. */
export interface Moment {
  /** Its place in `Session.moments`; 0 is the opening. */
  readonly id: number;
  /** The moment it follows; `null` for the opening. */
  readonly parent: number | null;
  /** `null`: the opening, or only time passed. */
  readonly event: SentEvent | null;
  /** ISO instant the event is dated, or until which time passed. */
  readonly at: string;
  /** ISO instant the clock shows afterwards. An event dated too early does not turn it back. */
  readonly clock: string;
  readonly result: 'opened' | 'applied' | 'ignored' | 'rejected' | 'waited';
  /** Why the event changed nothing. */
  readonly reason: Refusal | null;
  /** The deadlines that lapsed before the event, in order. */
  readonly lapses: readonly Lapse[];
  /** Everything the host was asked to do, that of the lapses first. */
  readonly effects: readonly Effect[];
  readonly snapshot: CaseSnapshot;
  /** What a person remarked on it; empty without a remark. */
  readonly note: string;
}

/**
 * A case that is stepped by hand: a tree of moments. Going back and sending another event begins a branch; nothing is
 * ever overwritten. Immutable: every function returns a new session.
 */
export interface Session {
  readonly machine: MachineName;
  readonly input: CaseInput;
  /** In the order in which they came about; the place is the id. */
  readonly moments: readonly Moment[];
  /** The moment that is looked at. */
  readonly current: number;
  /** The last moment of the line that `current` lies on: where `forward` leads. */
  readonly tip: number;
}

/** The moments a session may hold; a longer one belongs into several files. */
export const mostMoments = 10_000;

/**
 * Opens a case with a machine of the package.
 * @throws {ParcelError} `INVALID_INPUT` naming each wrong field; `PARAMETER_NOT_IN_FORCE` for a date before all values.
 */
export function openSession(machine: MachineName, input: CaseInput): Session {
  const { snapshot, effects } = open(machines[machine] as CaseMachine, input);
  const { openedAt } = contextOf(snapshot);
  const opening: Moment = {
    id: 0,
    parent: null,
    event: null,
    at: openedAt,
    clock: openedAt,
    result: 'opened',
    reason: null,
    lapses: [],
    effects,
    snapshot,
    note: '',
  };
  return { machine, input, moments: [opening], current: 0, tip: 0 };
}

/**
 * Sends an event to the case as it stands at the current moment. An event that the case refuses becomes a moment too,
 * with its reason.
 * @throws {ParcelError} `INVALID_EVENT` without a type or an instant; `TIME_GOES_BACKWARDS` if the clock of the session
 * has passed the instant although the case has not; `INVALID_INPUT` if the session is full.
 */
export function send(session: Session, event: unknown): Session {
  const sent = sentEvent(event);
  const { clock, snapshot: before } = momentOf(session);
  const played = step(before, sent);
  const { snapshot, lapses, effects, outcome } = played;
  const reason = played.outcome === 'applied' ? null : played.reason;
  const isLate = isBefore(sent.at, clock);
  if (isLate && reason?.code !== 'timeGoesBackwards') throw tooEarly(sent.at, clock);
  return added(session, {
    event: sent,
    at: sent.at,
    clock: isLate ? clock : sent.at,
    result: outcome,
    reason,
    lapses,
    effects,
    snapshot,
  });
}

/**
 * Lets time pass until an instant; deadlines that are due before it lapse.
 * @throws {ParcelError} `TIME_GOES_BACKWARDS` if the instant lies before the clock; `INVALID_EVENT` if it is none.
 */
export function wait(session: Session, until: string): Session {
  const at = instantOf(until);
  const { clock, snapshot: before } = momentOf(session);
  if (isBefore(at, clock)) throw tooEarly(at, clock);
  const { snapshot, lapses, effects } = lapse(before, at);
  return added(session, {
    event: null,
    at,
    clock: at,
    result: 'waited',
    reason: null,
    lapses,
    effects,
    snapshot,
  });
}

/** Lets time pass until the next deadline has lapsed, one second after it was due. Unchanged if none runs. */
export function advance(session: Session): Session {
  const due = nextDue(session);
  return due === null ? session : wait(session, after(due, 1000));
}

/** The instant at which the next deadline is due, or `null` if none runs. One that nothing answers any more is passed over. */
export function nextDue(session: Session): string | null {
  const { clock, snapshot } = momentOf(session);
  if (snapshot.status !== 'active') return null;
  const open = contextOf(snapshot)
    .deadlines.map(({ dueAt }) => dueAt)
    .filter((dueAt) => !isBefore(dueAt, clock));
  return open.reduce<string | null>(
    (first, dueAt) => (first === null || isBefore(dueAt, first) ? dueAt : first),
    null,
  );
}

/**
 * A moment of a session, the current one unless another is asked for.
 * @throws {ParcelError} `INVALID_INPUT` if there is none with the id.
 */
export function momentOf({ moments, current }: Session, id: number = current): Moment {
  const moment = moments[id];
  if (moment) return moment;
  throw new ParcelError(
    'INVALID_INPUT',
    `There is no moment ${id}: the session has the moments 0 to ${moments.length - 1}.`,
  );
}

/** Writes a remark on a moment, the current one unless another is named. An empty text removes it. */
export function note(session: Session, text: string, id: number = session.current): Session {
  const noted = { ...momentOf(session, id), note: text };
  return { ...session, moments: session.moments.with(id, noted) };
}

// Helpers

const latest = '9999-12-31T23:59:59.999Z';

function added(session: Session, moment: Omit<Moment, 'id' | 'parent' | 'note'>): Session {
  const { moments, current } = session;
  const id = moments.length;
  if (id >= mostMoments) {
    throw new ParcelError(
      'INVALID_INPUT',
      `A session holds at most ${mostMoments} moments. Save this one and open another.`,
    );
  }
  return {
    ...session,
    moments: [...moments, { id, parent: current, ...moment, note: '' }],
    current: id,
    tip: id,
  };
}

function sentEvent(event: unknown): SentEvent {
  const fields = typeof event === 'object' && event !== null ? (event as Record<string, unknown>) : {};
  if (typeof fields.type !== 'string' || fields.type === '') {
    throw new ParcelError('INVALID_EVENT', 'An event needs a "type", such as damage.reported.');
  }
  return { ...fields, type: fields.type, at: instantOf(fields.at) };
}

function instantOf(value: unknown): string {
  const parsed = instantSchema.safeParse(value);
  if (parsed.success && !isBefore(latest, parsed.data)) return parsed.data;
  throw new ParcelError(
    'INVALID_EVENT',
    'An event needs an instant "at": an ISO date and time with Z or an offset, such as 2026-03-01T08:00:00Z.',
  );
}

function tooEarly(at: string, clock: string): ParcelError {
  return new ParcelError(
    'TIME_GOES_BACKWARDS',
    `${at} lies before ${clock}, which the clock shows. Take a later time, or go back and branch off.`,
  );
}
