import { useMemo } from 'preact/hooks';
import { momentOf } from '../session/session.ts';
import { useLanguage } from './language.ts';
import { actorOf, stepOf } from './live/live-case.ts';
import { liveText } from './live/live-line.ts';
import { momentText } from './step-text.ts';
import type { State } from './store/state.ts';

/** What the step that is looked at did, of the case or of a live app, in one line that screen readers say. */
export function StepLine({ state }: { readonly state: State }) {
  const { language } = useLanguage();
  const { mode, session, live, actor: chosen } = state;
  const line = useMemo(() => {
    if (mode === 'live') {
      const actor = actorOf(live, chosen?.key ?? null);
      const step = actor && stepOf(actor, chosen?.step ?? null);
      return step && liveText(actor, step, language);
    }
    const moment = momentOf(session);
    return momentText(moment, moment.parent === null ? null : momentOf(session, moment.parent), language);
  }, [mode === 'live' ? live : session, mode === 'live' && chosen, language]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-step-line>
      {line}
    </p>
  );
}
