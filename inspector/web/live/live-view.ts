import type { MarkedChart } from '../chart/case-chart.ts';
import type { State } from '../store/state.ts';
import { actorOf, stepOf } from './actors.ts';
import { liveChart } from './live-chart.ts';
import { liveText } from './live-line.ts';

type Looked = Pick<State, 'live' | 'actor' | 'preferences'>;

/** The chart of the live actor that is looked at. */
export function chartShown({ live, actor, preferences }: Looked): MarkedChart | null {
  const shown = actorOf(live, actor?.key ?? null);
  return shown && liveChart(shown, stepOf(shown, actor?.step ?? null), preferences.language);
}

/** What its step that is looked at did, in one line. */
export function textShown({ live, actor, preferences }: Looked): string | null {
  const shown = actorOf(live, actor?.key ?? null);
  const step = shown && stepOf(shown, actor?.step ?? null);
  return step && liveText(shown, step, preferences.language);
}
