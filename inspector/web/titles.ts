import type { Language, Text } from '../../domain/text.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { type MachineName, machines } from '../../machines/index.ts';
import { eventTitle } from '../chart/titles.ts';
import type { Moment } from '../session/session.ts';
import { words } from './words.ts';

/** What a machine is for: the title of its rulebook, or of the machine itself. */
export function machineTitle(name: MachineName): Text {
  if (name === 'parcelCase') return { zh: '包裹案件（总图）', en: 'Parcel case (whole)' };
  const book = (rulebooks as Readonly<Record<string, { readonly title: Text } | undefined>>)[name];
  const meta = machines[name].root.meta as { readonly title?: Text } | undefined;
  return book?.title ?? meta?.title ?? { zh: name, en: name };
}

/** What happened at a moment, in a few words. */
export function momentTitle({ event, result }: Moment, language: Language): string {
  if (result === 'opened') return words.opened[language];
  if (event === null) return words.timePassed[language];
  return eventTitle(event.type)?.[language] ?? event.type;
}
