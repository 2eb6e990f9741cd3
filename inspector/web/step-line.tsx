import { useMemo } from 'preact/hooks';
import { momentOf } from '../session/session.ts';
import { useLanguage } from './language.ts';
import { momentText } from './step-text.ts';
import type { State } from './store/state.ts';

interface StepLineProps {
  readonly state: State;
  /** What tells of live apps; `null` until it is loaded. */
  readonly liveView: typeof import('./live/live-view.ts') | null;
}

/** What the step that is looked at did, of the case or of a live app, in one line that screen readers say. */
export function StepLine({ state, liveView }: StepLineProps) {
  const { language } = useLanguage();
  const { mode, session, live, actor } = state;
  const line = useMemo(() => {
    if (mode === 'live') return liveView?.textShown(state);
    const moment = momentOf(session);
    return momentText(moment, moment.parent === null ? null : momentOf(session, moment.parent), language);
  }, [mode, session, live, actor, liveView, language]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-step-line>
      {line}
    </p>
  );
}
