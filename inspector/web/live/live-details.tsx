import { useMemo } from 'preact/hooks';
import { caseOf } from '../../live/case.ts';
import { useLanguage } from '../language.ts';
import { StatesPanel } from '../panels/states.tsx';
import { Verdict } from '../panels/verdict.tsx';
import { Tabs } from '../parts/tabs.tsx';
import type { Action, State } from '../store/state.ts';
import { words } from '../words.ts';
import { actorOf, stepOf } from './actors.ts';
import { CaseProblem } from './case-problem.tsx';
import { liveSession } from './live-case.ts';

interface LiveDetailsProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

const tabs = ['verdict', 'states'] as const;

/** What a live actor is in: for a case of ours its verdict and facts, for any other what the app said. */
export function LiveDetails({ state, dispatch }: LiveDetailsProps) {
  const { t } = useLanguage();
  const actor = actorOf(state.live, state.actor?.key ?? null);
  const step = actor && stepOf(actor, state.actor?.step ?? null);
  const session = useMemo(() => actor && liveSession(actor, step), [actor?.key, step]);
  const snapshot = step?.snapshot ?? actor?.current;
  if (!actor || !snapshot) {
    return (
      <div class="empty">
        <p>{t(words.nothingLive)}</p>
      </div>
    );
  }
  if (!session) {
    const problem = caseOf(actor, snapshot)?.problem;
    return (
      <div class="scroll">
        {problem && <CaseProblem problem={problem} />}
        <h2 class="heading">{t(words.active)}</h2>
        <pre class="code live-json">{JSON.stringify(snapshot.value, null, 2)}</pre>
        <h2 class="heading">{t(words.context)}</h2>
        <pre class="code live-json">{JSON.stringify(snapshot.context, null, 2)}</pre>
      </div>
    );
  }
  const tab = state.tab === 'changes' ? 'verdict' : state.tab;
  return (
    <Tabs
      label={t(words.details)}
      value={tab}
      options={tabs.map((value) => ({ value, label: t(words[value]) }))}
      onChange={(value) => dispatch({ type: 'set', values: { tab: value } })}
    >
      {tab === 'verdict' ? <Verdict session={session} /> : <StatesPanel session={session} />}
    </Tabs>
  );
}
