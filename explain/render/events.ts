import { eventCatalogue, isEventType } from '../../domain/events.ts';
import { type FactName, factCatalogue } from '../../domain/facts.ts';
import type { Language } from '../../domain/text.ts';
import { instantText, marks, yuan } from './words.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An event in words: its title and what it carries. An event that does not exist keeps its type. */
export function eventText({ type, at: _at, ...fields }: Fields, language: Language): string {
  const name = String(type);
  const title = isEventType(name) ? eventCatalogue[name].title[language] : name;
  const carried = Object.entries(fields).map(([field, value]) => fieldText(field, value, language));
  return carried.length === 0
    ? title
    : `${title}${marks[language].colon}${carried.join(marks[language].semicolon)}`;
}

// Helpers

/** Fields of events that are amounts in fen. */
const amounts = ['amount', 'freight', 'surcharge', 'cost', 'value'];

function fieldText(name: string, value: unknown, language: Language): string {
  if (typeof value === 'object' && value !== null) return factsText(value as Fields, language);
  if (typeof value === 'number' && amounts.includes(name)) return yuan(value);
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT/.test(text) ? instantText(text) : text;
}

function factsText(facts: Fields, language: Language): string {
  return Object.entries(facts)
    .map(([name, value]) => {
      const fact = Object.hasOwn(factCatalogue, name) ? factCatalogue[name as FactName] : undefined;
      if (!fact) return `${name}${marks[language].is}${String(value)}`;
      const known = fact.values[String(value)]?.[language] ?? String(value);
      return `${fact.title[language]}${marks[language].is}${known}`;
    })
    .join(marks[language].semicolon);
}
