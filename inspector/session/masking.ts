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

/** A remark with long numbers, such as those of phones and waybills, taken out. */
export function maskedNote(note: string): string {
  return note.replace(/[A-Za-z]{0,6}\d[\d -]{5,}\d/g, mask);
}

/** Whether a person wrote personal data into an event or input: whether masking it changes anything. */
export function hasPersonalData(event: SentEvent | null, input?: object): boolean {
  const hidden = [event && maskedEvent(event), input && maskedInput(input)];
  return JSON.stringify([event, input]) !== JSON.stringify(hidden);
}

// Helpers

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
