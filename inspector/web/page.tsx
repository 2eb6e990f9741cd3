import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { MachineName } from '../../machines/index.ts';
import { noMarks } from '../chart/marks.ts';
import { choicesOf } from '../session/choices.ts';
import { momentOf, openSession } from '../session/session.ts';
import { caseChart, type MarkedChart, withPicked } from './chart/case-chart.ts';
import { ChartPane } from './chart/chart-pane.tsx';
import { coverageChart } from './chart/coverage-chart.ts';
import type { Drawing } from './chart/use-geometry.ts';
import { Dialogs } from './dialogs/dialogs.tsx';
import { EventsPane } from './events/events-pane.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { Header } from './header.tsx';
import { useKeys } from './keys.ts';
import { LanguageContext } from './language.ts';
import { useLive } from './live/use-live.ts';
import { Details } from './panels/details.tsx';
import { DropZone } from './parts/drop-zone.tsx';
import { lazy, useLoaded } from './parts/lazy.tsx';
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
const LivePane = lazy(async () => (await import('./live/live-pane.tsx')).LivePane);
const LiveDetails = lazy(async () => (await import('./live/live-details.tsx')).LiveDetails);
const MissedPane = lazy(async () => (await import('./suite/missed-pane.tsx')).MissedPane);
const CoveragePane = lazy(async () => (await import('./suite/coverage-pane.tsx')).CoveragePane);

const parts = ['events', 'chart', 'details'] as const satisfies readonly Part[];

/** The whole page. */
export function Page({ first, onStart }: PageProps) {
  const [state, dispatch] = useReducer<State, Action>(reduce, first);
  const { preferences, session, mode, part, picked, pointed, covered, live, actor } = state;
  const { language } = preferences;
  const drawing = useRef<Drawing | null>(null);
  useKeys(state, dispatch);
  useLive(dispatch);
  useEffect(() => onStart(dispatch), []);
  useEffect(() => {
    keepPreferences(preferences);
    applyPreferences(preferences, words.product[language]);
  }, [preferences]);

  const moment = momentOf(session);
  const choices = useMemo(() => choicesOf(session, language), [moment, language]);
  const liveView = useLoaded(() => import('./live/live-view.ts'), mode === 'live');
  const marked = useMemo((): MarkedChart | null => {
    if (mode === 'coverage') return coverageChart(session.machine, covered);
    if (mode !== 'live') return caseChart(session, choices);
    return liveView?.chartShown(state) ?? null;
  }, [choices, mode, covered, live, actor, liveView]);
  const drawn = useMemo(() => marked && withPicked(marked, picked, pointed), [marked, picked, pointed]);
  const details = useMemo(() => {
    if (mode === 'coverage') return <MissedPane state={state} dispatch={dispatch} />;
    if (mode === 'live') return <LiveDetails state={state} dispatch={dispatch} />;
    return <Details state={state} dispatch={dispatch} />;
  }, [session, mode, state.tab, state.compared, covered, live, actor, language]);
  const left = useMemo(() => {
    if (mode === 'replay') return <ReplayPane state={state} dispatch={dispatch} />;
    if (mode === 'coverage') return <CoveragePane state={state} dispatch={dispatch} />;
    if (mode === 'live') return <LivePane state={state} dispatch={dispatch} />;
    return <EventsPane session={session} choices={choices} dispatch={dispatch} />;
  }, [session, choices, mode, state.replayed, covered, live, actor]);
  const timeline = useMemo(
    () => <Timeline state={state} dispatch={dispatch} />,
    [session, state.replayed, language],
  );
  const dropped = useMemo(() => (file: File) => openFile(file, dispatch), []);
  const openMachine = (machine: MachineName) =>
    dispatch({ type: 'open', session: openSession(machine, session.input) });
  return (
    <LanguageContext.Provider value={language}>
      <div class="page" data-part={part}>
        <Header
          state={state}
          dispatch={dispatch}
          onMachine={openMachine}
          search={
            <Search
              chart={drawn?.chart ?? null}
              onPick={(id) => dispatch({ type: 'set', values: { picked: id, part: 'chart' } })}
            />
          }
          exporting={
            <ExportMenu
              state={state}
              drawing={() => drawing.current}
              marks={drawn?.marks ?? noMarks}
              dispatch={dispatch}
            />
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
          {drawn ? (
            <ChartPane
              {...drawn}
              state={state}
              dispatch={dispatch}
              onDrawing={(painted) => {
                drawing.current = painted;
              }}
            />
          ) : (
            <section class="pane middle" aria-label={words.chart[language]}>
              <div class="empty">
                <p>{words.nothingToDraw[language]}</p>
              </div>
            </section>
          )}
          <section class="pane right" aria-label={words.details[language]}>
            {details}
          </section>
        </main>
        {(mode === 'simulate' || mode === 'replay') && timeline}
        <StepLine state={state} liveView={liveView} />
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
