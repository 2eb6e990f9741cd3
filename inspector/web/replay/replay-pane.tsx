import type { Action, State } from '../store/state.ts';
import { ReplayedScenario } from './replayed-scenario.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';

interface ReplayPaneProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** The scenario that is replayed, or those to choose from. */
export function ReplayPane({ state, dispatch }: ReplayPaneProps) {
  return state.replayed ? (
    <ReplayedScenario replay={state.replayed} current={state.session.current} dispatch={dispatch} />
  ) : (
    <ScenarioPicker dispatch={dispatch} />
  );
}
