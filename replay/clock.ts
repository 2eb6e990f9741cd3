import { after, DAY, HOUR, toMilliseconds } from '../domain/time.ts';
import { relativeTime } from './scenario.ts';

const units = [DAY, HOUR, 60_000, 1000];
const latest = toMilliseconds('9999-12-31T23:59:59.999Z');

/**
 * The instant of a step: as it stands, or counted from the step before. A time after the year 9999 stays as it stands,
 * which is no instant.
 */
export function resolveTime(time: string, previous: string): string {
  const match = relativeTime.exec(time);
  if (!match) return time;
  const milliseconds = match
    .slice(1)
    .reduce((sum, part, index) => sum + (part ? Number.parseInt(part, 10) : 0) * (units[index] ?? 0), 0);
  const reached = toMilliseconds(previous) + milliseconds;
  return reached <= latest ? after(previous, milliseconds) : time;
}

/** Instants inside an event may be relative to its own time, such as `until: +3d`. */
export function resolveFields(
  event: Readonly<Record<string, unknown>>,
  at: string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) =>
      ['until', 'lastUpdateAt', 'signedAt'].includes(name) && typeof value === 'string'
        ? [name, resolveTime(value, at)]
        : [name, value],
    ),
  );
}
