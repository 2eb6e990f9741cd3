import { render } from 'preact';
import { activeStates } from '../../replay/compare.ts';
import { focusOn } from '../chart/view.ts';
import { momentOf } from '../session/session.ts';
import { openAddress } from './address.ts';
import { chartOfMachine } from './chart/case-chart.ts';
import { fetchGeometry } from './chart/use-geometry.ts';
import { firstSession } from './first-session.ts';
import { Page } from './page.tsx';
import type { Preferences } from './preferences.ts';
import { firstState } from './store/state.ts';
import { nowInstant } from './time.ts';

/** Opens a case and shows the whole page, its chart at once in place of the one that was shown before. */
export async function start(root: HTMLElement, preferences: Preferences, isNarrow: boolean): Promise<void> {
  const session = firstSession(nowInstant());
  const chart = chartOfMachine(session.machine);
  const { collapsed } = focusOn(chart, new Set(activeStates(momentOf(session).snapshot)));
  await fetchGeometry(chart, collapsed, preferences.language);
  render(<Page first={firstState(session, preferences, isNarrow)} onStart={openAddress} />, root);
}
