import type { CaseEvent, CaseEventType } from '../domain/events.ts';
import type { EvidenceName } from '../domain/facts.ts';
import { eventFrom, type History } from './events.ts';
import { inOrder, type Scan, withoutDuplicates } from './scan.ts';
import { type SignalName, signalCatalogue, signalNames } from './signals.ts';
import { type CodeRow, type CodeTable, rowOf } from './table.ts';
import { signalOfWords } from './words.ts';

/** What a report says, in the light of the reports around it. */
export interface Reading {
  readonly scan: Scan;
  /** The row of its code; `null` if it has none or an unknown one. */
  readonly row: CodeRow | null;
  /** What the reading rests on. */
  readonly by: 'code' | 'words' | 'nothing';
  /** What it says; `null`: several readings or none. */
  readonly says: SignalName | null;
  /** Readings a person must decide on. */
  readonly perhaps: readonly SignalName[];
  /** Why the code alone does not count: the sender may have signed, or the words say something else. */
  readonly doubt: 'returnLeg' | 'words' | null;
  /** The later report that shows that this one did not hold, such as a delivery that failed after "signed". */
  readonly reversedBy: Scan | null;
  /** Events of a case it may become, best first. Empty where nothing follows from it, or only words say it. */
  readonly events: readonly CaseEvent[];
  /** Events it would become if the feed said more: a field is not known. */
  readonly lacking: readonly CaseEventType[];
  /** Facts that must be asked for. */
  readonly asks: readonly EvidenceName[];
}

/**
 * Reads the reports of one parcel: without duplicates, in the order of the carrier's clock, each in the light of the
 * others. The result does not depend on the order or number of deliveries.
 */
export function readScans(scans: readonly Scan[], table: CodeTable | null): Reading[] {
  const alone = new Map(withoutDuplicates(scans).map((scan) => [scan, readAlone(scan, table)]));
  const readings = inOrder([...alone.keys()], (scan) => rankOf(alone.get(scan) as Alone)).map(
    (scan) => alone.get(scan) as Alone,
  );
  const turnedBack = readings.findIndex(({ says }) => says === 'returning' || says === 'returned');
  const said = readings.map((reading, place) =>
    turnedBack >= 0 && place > turnedBack ? onReturnLeg(reading) : reading,
  );
  return said.map((reading, place) => {
    const reversedBy = reversal(said, place);
    const history = historyBefore(said, place);
    return { ...reading, reversedBy, ...consequences(reading, reversedBy !== null, history) };
  });
}

// Helpers

type Alone = Pick<Reading, 'scan' | 'row' | 'by' | 'says' | 'perhaps' | 'doubt'>;

/** What a report says by itself. */
function readAlone(scan: Scan, table: CodeTable | null): Alone {
  const codes = [scan.code, ...scan.fallback].filter((code) => code !== '');
  const row = table && (codes.map((code) => rowOf(table, code)).find((found) => found !== null) ?? null);
  const words = signalOfWords(scan.text);
  if (row) {
    const { says, perhaps } = row;
    const contradicted = says === 'signedByBuyer' && isElsewhere(words);
    return contradicted
      ? { scan, row, by: 'code', says: null, perhaps: [says, words], doubt: 'words' }
      : { scan, row, by: 'code', says: refined(says, words), perhaps, doubt: null };
  }
  return words
    ? { scan, row: null, by: 'words', says: words, perhaps: [], doubt: null }
    : { scan, row: null, by: 'nothing', says: null, perhaps: [], doubt: null };
}

/** Where the code does not say who signed, the words may: they ask for more, and never for less. */
function refined(says: SignalName | null, words: SignalName | null): SignalName | null {
  return says === 'signed' && words === 'signedByProxy' ? words : says;
}

function isElsewhere(words: SignalName | null): words is SignalName {
  return words === 'signedByProxy' || words === 'atPickupPoint' || words === 'returned';
}

/** Who signs after the parcel turned back may be the sender, so a signature has two readings there. */
function onReturnLeg(reading: Alone): Alone {
  const { says } = reading;
  if (says === null || signalCatalogue[says].leaves !== 'recipient') return reading;
  return { ...reading, says: null, perhaps: ['returned', says], doubt: 'returnLeg' };
}

/** A handover did not hold if a later report has the parcel with the courier, or back with the sender. */
function reversal(readings: readonly Alone[], place: number): Scan | null {
  const says = readings[place]?.says;
  if (!says || signalCatalogue[says].kind !== 'handover') return null;
  const later = readings.slice(place + 1).find(({ scan, says: next }) => {
    if (next === null || scan.at === null) return false;
    const { leaves } = signalCatalogue[next];
    return leaves === 'courier' || (leaves === 'sender' && says !== 'returned');
  });
  return later?.scan ?? null;
}

function rankOf({ says, perhaps }: Alone): number {
  return signalNames.indexOf(says ?? perhaps[0] ?? 'news');
}

/** What is known of the course of the parcel when a report comes. */
function historyBefore(readings: readonly Alone[], place: number): History {
  const before = readings.slice(0, place).filter(({ scan }) => scan.at !== null);
  const moves = before.filter(({ says }) => says !== null && signalCatalogue[says].leaves !== null);
  const out = before.findLast(({ says }) => says === 'outForDelivery');
  return {
    firstMove: moves[0]?.scan.at ?? null,
    lastMove: moves.at(-1)?.scan.at ?? null,
    out: out?.scan.at ?? null,
  };
}

function consequences(
  { scan, says, by }: Alone,
  reversed: boolean,
  history: History,
): Pick<Reading, 'events' | 'lacking' | 'asks'> {
  const signal = says === null ? null : signalCatalogue[says];
  if (!signal || reversed) return { events: [], lacking: [], asks: [] };
  if (by === 'words' && signal.kind !== 'progress') {
    return { events: [], lacking: [], asks: signal.kind === 'handover' ? ['signedBy'] : signal.asks };
  }
  const made = signal.becomes.map((type) => ({ type, event: eventFrom(type, scan, history) }));
  return {
    events: made.flatMap(({ event }) => event ?? []),
    lacking: made.filter(({ event }) => event === null).map(({ type }) => type),
    asks: signal.asks,
  };
}
