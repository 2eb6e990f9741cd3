import type { Language, Text } from '../../domain/text.ts';
import { rulebooks } from '../../guards/rulebooks.ts';
import { eventTitle } from '../chart/titles.ts';
import type { Moment } from '../session/session.ts';
import { words } from './words.ts';

/** What the scenarios of a folder are about: an exception type, or several at once. */
export function folderTitle(folder: string): Text {
  const type = folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(rulebooks, type)) return rulebooks[type as keyof typeof rulebooks].title;
  return folderTitles[folder] ?? { zh: folder || '其他', en: folder || 'Others' };
}

/** The name of an event for people; its type where it has none. */
export function eventTypeTitle(type: string, language: Language): string {
  if (type === 'xstate.init') return words.started[language];
  return eventTitle(type)?.[language] ?? type;
}

/** What happened at a moment, in a few words. */
export function momentTitle({ event, result }: Moment, language: Language): string {
  if (result === 'opened') return words.opened[language];
  if (event === null) return words.timePassed[language];
  return eventTypeTitle(event.type, language);
}

// Helpers

const folderTitles: Readonly<Record<string, Text>> = {
  case: { zh: '多环节案件', en: 'Across exception types' },
  feeds: { zh: '快递轨迹接入', en: "From carriers' tracking" },
};
