import { eventCatalogue, isEventType } from '../../domain/events.ts';
import type { Language } from '../../domain/text.ts';
import type { TraceStep } from '../../replay/run.ts';

/** What happened in a step: the event with its title, or that time passed. */
export function stepName({ event }: Pick<TraceStep, 'event'>, language: Language): string {
  if (!event) return { en: '(time passes)', zh: '（时间推移）' }[language];
  const type = String(event.type);
  if (!isEventType(type)) return type;
  const title = eventCatalogue[type].title[language];
  return language === 'zh' ? `${type}（${title}）` : `${type} (${title})`;
}
