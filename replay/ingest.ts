import type { Effect } from '../actions/effects.ts';
import type { CaseInput } from '../domain/case.ts';
import type { DeadlineName } from '../domain/deadlines.ts';
import type { CaseEvent } from '../domain/events.ts';
import type { EvidenceName } from '../domain/facts.ts';
import type { Text } from '../domain/text.ts';
import type { Parcel } from '../feeds/feed.ts';
import type { Reading } from '../feeds/reading.ts';
import { type SignalName, signalCatalogue } from '../feeds/signals.ts';
import { parcelCaseMachine } from '../machines/parcel-case.ts';
import { reasons } from './ingest-reasons.ts';
import { type Taken, tell } from './ingest-telling.ts';
import type { CaseSnapshot } from './snapshot.ts';
import { open } from './step.ts';

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
}

/** What stands for the payment of the goods if nobody says what was paid, in fen. */
const assumedPaid = 100;

/**
 * Makes a case of the reports of one parcel. It is made anew from the whole history each time, so late and corrected
 * reports count from the instant they are about. Answers that people owe are not in a feed: no deadline of an answer
 * lapses here, the clock of the case is held at the last instant at which the answer would still be in time. And no
 * report decides who bears anything: an event that would is left to a person. So the case never has a ruling yet.
 * @throws {ParcelError} `INVALID_INPUT` if the order is not one.
 */
export function ingest(parcel: Parcel, options: IngestOptions = {}): Ingested {
  const input = inputOf(parcel, options);
  const opened = input && open(parcelCaseMachine, input);
  let snapshot: CaseSnapshot | null = opened?.snapshot ?? null;
  const effects: Effect[] = [...(opened?.effects ?? [])];
  const told = new Set<SignalName>();
  const reports = parcel.readings.map((reading): IngestedReport => {
    const taken = snapshot && tell(snapshot, reading, told);
    snapshot = taken?.snapshot ?? null;
    effects.push(...(taken?.effects ?? []));
    if (taken?.opened && reading.says) told.add(reading.says);
    const { events = [], heldBy = null } = taken ?? {};
    return { reading, ...outcome(reading, taken), events, heldBy };
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

function outcome(
  { scan, row, by, says, perhaps, doubt, reversedBy, events, lacking }: Reading,
  taken: Taken | null,
): Pick<IngestedReport, 'becomes' | 'why'> {
  if (scan.at === null || !taken) return { becomes: 'triage', why: reasons.undated };
  if (reversedBy) return { becomes: 'evidence', why: reasons.reversed(reversedBy) };
  if (doubt) return { becomes: 'triage', why: reasons[doubt] };
  if (!says) {
    const unknown = row === null;
    if (unknown) return { becomes: 'triage', why: scan.code === '' ? reasons.silent : reasons.unknown(scan) };
    return { becomes: 'triage', why: reasons.ambiguous(titlesOf(perhaps)) };
  }
  const { kind } = signalCatalogue[says];
  if (taken.decides) return { becomes: 'triage', why: reasons.decides };
  if (taken.events.length > 0) {
    const onlyPlace = kind === 'trouble' && !taken.opened;
    return onlyPlace
      ? { becomes: 'triage', why: reasons.otherException }
      : { becomes: 'event', why: taken.heldBy ? reasons.held : reasons.taken };
  }
  if (taken.again) return { becomes: 'evidence', why: reasons.again };
  if (by === 'words' && kind === 'trouble') return { becomes: 'triage', why: reasons.wordsOnly };
  if (events.length === 0 && lacking.length > 0) return { becomes: 'triage', why: reasons.lacking };
  if (perhaps.length > 0) return { becomes: 'triage', why: reasons.suspicion(titlesOf(perhaps)) };
  if (kind === 'handover') return { becomes: 'evidence', why: reasons.signer };
  const missed = kind === 'trouble' && says !== 'returning' && events.length > 0;
  return missed
    ? { becomes: 'triage', why: reasons.otherException }
    : { becomes: 'evidence', why: reasons.nothingFollows };
}

function titlesOf(signals: readonly SignalName[]): Text[] {
  return signals.map((signal) => signalCatalogue[signal].title);
}

function inputOf(parcel: Parcel, { order }: IngestOptions): CaseInput | null {
  const first = parcel.readings[0]?.scan.at ?? null;
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
