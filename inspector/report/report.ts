import type { Language, Text } from '../../domain/text.ts';
import { instantText, words as told } from '../../explain/render/words.ts';
import type { Chart } from '../chart/chart.ts';
import type { Geometry } from '../chart/geometry.ts';
import { machineTitle } from '../chart/machine-title.ts';
import type { Marks } from '../chart/marks.ts';
import { paint } from '../chart/paint.ts';
import { chartRules, themeVariables } from '../chart/style.ts';
import { goTo, lineOf } from '../session/line.ts';
import { maskedNote } from '../session/masking.ts';
import { recordingOf, sessionOf } from '../session/recording.ts';
import type { Moment, Session } from '../session/session.ts';
import { trackOf } from '../session/taken.ts';
import { verdictOf } from '../session/verdict.ts';
import { courseTable } from './course.ts';
import { html, Markup } from './html.ts';
import { reportStyle } from './style.ts';
import { deadlinesTable, postingsTable, verdictParts } from './verdict.ts';
import { words } from './words.ts';

/** How a report is made. */
export interface ReportOptions {
  readonly title: Text;
  readonly language: Language;
  /** The chart of the machine and where everything of it stands in this language; without it the report has no picture. */
  readonly picture?: { readonly chart: Chart; readonly geometry: Geometry };
  /** Whether personal data stay as they are. Otherwise they are masked. */
  readonly keepPersonal?: boolean;
}

/**
 * A report on the line of a session that is looked at, to its end: one HTML file that needs nothing else, runs no script
 * and prints. Text from the case is escaped.
 */
export function reportOf(session: Session, options: ReportOptions): string {
  const { language, picture, keepPersonal = false } = options;
  const shown = keepPersonal ? session : maskedLine(session);
  const line = lineOf(shown);
  const verdict = verdictOf(shown, shown.tip);
  const title = keepPersonal ? options.title[language] : maskedNote(options.title[language]);
  const { text } = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${new Markup(reportStyle + chartStyle)}</style></head><body>
<header><h1>${title}</h1><p class="hint">${words[keepPersonal ? 'kept' : 'masked'][language]}</p>
<dl class="facts">
${fact(words.case[language], verdict.caseId)}
${fact(words.machine[language], `${machineTitle(session.machine)[language]} · ${session.machine}`)}
${fact(words.kind[language], (verdict.type?.title ?? told.noException)[language])}
${fact(told.openedAt[language], instantText(verdict.openedAt))}
${fact(told.reached[language], instantText(line.at(-1)?.clock ?? verdict.at))}
${fact(told.state[language], told[verdict.status][language])}
${verdict.outcome && fact(told.outcome[language], verdict.outcome.title[language])}
${verdict.needsHuman && fact(told.attention[language], told.needsHuman[language])}
</dl></header><main>
<h2>${words.verdict[language]}</h2>
${verdictParts(shown, shown.tip, verdict, language)}
<h2>${told.postings[language]}</h2>
${postingsTable(verdict, language)}
${deadlinesTable(verdict, language)}
<h2>${words.course[language]}</h2>
${courseTable(shown, line, language)}
${picture && drawn(shown, line, picture, language)}
</main></body></html>
`;
  return text;
}

// Helpers

const chartStyle = `.chart{${themeVariables('light')}}${chartRules}@media (prefers-color-scheme:dark){.chart{${themeVariables('dark')}}}@media print{.chart{${themeVariables('light')}}}`;

/** Only the line that is reported, so that nothing of the others is in the file or has to be played. */
function maskedLine(session: Session): Session {
  const line = lineOf(session);
  const places = new Map(line.map(({ id }, place) => [id, place]));
  const moments = line.map((moment, place) => ({
    ...moment,
    id: place,
    parent: place === 0 ? null : place - 1,
  }));
  const tip = line.length - 1;
  const alone = { ...session, moments, tip, current: places.get(session.current) ?? tip };
  const masked = sessionOf(recordingOf(alone));
  return { ...goTo(masked, tip), current: alone.current };
}

function fact(label: string, value: string): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function drawn(
  session: Session,
  line: readonly Moment[],
  { chart, geometry }: { readonly chart: Chart; readonly geometry: Geometry },
  language: Language,
): Markup {
  const hits = new Map<string, number>();
  for (const { id } of line) {
    const { entered, branches } = trackOf(session, id);
    for (const hit of [...entered, ...branches]) hits.set(hit, (hits.get(hit) ?? 0) + 1);
  }
  const active = new Set(verdictOf(session, session.tip).states.flatMap(({ path }) => around(path)));
  const marks: Marks = { active, enabled: new Set(), blocked: new Map(), hits };
  return html`<h2>${words.chart[language]}</h2><p class="hint">${words.chartHint[language]}</p>
<div class="picture">${new Markup(paint(chart, geometry, language, marks))}</div>`;
}

/** A state and those around it. */
function around(path: string): string[] {
  const keys = path.split('.');
  return ['', ...keys.map((_key, place) => keys.slice(0, place + 1).join('.'))];
}
