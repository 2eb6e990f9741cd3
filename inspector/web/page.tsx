import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { MachineName } from '../../machines/index.ts';
import { choicesOf } from '../session/choices.ts';
import { momentOf, openSession } from '../session/session.ts';
import { caseChart, withPicked } from './chart/case-chart.ts';
import { ChartPane } from './chart/chart-pane.tsx';
import { coverageChart } from './chart/coverage-chart.ts';
import type { Drawing } from './chart/use-geometry.ts';
import { Dialogs } from './dialogs/dialogs.tsx';
import { EventsPane } from './events/events-pane.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { Header } from './header.tsx';
import { useKeys } from './keys.ts';
import { LanguageContext } from './language.ts';
import { Details } from './panels/details.tsx';
import { DropZone } from './parts/drop-zone.tsx';
import { lazy } from './parts/lazy.tsx';
import { Notices } from './parts/notices.tsx';
import { Segments } from './parts/segments.tsx';
import { applyPreferences, keepPreferences } from './preferences.ts';
import { openFile } from './replay/open.ts';
import { Search } from './search.tsx';
import { StepLine } from './step-line.tsx';
import { type Action, type Part, reduce, type State } from './store/state.ts';
import { Timeline } from './timeline/timeline.tsx';
import { words } from './words.ts';

const ReplayPane = lazy(async () => (await import('./replay/replay-pane.tsx')).ReplayPane);
const CoveragePane = lazy(async () => (await import('./coverage/coverage-pane.tsx')).CoveragePane);

const parts = ['events', 'chart', 'details'] as const satisfies readonly Part[];

/** The whole page. */
export function Page({ first, onStart }: PageProps) {
  const [state, dispatch] = useReducer<State, Action>(reduce, first);
  const { preferences, session, mode, part, picked, pointed, covered } = state;
  const { language } = preferences;
  const drawing = useRef<Drawing | null>(null);
  useKeys(state, dispatch);
  useEffect(() => onStart(dispatch), []);
  useEffect(() => {
    keepPreferences(preferences);
    applyPreferences(preferences, words.product[language]);
  }, [preferences]);

  const moment = momentOf(session);
  const choices = useMemo(() => choicesOf(session, language), [moment, language]);
  const marked = useMemo(
    () =>
      mode === 'coverage'
        ? coverageChart(session.machine, covered?.hits.get(session.machine) ?? null)
        : caseChart(session, choices),
    [moment, choices, mode, covered],
  );
  const { chart, marks, shown } = useMemo(
    () => withPicked(marked, picked, pointed),
    [marked, picked, pointed],
  );
  const details = useMemo(
    () => <Details state={state} dispatch={dispatch} />,
    [session, state.tab, state.compared, language],
  );
  const left = useMemo(() => {
    if (mode === 'replay') return <ReplayPane state={state} dispatch={dispatch} />;
    if (mode === 'coverage') return <CoveragePane state={state} dispatch={dispatch} />;
    return <EventsPane session={session} choices={choices} dispatch={dispatch} />;
  }, [session, choices, mode, state.replayed, covered]);
  const timeline = useMemo(
    () => <Timeline state={state} dispatch={dispatch} />,
    [session, state.replayed, language],
  );
  const dropped = useMemo(() => (file: File) => openFile(file, dispatch), []);
  const openMachine = (machine: MachineName) =>
    dispatch({ type: 'open', session: openSession(machine, session.input) });
  return (
    <LanguageContext.Provider value={language}>
      <div class="page">
        <Header
          state={state}
          dispatch={dispatch}
          onMachine={openMachine}
          search={
            <Search
              chart={chart}
              onPick={(id) => dispatch({ type: 'set', values: { picked: id, part: 'chart' } })}
            />
          }
          exporting={
            <ExportMenu state={state} drawing={() => drawing.current} marks={marks} dispatch={dispatch} />
          }
        />
        <nav class="part-picker" aria-label={words.parts[language]}>
          <Segments
            label={words.parts[language]}
            value={part}
            options={parts.map((value) => ({ value, label: words[value][language] }))}
            onChange={(value) => dispatch({ type: 'set', values: { part: value } })}
          />
        </nav>
        <main class="work" data-part={part}>
          <section class="pane left" aria-label={words[mode][language]}>
            <div class="scroll">{left}</div>
          </section>
          <ChartPane
            chart={chart}
            marks={marks}
            shown={shown}
            state={state}
            dispatch={dispatch}
            onDrawing={(painted) => {
              drawing.current = painted;
            }}
          />
          <section class="pane right" aria-label={words.details[language]}>
            {details}
          </section>
        </main>
        {timeline}
        <StepLine session={session} />
        <Dialogs state={state} dispatch={dispatch} />
        <DropZone onFile={dropped} />
        <Notices notice={state.notice} onClose={() => dispatch({ type: 'set', values: { notice: null } })} />
      </div>
    </LanguageContext.Provider>
  );
}

interface PageProps {
  readonly first: State;
  /** Called once the page is there, with what acts on it. */
  readonly onStart: (dispatch: (action: Action) => void) => void;
}
