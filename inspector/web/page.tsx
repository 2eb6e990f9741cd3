import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { MachineName } from '../../machines/index.ts';
import { openSession } from '../session/session.ts';
import { ChartPane } from './chart/chart-pane.tsx';
import { EventsPane } from './events/events-pane.tsx';
import { Header } from './header.tsx';
import { LanguageContext } from './language.ts';
import { Details } from './panels/details.tsx';
import { Notices } from './parts/notices.tsx';
import { Segments } from './parts/segments.tsx';
import { applyPreferences, keepPreferences } from './preferences.ts';
import { type Action, type Part, reduce, type State } from './store/state.ts';
import { Timeline } from './timeline/timeline.tsx';
import { words } from './words.ts';

const parts = ['events', 'chart', 'details'] as const satisfies readonly Part[];

/** The whole page. */
export function Page({ first }: { readonly first: State }) {
  const [state, dispatch] = useReducer<State, Action>(reduce, first);
  const { preferences, session, part } = state;
  const { language } = preferences;
  const product = words.product[language];
  useEffect(() => {
    keepPreferences(preferences);
    applyPreferences(preferences, product);
  }, [preferences]);
  const openMachine = (machine: MachineName) =>
    dispatch({ type: 'open', session: openSession(machine, session.input), mode: 'simulate' });
  const details = useMemo(
    () => <Details state={state} dispatch={dispatch} />,
    [session, state.tab, state.compared],
  );
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
              <EventsPane state={state} dispatch={dispatch} />
            </div>
          </section>
          <ChartPane state={state} dispatch={dispatch} />
          <section class="pane right" aria-label={words.details[language]}>
            {details}
          </section>
        </main>
        <Timeline state={state} dispatch={dispatch} />
        <Notices notice={state.notice} onClose={() => dispatch({ type: 'set', values: { notice: null } })} />
      </div>
    </LanguageContext.Provider>
  );
}
