import type { Action, State } from '../store/state.ts';

interface ChartPaneProps {
  readonly state: State;
  readonly dispatch: (action: Action) => void;
}

/** The chart of the machine, with what is active and what can happen. */
export function ChartPane(_: ChartPaneProps) {
  return <section class="pane middle" />;
}
