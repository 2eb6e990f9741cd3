import { z } from 'zod';
import { type CaseEvent, type CaseEventType, eventSchema, isEventType } from '../domain/events.ts';
import { isBefore } from '../domain/time.ts';
import * as refusal from './refusal.ts';
import { type CaseSnapshot, contextOf } from './snapshot.ts';

/** An event that a case may be asked about, or why it may not. */
export type Parsed =
  | { readonly event: CaseEvent }
  | { readonly event?: never; readonly refusal: refusal.Refusal };

/** Parses an event for a case: a known type, valid fields, and no earlier than what the case has reached. */
export function parseEvent(snapshot: CaseSnapshot, event: unknown): Parsed {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined;
  if (typeof type !== 'string' || !isEventType(type)) return { refusal: refusal.unknown(type) };
  const parsed = compiled(type).safeParse(event);
  if (!parsed.success) return { refusal: refusal.invalid(type, parsed.error.issues) };
  const { at } = parsed.data as unknown as CaseEvent;
  const { at: reached } = contextOf(snapshot);
  if (isBefore(at, reached)) return { refusal: refusal.timeGoesBackwards(at, reached) };
  if (snapshot.status !== 'active') return { refusal: refusal.closed };
  return { event: parsed.data as unknown as CaseEvent };
}

const schemas = new Map<CaseEventType, z.ZodObject>();

/** The schema of a type, compiled when it is first needed, unless the page forbids code from text. */
function compiled(type: CaseEventType): z.ZodObject {
  let schema = schemas.get(type);
  if (!schema) {
    schema = z.core.util.allowsEval.value ? z.compile(eventSchema(type)) : eventSchema(type);
    schemas.set(type, schema);
  }
  return schema;
}
