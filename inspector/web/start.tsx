import { render } from 'preact';
import { openAddress } from './address.ts';
import { firstSession } from './first-session.ts';
import { Page } from './page.tsx';
import type { Preferences } from './preferences.ts';
import { firstState } from './store/state.ts';
import { nowInstant } from './time.ts';

/** Opens a case and shows the whole page. */
export function start(root: HTMLElement, preferences: Preferences, isNarrow: boolean): void {
  const session = firstSession(nowInstant());
  render(<Page first={firstState(session, preferences, isNarrow)} onStart={openAddress} />, root);
}
