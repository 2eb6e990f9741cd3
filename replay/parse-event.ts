import { z } from 'zod';
import {
  type CaseEvent,
  type CaseEventType,
  eventCatalogue,
  eventSchema,
  eventTypes,
  isEventType,
} from '../domain/events.ts';
import { isBefore } from '../domain/time.ts';
import { compiled } from './compiled.ts';
import * as refusal from './refusal.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';

/** An event that a case may be asked about, or why it may not. */
type Parsed = { readonly event: CaseEvent } | { readonly event?: never; readonly refusal: refusal.Refusal };

/** Parses an event for a case: a known type, valid fields, and no earlier than what the case has reached. */
export function parseEvent(snapshot: CaseSnapshot, event: unknown): Parsed {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  const schema = schemas.get(type) ?? schemaOf(type);
  if (!schema) return { refusal: refusal.unknown(type) };
  const parsed = schema.safeParse(event);
  if (!parsed.success) return { refusal: refusal.invalid(type as string, parsed.error.issues) };
  const { at } = parsed.data as unknown as CaseEvent;
  const { at: reached } = contextOf(snapshot);
  if (isBefore(at, reached)) return { refusal: refusal.timeGoesBackwards(at, reached) };
  if (snapshot.status !== 'active') return { refusal: refusal.closed };
  return { event: parsed.data as unknown as CaseEvent };
}

// Helpers

const schemas = new Map<unknown, z.ZodObject>();

/** The schema of a type, made when it is first needed. Types with the same fields share one, so that its code stays warm. */
function schemaOf(type: unknown): z.ZodObject | undefined {
  if (typeof type !== 'string' || !isEventType(type)) return undefined;
  const alike = eventTypes.filter((other) => haveSameFields(type, other));
  const schema = compiled(eventSchema(type).extend({ type: z.enum(alike) }));
  for (const other of alike) schemas.set(other, schema);
  return schema;
}

function haveSameFields(one: CaseEventType, other: CaseEventType): boolean {
  const [fields, others] = [eventCatalogue[one].fields, eventCatalogue[other].fields];
  const names = Object.keys(fields);
  return names.length === Object.keys(others).length && names.every((name) => fields[name] === others[name]);
}
