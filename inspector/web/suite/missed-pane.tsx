import { useMemo } from 'preact/hooks';
import { coverageOf, type Missed } from '../../session/coverage.ts';
import { chartOfMachine } from '../chart/case-chart.ts';
import { useLanguage } from '../language.ts';
import type { Action, State } from '../store/state.ts';
import { words } from '../words.ts';
import { MissedList } from './missed-list.tsx';

interface MissedPaneProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** What the scenarios that were run never reached. */
export function MissedPane({ state, dispatch }: MissedPaneProps) {
  const { t } = useLanguage();
  const { covered, session } = state;
  const { machine } = session;
  const hits = covered?.hits.get(machine);
  const coverage = useMemo(
    () => hits && coverageOf(chartOfMachine(machine), hits, covered?.unreachable),
    [machine, hits, covered?.unreachable],
  );
  if (!coverage) {
    return (
      <div class="empty">
        <strong>{t(words.missedTitle)}</strong>
        <p>{t(words.missedHint)}</p>
      </div>
    );
  }
  const of = (kind: Missed['kind']) => coverage.missed.filter((each) => each.kind === kind);
  const groups = [
    { title: words.articlesReached, missed: of('article') },
    { title: words.statesReached, missed: of('state') },
    { title: words.branchesReached, missed: of('branch') },
  ];
  return (
    <div class="scroll">
      {groups.map(({ title, missed }) => (
        <MissedList key={title.en} title={t(title)} missed={missed} machine={machine} dispatch={dispatch} />
      ))}
    </div>
  );
}
