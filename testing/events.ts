import { z } from 'zod';
import { type CaseEvent, type CaseEventType, eventCatalogue } from '../domain/events.ts';
import { evidenceNames, evidenceSchema } from '../domain/evidence.ts';
import { valuesOf } from '../domain/facts.ts';
import { after, DAY } from '../domain/time.ts';

/**
 * A valid event of a type. Every field is filled from one number, so that fast-check shrinks the number and the event
 * becomes simpler; `overrides` are the fields that should make sense.
 */
export function eventOf<Type extends CaseEventType>(
  type: Type,
  at: string,
  pick: number,
  overrides: Readonly<Record<string, unknown>> = {},
): CaseEvent<Type> {
  const filled = Object.entries(eventCatalogue[type].fields).map(
    ([name, schema]) => [name, valueFor(name, schema as z.ZodType, at, pick)] as const,
  );
  const fields = { ...Object.fromEntries(filled), ...overrides };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { type, at, ...Object.fromEntries(given) } as unknown as CaseEvent<Type>;
}

// Helpers

function valueFor(name: string, schema: z.ZodType, at: string, pick: number): unknown {
  if (schema === evidenceSchema) {
    const fact = evidenceNames[pick % evidenceNames.length] ?? 'stock';
    const values = valuesOf(fact);
    return { [fact]: values[Math.floor(pick / evidenceNames.length) % values.length] };
  }
  if (schema instanceof z.ZodOptional) {
    return pick % 3 === 0 ? undefined : valueFor(name, schema.unwrap() as z.ZodType, at, pick);
  }
  if (schema instanceof z.ZodEnum) return schema.options[pick % schema.options.length];
  if (schema instanceof z.ZodNumber) return pick;
  if (schema instanceof z.ZodBoolean) return pick % 4 !== 0;
  if (schema instanceof z.ZodISODateTime) {
    const days = pick % 15;
    return after(at, name === 'until' ? days * DAY : -days * DAY);
  }
  if (schema instanceof z.ZodString) return `${name} ${pick % 3}`;
  throw new Error(`No value for the field "${name}": teach testing/events.ts this kind of schema.`);
}
