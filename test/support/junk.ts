import fc from 'fast-check';
import type { z } from 'zod';
import { type CaseEventType, eventCatalogue, eventTypes } from '../../domain/events.ts';
import { eventOf } from './events.ts';

const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'parcel',
  'became.lost',
  '*',
);

/** Anything at all that is no event: values of every kind, objects with strange types, signals between regions. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.record({ type: fc.oneof(names, fc.string(), fc.anything()), at: fc.anything() }, { requiredKeys: [] }),
  fc.constantFrom(...eventTypes).map((type) => ({ type: type.toUpperCase(), at: '2026-03-01T08:00:00Z' })),
  fc.constantFrom(...eventTypes).map((type) => [eventOf(type, '2026-03-01T08:00:00Z', 1)]),
  names.map((type) => ({ type, at: '2026-03-01T08:00:00Z' })),
);

/** What no field of any event accepts. */
const wrong = fc.constantFrom<unknown>(null, Number.NaN, -1, 0.5, 2 ** 53, [], {}, true, '', 'x'.repeat(501));

/** A valid event of which one thing is wrong: a field of the wrong kind, one that is missing, one too many. */
export const spoilt: fc.Arbitrary<{ event: Record<string, unknown>; path: string }> = fc
  .record({
    type: fc.constantFrom(...eventTypes),
    pick: fc.nat(99),
    which: fc.nat(9),
    how: fc.nat(2),
    value: wrong,
  })
  .map(({ type, pick, which, how, value }) => {
    const event = { ...eventOf(type, '2026-03-01T08:00:00Z', pick) } as Record<string, unknown>;
    const fields = ['at', ...Object.keys(eventCatalogue[type as CaseEventType].fields)];
    const path = fields[which % fields.length] as string;
    if (how === 0) return { event: { ...event, surplus: value }, path: 'surplus' };
    if (how === 1 && path in event && !optional(type, path)) {
      const { [path]: _missing, ...rest } = event;
      return { event: rest, path };
    }
    const accepted = path !== 'at' && accepts(type, path, value);
    return { event: { ...event, [path]: accepted ? null : value }, path };
  });

function optional(type: CaseEventType, path: string): boolean {
  return path !== 'at' && accepts(type, path, undefined);
}

function accepts(type: CaseEventType, path: string, value: unknown): boolean {
  const field = eventCatalogue[type].fields[path] as z.ZodType | undefined;
  return field?.safeParse(value).success === true;
}
