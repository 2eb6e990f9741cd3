import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { MachineName } from '../../machines/index.ts';
import { choicesOf } from '../session/choices.ts';
import type { Filled } from '../session/forms.ts';
import { momentOf, openSession } from '../session/session.ts';
import { caseChart, withPicked } from './chart/case-chart.ts';
import { ChartPane } from './chart/chart-pane.tsx';
import type { Drawing } from './chart/use-geometry.ts';
import { Help } from './dialogs/help.tsx';
import { NewCase } from './dialogs/new-case.tsx';
import { EventsPane } from './events/events-pane.tsx';
import { Header } from './header.tsx';
import { LanguageContext } from './language.ts';
import { Details } from './panels/details.tsx';
import { DropZone } from './parts/drop-zone.tsx';
import { Notices } from './parts/notices.tsx';
import { Segments } from './parts/segments.tsx';
import { applyPreferences, keepPreferences } from './preferences.ts';
import { openFile } from './replay/open.ts';
import { ReplayPane } from './replay/replay-pane.tsx';
import { type Action, type Part, reduce, type State } from './store/state.ts';
import { Timeline } from './timeline/timeline.tsx';
import { words } from './words.ts';

const parts = ['events', 'chart', 'details'] as const satisfies readonly Part[];

/** The whole page. */
export function Page({ first }: { readonly first: State }) {
  const [state, dispatch] = useReducer<State, Action>(reduce, first);
  const { preferences, session, part, picked } = state;
  const { language } = preferences;
  const product = words.product[language];
  const drawing = useRef<Drawing | null>(null);
  useEffect(() => {
    keepPreferences(preferences);
    applyPreferences(preferences, product);
  }, [preferences]);
  const moment = momentOf(session);
  const choices = useMemo(() => choicesOf(session, language), [moment, language]);
  const { chart, marks, shown } = useMemo(() => caseChart(session, choices), [moment, choices]);
  const marked = useMemo(() => withPicked(marks, picked, choices), [marks, picked, choices]);
  const details = useMemo(
    () => <Details state={state} dispatch={dispatch} />,
    [session, state.tab, state.compared, language],
  );
  const events = useMemo(
    () => <EventsPane session={session} choices={choices} dispatch={dispatch} />,
    [session, choices],
  );
  const timeline = useMemo(
    () => <Timeline state={state} dispatch={dispatch} />,
    [session, state.replayed, language],
  );
  const dropped = useMemo(() => (file: File) => openFile(file, dispatch), []);
  const close = () => dispatch({ type: 'set', values: { dialog: null } });
  const openMachine = (machine: MachineName) =>
    dispatch({ type: 'open', session: openSession(machine, session.input), mode: 'simulate' });
  return (
    <LanguageContext.Provider value={language}>
      <div class="page">
        <Header state={state} dispatch={dispatch} onMachine={openMachine} search={null} exporting={null} />
        <nav class="part-picker" aria-label={words.parts[language]}>
          <Segments
            label={words.parts[language]}
            value={part}
            options={parts.map((value) => ({ value, label: words[value][language] }))}
            onChange={(value) => dispatch({ type: 'set', values: { part: value } })}
          />
        </nav>
        <main class="work" data-part={part}>
          <section class="pane left" aria-label={words.events[language]}>
            <div class="scroll">
              {state.mode === 'simulate' && events}
              {state.mode === 'replay' && <ReplayPane state={state} dispatch={dispatch} />}
            </div>
          </section>
          <ChartPane
            chart={chart}
            marks={marked}
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
        {state.dialog === 'help' && <Help onClose={close} />}
        {state.dialog === 'newCase' && (
          <NewCase
            machine={session.machine}
            input={session.input as Filled}
            onOpen={(opened) => dispatch({ type: 'open', session: opened, mode: 'simulate' })}
            onClose={close}
          />
        )}
        <DropZone onFile={dropped} />
        <Notices notice={state.notice} onClose={() => dispatch({ type: 'set', values: { notice: null } })} />
      </div>
    </LanguageContext.Provider>
  );
}
