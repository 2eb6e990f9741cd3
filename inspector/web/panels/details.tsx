import { useLanguage } from '../language.ts';
import { lazy } from '../parts/lazy.tsx';
import { Tabs } from '../parts/tabs.tsx';
import type { Action, State, Tab } from '../store/state.ts';
import { words } from '../words.ts';
import { StatesPanel } from './states.tsx';
import { Verdict } from './verdict.tsx';

interface DetailsProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

const ChangesPanel = lazy(async () => (await import('./changes.tsx')).ChangesPanel);

const tabs = ['verdict', 'changes', 'states'] as const satisfies readonly Tab[];

/** The panels on the right: the ruling, what changed, and what is known. */
export function Details({ state, dispatch }: DetailsProps) {
  const { t } = useLanguage();
  const { session, tab } = state;
  return (
    <Tabs
      label={t(words.details)}
      value={tab}
      options={tabs.map((value) => ({ value, label: t(words[value]) }))}
      onChange={(value) => dispatch({ type: 'set', values: { tab: value } })}
    >
      {tab === 'verdict' && <Verdict session={session} />}
      {tab === 'changes' && <ChangesPanel state={state} dispatch={dispatch} />}
      {tab === 'states' && <StatesPanel session={session} />}
    </Tabs>
  );
}
