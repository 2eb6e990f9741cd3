import { isEventType } from '../../domain/events.ts';
import { type Field, fieldsOf, inputFields } from './fields.ts';
import type { Filled } from './forms.ts';
import type { SentEvent } from './session.ts';

/** What is written in place of personal data. */
const mask = '***';

/** An event without personal data. What the case makes of it is the same: no rule reads a free text. */
export function maskedEvent(event: SentEvent): SentEvent {
  const fields = isEventType(event.type) ? fieldsOf(event.type) : [];
  const { type, at, ...rest } = event;
  return { type, at, ...maskedFields(rest, fields) };
}

/** The input of a case without personal data. */
export function maskedInput<Input extends object>(input: Input): Input {
  return maskedFields(input as Filled, inputFields()) as Input;
}

/**
 * A text of the analyst's own, such as a note, with long numbers taken out: those of phones and waybills. Dates stay, and
 * so do names and accounts: nothing tells them from other words.
 */
export function maskedNote(note: string): string {
  return note.replace(longNumber, (found) => (date.test(found) ? found : mask));
}

/** Whether a person wrote personal data into an event or input: whether masking it changes anything. */
export function hasPersonalData(event: SentEvent | null, input?: object): boolean {
  const hidden = [event && maskedEvent(event), input && maskedInput(input)];
  return JSON.stringify([event, input]) !== JSON.stringify(hidden);
}

// Helpers

/** Seven digits or more, perhaps in groups, with the letters of a waybill before them. */
const longNumber = /[A-Za-z]{0,6}\p{Nd}[\p{Nd} -]{5,}\p{Nd}/gu;

/** A day of this or the last century, perhaps with a short number after it. */
const date = /^[A-Za-z]*(19|20)\d\d([ -]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])([ -]\d{1,4})?$/;

function maskedFields(values: Filled, fields: readonly Field[]): Filled {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      maskedValue(
        value,
        fields.find((field) => field.name === name),
      ),
    ]),
  );
}

/** What no schema knows may be anything, so it is masked. */
function maskedValue(value: unknown, field: Field | undefined): unknown {
  if (typeof value === 'string') {
    if (field?.ownWords) return maskedNote(value);
    const isListed = field?.options?.some((option) => option.value === value);
    const isKnown = field && !field.personal && (field.kind !== 'enum' || isListed);
    return isKnown || value === '' ? value : maskedText(value, field);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return field ? value : value.map((each) => maskedValue(each, undefined));
  return maskedFields(value as Filled, field?.fields ?? []);
}

/** A text that is too long stays too long, so that it is refused as before. */
function maskedText(text: string, field: Field | undefined): string {
  return field?.longest !== undefined && text.length > field.longest ? '*'.repeat(text.length) : mask;
}
