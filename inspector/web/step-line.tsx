import { useMemo } from 'preact/hooks';
import { stateText } from '../../explain/render/words.ts';
import { statesOf } from '../../explain/states.ts';
import { momentOf, type Session } from '../session/session.ts';
import { useLanguage } from './language.ts';
import { momentTitle } from './titles.ts';
import { words } from './words.ts';

/** What the step did, in one line that screen readers say: the event, the states entered and left. */
export function StepLine({ session }: { readonly session: Session }) {
  const { t, language } = useLanguage();
  const moment = momentOf(session);
  const line = useMemo(() => {
    const before = moment.parent === null ? [] : statesOf(momentOf(session, moment.parent).snapshot);
    const after = statesOf(moment.snapshot);
    const only = (these: typeof after, those: typeof after) =>
      these
        .filter(({ path }) => !those.some((other) => other.path === path))
        .map((state) => stateText(state, language));
    const comma = language === 'zh' ? '、' : ', ';
    const [entered, left] = [only(after, before), only(before, after)];
    return [
      momentTitle(moment, language),
      moment.reason ? t(moment.reason.message) : '',
      entered.length > 0 ? `${t(words.entered)} ${entered.join(comma)}` : '',
      left.length > 0 ? `${t(words.left)} ${left.join(comma)}` : '',
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '。' : '. ');
  }, [moment, language]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-step-line>
      {line}
    </p>
  );
}
