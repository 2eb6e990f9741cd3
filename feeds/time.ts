import { after, instantSchema } from '../domain/time.ts';

/** An offset from UTC as it stands in an ISO instant: `+08:00` or `Z`. */
export const zonePattern = /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/**
 * How the instant of a report is known: with its own offset, with the one assumed for the provider, borrowed from the
 * newest report of the parcel, or not at all.
 */
export type TimeBasis = 'given' | 'assumed' | 'borrowed' | 'none';

/** An instant in UTC and how it is known. `at` is `null` where the report has no time. */
export interface ReportTime {
  readonly at: string | null;
  readonly basis: TimeBasis;
}

const epoch = '1970-01-01T00:00:00Z';
/** The year 2000 in milliseconds: smaller numbers are seconds. */
const smallestMilliseconds = 946_684_800_000;
const latestMilliseconds = 253_402_300_799_999;

/**
 * The instant of a report. Understood are ISO dates and times, `2026-03-01 08:00:00`, `2026/3/1 08:00`, `20260301T080000`,
 * and seconds or milliseconds since 1970. A time without an offset is read in `zone`.
 * @returns `null` if there is a time that cannot be read.
 */
export function reportTime(value: unknown, zone: string): ReportTime | null {
  if (value === null || value === undefined || value === '') return { at: null, basis: 'none' };
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{10}(\d{3})?$/.test(text)) return fromNumber(Number(text));
  const parts =
    /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    );
  if (!parts) return null;
  const [, year, month = '', day = '', hour = '', minute, second = '00', fraction = '', offset] = parts;
  const two = (part: string) => part.padStart(2, '0');
  const local = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${fraction}`;
  const instant = `${local}${offset ? isoOffset(offset) : zone}`;
  if (!instantSchema.safeParse(instant).success) return null;
  return { at: inUtc(instant), basis: offset ? 'given' : 'assumed' };
}

// Helpers

function fromNumber(value: number): ReportTime | null {
  const milliseconds = Math.round(value < smallestMilliseconds ? value * 1000 : value);
  if (!(milliseconds >= smallestMilliseconds && milliseconds <= latestMilliseconds)) return null;
  return { at: inUtc(after(epoch, milliseconds)), basis: 'given' };
}

function isoOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function inUtc(instant: string): string {
  return after(instant, 0).replace('.000Z', 'Z');
}
