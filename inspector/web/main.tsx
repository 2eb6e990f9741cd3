import { render } from 'preact';
import './styles/tokens.css';
import './styles/parts.css';
import './styles/layout.css';
import './styles/header.css';
import './styles/chart.css';
import './styles/events.css';
import './styles/timeline.css';
import './styles/panels.css';
import './styles/replay.css';
import { inventedInput } from '../session/guesses.ts';
import { openSession } from '../session/session.ts';
import { openAddress } from './address.ts';
import { adoptChartStyle } from './chart/style.ts';
import { Page } from './page.tsx';
import { applyPreferences, readPreferences } from './preferences.ts';
import { firstState } from './store/state.ts';
import { nowInstant } from './time.ts';
import { words } from './words.ts';

adoptChartStyle();
const preferences = readPreferences();
applyPreferences(preferences, words.product[preferences.language]);
const session = openSession('parcelCase', inventedInput(nowInstant()));
const isNarrow = matchMedia('(max-width: 860px)').matches;
render(
  <Page first={firstState(session, preferences, isNarrow)} onStart={openAddress} />,
  document.getElementById('page') as HTMLElement,
);
