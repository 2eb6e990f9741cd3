import { z } from 'zod';

/** Milliseconds in an hour. */
export const HOUR = 3_600_000;
/** Milliseconds in a day of 24 hours: deadlines run in calendar time. */
export const DAY = 24 * HOUR;

/** An instant as an ISO 8601 date and time with `Z` or an offset, such as `2026-03-01T08:00:00Z`. */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    error: 'must be an ISO date and time with Z or an offset, such as 2026-03-01T08:00:00Z',
  })
  .describe('ISO date and time');

/** Milliseconds since 1970 of an ISO instant. */
export function toMilliseconds(instant: string): number {
  return Date.parse(instant);
}

/** The ISO instant, in UTC, of milliseconds since 1970. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The ISO instant that lies `milliseconds` after another. */
export function after(instant: string, milliseconds: number): string {
  return toInstant(toMilliseconds(instant) + milliseconds);
}

/** Whether the first instant lies before the second. Instants of one form in UTC sort as text, which is cheaper. */
export function isBefore(first: string, second: string): boolean {
  return first.length === second.length && first.endsWith('Z') && second.endsWith('Z')
    ? first < second
    : toMilliseconds(first) < toMilliseconds(second);
}

/** Milliseconds from the first instant to the second. */
export function elapsed(from: string, to: string): number {
  return toMilliseconds(to) - toMilliseconds(from);
}
