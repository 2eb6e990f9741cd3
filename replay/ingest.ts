import type { Effect } from '../actions/effects.ts';
import type { CaseInput } from '../domain/case.ts';
import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { EvidenceName } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import { isBefore } from '../domain/time.ts';
import type { Parcel } from '../feeds/feed.ts';
import type { Reading } from '../feeds/reading.ts';
import { type SignalName, signalCatalogue } from '../feeds/signals.ts';
import { parcelCaseMachine } from '../machines/parcel-case.ts';
import { candidatesFor } from './candidates.ts';
import { reasons } from './ingest-reasons.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';
import { open, step } from './step.ts';

/** What became of one report. Every report becomes one of three. */
export interface IngestedReport {
  readonly reading: Reading;
  /** `event`: the case took it; `evidence`: it is kept; `triage`: a person must look at it. */
  readonly becomes: 'event' | 'evidence' | 'triage';
  /** The events the case took, dated as they were told to it. */
  readonly events: readonly CaseEvent[];
  /** The deadline whose answer the feed cannot know, so that the clock of the case was held at its end. */
  readonly heldBy: DeadlineName | null;
  readonly why: Text;
}

/** Something that may be so, and which reports say it. */
export interface Suspicion {
  readonly signal: SignalName;
  readonly title: Text;
  /** `opened`: it is being handled; `open`: a person must decide on it. */
  readonly stands: 'opened' | 'open';
  /** Keys of the reports. */
  readonly reports: readonly string[];
}

/** The case that the reports of one parcel make. */
export interface Ingested {
  readonly parcel: Parcel;
  /** `null` if no report has a time. */
  readonly input: CaseInput | null;
  readonly reports: readonly IngestedReport[];
  readonly suspicions: readonly Suspicion[];
  /** Facts the reports cannot know, with the key of the report that needs them. */
  readonly asks: readonly { readonly fact: EvidenceName; readonly report: string }[];
  readonly assumptions: readonly Text[];
  readonly effects: readonly Effect[];
  readonly snapshot: CaseSnapshot | null;
}

/** What a feed does not know about an order. */
export interface IngestOptions {
  readonly order?: Partial<Omit<CaseInput['order'], 'waybill'>>;
  /** ISO instant; that of the first report if absent. */
  readonly openedAt?: string;
}

/** What stands for the payment of the goods if nobody says what was paid, in fen. */
const assumedPaid = 100;

/**
 * Makes a case of the reports of one parcel. It is made anew from the whole history each time, so late and corrected
 * reports count from the instant they are about. Answers that people owe are not in a feed: no deadline of an answer
 * lapses here, the clock of the case is held at the last instant at which the answer would still be in time. So nothing
 * is ever decided by silence.
 * @throws {ParcelError} `INVALID_INPUT` if the order is not one.
 */
export function ingest(parcel: Parcel, options: IngestOptions = {}): Ingested {
  const input = inputOf(parcel, options);
  const opened = input && open(parcelCaseMachine, input);
  let snapshot: CaseSnapshot | null = opened?.snapshot ?? null;
  const effects: Effect[] = [...(opened?.effects ?? [])];
  const told = new Set<SignalName>();
  const reports = parcel.readings.map((reading): IngestedReport => {
    const taken = tell(snapshot, reading, told);
    snapshot = taken.snapshot;
    effects.push(...taken.effects);
    const { becomes, why } = outcome(reading, taken);
    if (taken.opened && reading.says) told.add(reading.says);
    return { reading, becomes, why, events: taken.events, heldBy: taken.heldBy };
  });
  return {
    parcel,
    input,
    reports,
    suspicions: suspicionsOf(reports, told),
    asks: asksOf(parcel.readings),
    assumptions: [...parcel.assumptions, ...assumptionsOf(parcel, options)],
    effects,
    snapshot,
  };
}

// Helpers

interface Taken {
  readonly snapshot: CaseSnapshot | null;
  readonly events: readonly CaseEvent[];
  readonly effects: readonly Effect[];
  readonly heldBy: DeadlineName | null;
  /** More than the whereabouts of the parcel changed. */
  readonly opened: boolean;
  /** The same trouble was told before. */
  readonly again: boolean;
}

/** Offers a case what a report may become: that the parcel moves again, then the first event it takes. */
function tell(before: CaseSnapshot | null, reading: Reading, told: ReadonlySet<SignalName>): Taken {
  const nothing = { snapshot: before, events: [], effects: [], heldBy: null, opened: false, again: false };
  const { says, scan, reversedBy } = reading;
  if (!before || !says || scan.at === null || reversedBy) return nothing;
  let taken: Taken = nothing;
  const offer = (event: CaseEvent) => {
    const offered = offerTo(taken, event);
    if (offered) taken = offered;
    return offered !== null;
  };
  if (isSeen(reading)) {
    for (const type of ['tracking.resumed', 'parcel.found'] as const) {
      const event = { type, at: scan.at } as CaseEvent;
      if (taken.snapshot && concernsCase(taken.snapshot, event) && offer(event)) break;
    }
  }
  const again = told.has(says) && !reading.events.some((event) => concernsCase(before, event));
  if (again) return { ...taken, again };
  const best = reading.events.find((event) => taken.snapshot && concernsCase(taken.snapshot, event));
  for (const event of best ? [best, ...reading.events] : reading.events) if (offer(event)) break;
  return taken;
}

/** Whether a report shows the parcel in the hands of the courier, so that it moves again or is found. */
function isSeen({ says, by }: Reading): boolean {
  if (says === null || says === 'lost') return false;
  const { kind, leaves } = signalCatalogue[says];
  return leaves === 'courier' && (by === 'code' || kind === 'progress');
}

/** The case after an event; `null` if it does not take it. */
function offerTo(taken: Taken, event: CaseEvent): Taken | null {
  if (!taken.snapshot) return null;
  const { at, heldBy } = clockFor(taken.snapshot, event.at);
  const dated = { ...event, at } as CaseEvent;
  const opened = concernsCase(taken.snapshot, dated);
  const result = step(taken.snapshot, dated);
  if (result.outcome !== 'applied') return null;
  return {
    snapshot: result.snapshot,
    events: [...taken.events, dated],
    effects: [...taken.effects, ...result.effects],
    heldBy: taken.heldBy ?? heldBy,
    opened: taken.opened || opened,
    again: false,
  };
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

function outcome(
  { scan, row, by, says, perhaps, doubt, reversedBy, events, lacking }: Reading,
  taken: Taken,
): Pick<IngestedReport, 'becomes' | 'why'> {
  if (scan.at === null) return { becomes: 'triage', why: reasons.undated };
  if (reversedBy) return { becomes: 'evidence', why: reasons.reversed(reversedBy) };
  if (doubt) return { becomes: 'triage', why: reasons[doubt] };
  if (!says) {
    const unknown = row === null;
    if (unknown) return { becomes: 'triage', why: scan.code === '' ? reasons.silent : reasons.unknown(scan) };
    return { becomes: 'triage', why: reasons.ambiguous(perhaps.length) };
  }
  const { kind } = signalCatalogue[says];
  if (taken.again) return { becomes: 'evidence', why: reasons.again };
  if (taken.events.length > 0) {
    const onlyPlace = kind === 'trouble' && !taken.opened;
    return onlyPlace
      ? { becomes: 'triage', why: reasons.otherException }
      : { becomes: 'event', why: taken.heldBy ? reasons.held : reasons.taken };
  }
  if (by === 'words' && kind === 'trouble') return { becomes: 'triage', why: reasons.wordsOnly };
  if (events.length === 0 && lacking.length > 0) return { becomes: 'triage', why: reasons.lacking };
  if (perhaps.length > 0) return { becomes: 'triage', why: reasons.suspicion };
  if (kind === 'handover') return { becomes: 'evidence', why: reasons.signer };
  const missed = kind === 'trouble' && says !== 'returning' && events.length > 0;
  return missed
    ? { becomes: 'triage', why: reasons.otherException }
    : { becomes: 'evidence', why: reasons.nothingFollows };
}

function inputOf(parcel: Parcel, { order, openedAt }: IngestOptions): CaseInput | null {
  const first = openedAt ?? parcel.readings[0]?.scan.at ?? null;
  if (first === null) return null;
  const { provider, waybill, courier } = parcel;
  return {
    caseId: `${provider}-${waybill}`.slice(0, 64),
    openedAt: first,
    order: { courier: courier || 'unknown', paid: assumedPaid, ...order, waybill },
  };
}

function assumptionsOf({ courier }: Parcel, { order }: IngestOptions): Text[] {
  return [
    ...(order?.paid === undefined ? [reasons.assumedPaid] : []),
    ...(courier === '' && order?.courier === undefined ? [reasons.assumedCourier] : []),
  ];
}

/** What the reports suspect: what opened or moved an exception, and what a person must decide on. */
function suspicionsOf(reports: readonly IngestedReport[], told: ReadonlySet<SignalName>): Suspicion[] {
  const found = new Map<SignalName, string[]>();
  for (const { reading, becomes } of reports) {
    const { says, perhaps, reversedBy, scan } = reading;
    const isTrouble = says !== null && signalCatalogue[says].kind === 'trouble';
    const named = [...(isTrouble && becomes !== 'evidence' ? [says] : []), ...(reversedBy ? [] : perhaps)];
    for (const signal of named) found.set(signal, [...(found.get(signal) ?? []), scan.key]);
  }
  return [...found].map(([signal, keys]) => ({
    signal,
    title: signalCatalogue[signal].title,
    stands: told.has(signal) ? 'opened' : 'open',
    reports: keys,
  }));
}

/** What must be asked: each fact once, for the last report that needs it. Who signed first no longer matters. */
function asksOf(readings: readonly Reading[]): Ingested['asks'] {
  const asked = new Map<EvidenceName, string>();
  for (const { asks, scan } of readings) for (const fact of asks) asked.set(fact, scan.key);
  return [...asked].map(([fact, report]) => ({ fact, report }));
}
