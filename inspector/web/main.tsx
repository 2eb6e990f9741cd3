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
import type { Text } from '../../domain/text.ts';
import type { FirstChart } from './build/first-chart.ts';
import { adoptChartStyle } from './chart/style.ts';
import { applyPreferences, readPreferences } from './preferences.ts';
import { Shell } from './shell.tsx';
import { words } from './words.ts';

const firstCharts = {
  zh: () => import('virtual:first-chart/zh'),
  en: () => import('virtual:first-chart/en'),
};

adoptChartStyle();
const preferences = readPreferences();
const { language } = preferences;
applyPreferences(preferences, words.product[language]);
const root = document.getElementById('page') as HTMLElement;
const isNarrow = matchMedia('(max-width: 860px)').matches;
try {
  const isFirst = location.hash === '' && !isNarrow;
  const chart = isFirst ? (await firstCharts[language]()).default : null;
  showShell(chart, null);
  await painted();
  const { start } = await import('./start.tsx');
  await start(root, preferences, isNarrow);
} catch (error) {
  showShell(null, words.notLoaded);
  throw error;
}

// Helpers

function showShell(chart: FirstChart | null, problem: Text | null): void {
  render(<Shell language={language} chart={chart} problem={problem} />, root);
}

/** Once the browser has shown what was rendered. What cannot be seen, such as a frame scrolled away, is not painted and goes on. */
function painted(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}
