import type { Language } from '../../domain/text.ts';
import { stateText } from '../../explain/render/words.ts';
import { type StateReference, statesOf } from '../../explain/states.ts';
import type { Moment } from '../session/session.ts';
import { withLocalTimes } from './clock-text.ts';
import { listComma } from './language.ts';
import { momentTitle } from './titles.ts';
import { words } from './words.ts';

/** What a step did. */
interface Step {
  readonly title: string;
  /** Why it did nothing. */
  readonly reason?: string;
  readonly entered: readonly string[];
  readonly left: readonly string[];
}

/** What a step did, in one line: the event, the states entered and left. */
export function stepText({ title, reason = '', entered, left }: Step, language: Language): string {
  const list = (label: string, states: readonly string[]) =>
    states.length > 0 ? `${label} ${states.join(listComma[language])}` : '';
  return [
    title,
    withLocalTimes(reason),
    list(words.entered[language], entered),
    list(words.left[language], left),
  ]
    .filter(Boolean)
    .join(language === 'zh' ? '。' : '. ');
}

/** What happened at a moment of a case, in one line. `before`: the moment it follows. */
export function momentText(moment: Moment, before: Moment | null, language: Language): string {
  const [former, present] = [before ? statesOf(before.snapshot) : [], statesOf(moment.snapshot)];
  return stepText(
    {
      title: momentTitle(moment, language),
      ...(moment.reason && { reason: moment.reason.message[language] }),
      entered: statesOnlyIn(present, former, language),
      left: statesOnlyIn(former, present, language),
    },
    language,
  );
}

/** The states of the first list that are not in the second, in words. */
export function statesOnlyIn(
  these: readonly StateReference[],
  those: readonly StateReference[],
  language: Language,
): string[] {
  return these
    .filter(({ path }) => !those.some((other) => other.path === path))
    .map((state) => stateText(state, language));
}
