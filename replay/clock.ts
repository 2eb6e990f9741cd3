import { after, DAY, HOUR } from '../domain/time.ts';
import { relativeTime } from './scenario.ts';

const units = [DAY, HOUR, 60_000, 1000];

/** The instant of a step: as it stands, or counted from the step before. */
export function resolveTime(time: string, previous: string): string {
  const match = relativeTime.exec(time);
  if (!match) return time;
  const milliseconds = match
    .slice(1)
    .reduce((sum, part, index) => sum + (part ? Number.parseInt(part, 10) : 0) * (units[index] ?? 0), 0);
  return after(previous, milliseconds);
}
