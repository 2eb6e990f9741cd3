import { toMilliseconds } from '../domain/time.ts';
import type { TimeBasis } from './time.ts';

/** One report of a carrier, the same for all providers. */
export interface Scan {
  readonly provider: string;
  readonly waybill: string;
  /** The courier as the provider names it; empty if it does not. */
  readonly courier: string;
  /** ISO instant in UTC; `null` if the report has no time. */
  readonly at: string | null;
  /** How that instant is known. */
  readonly basis: TimeBasis;
  /** The most specific code; empty if there is none. */
  readonly code: string;
  /** Less specific codes of the same report, which count where the code is unknown. */
  readonly fallback: readonly string[];
  /** The words of the carrier. */
  readonly text: string;
  readonly place: string;
  /** The report as it came. */
  readonly raw: unknown;
  /** The same for the same report, however often and in whatever order it is delivered. */
  readonly key: string;
}

/** A report as an adapter finds it. */
export type Found = Omit<Scan, 'key'>;

/** The scan of a report, with its key: waybill, instant, code and words. */
export function scanOf(found: Found): Scan {
  const { waybill, at, code, text } = found;
  return { ...found, key: [waybill, at ?? '', code, text].join('|') };
}

/**
 * Reports without those delivered twice. A report without a code gives way to the same one with a code. Order is kept;
 * of two with one key the one counts that came first.
 */
export function withoutDuplicates(scans: readonly Scan[]): Scan[] {
  const coded = new Set(scans.filter(({ code }) => code !== '').map(said));
  const seen = new Set<string>();
  return scans.filter((scan) => {
    if (seen.has(scan.key)) return false;
    seen.add(scan.key);
    return scan.code !== '' || scan.text === '' || !coded.has(said(scan));
  });
}

/**
 * Reports in the order in which they happened, by the clock of the carrier. Those of one instant stand in the order of
 * `rank`, those without a time at the end.
 */
export function inOrder(scans: readonly Scan[], rank: (scan: Scan) => number): Scan[] {
  const time = ({ at }: Scan) => (at === null ? Number.POSITIVE_INFINITY : toMilliseconds(at));
  return scans
    .map((scan) => ({ scan, time: time(scan), rank: rank(scan) }))
    .sort(
      (one, other) =>
        compare(one.time, other.time) ||
        compare(one.rank, other.rank) ||
        compare(one.scan.key, other.scan.key),
    )
    .map(({ scan }) => scan);
}

// Helpers

function said({ waybill, at, text }: Scan): string {
  return [waybill, at ?? '', text].join('|');
}

function compare<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
