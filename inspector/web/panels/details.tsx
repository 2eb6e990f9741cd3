import { useLanguage } from '../language.ts';
import { Tabs } from '../parts/tabs.tsx';
import type { Action, State, Tab } from '../store/state.ts';
import { words } from '../words.ts';

interface DetailsProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

const tabs = ['verdict', 'changes', 'states'] as const satisfies readonly Tab[];

/** The panels on the right: the ruling, what changed, and what is known. */
export function Details({ state, dispatch }: DetailsProps) {
  const { t } = useLanguage();
  return (
    <Tabs
      label={t(words.details)}
      value={state.tab}
      options={tabs.map((value) => ({ value, label: t(words[value]) }))}
      onChange={(tab) => dispatch({ type: 'set', values: { tab } })}
    >
      {null}
    </Tabs>
  );
}
