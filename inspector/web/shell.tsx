import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Language, Text } from '../../domain/text.ts';
import { noMarks } from '../chart/marks.ts';
import type { FirstChart } from './build/first-chart.ts';
import { Legend } from './chart/legend.tsx';
import { scrollToNodes } from './chart/places.ts';
import { LanguageContext } from './language.ts';
import { Logo } from './parts/logo.tsx';
import { words } from './words.ts';

interface ShellProps {
  readonly language: Language;
  /** `null` where something else than the first chart will be shown. */
  readonly chart: FirstChart | null;
  /** Why the rest cannot be shown. */
  readonly problem: Text | null;
}

/** The page until the code that runs a case is there: its frame, and in it the chart of a case that was just opened. */
export function Shell({ language, chart, problem }: ShellProps) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = scroller.current?.firstElementChild;
    if (!chart || !host) return;
    host.innerHTML = chart.svg;
    scrollToNodes(scroller.current, chart, chart.shown, 1, true);
  }, [chart]);
  return (
    <LanguageContext.Provider value={language}>
      <div class="page shell" data-part="events" aria-busy={problem === null}>
        <header class="header">
          <h1 class="brand">
            <Logo />
            <span>{words.product[language]}</span>
          </h1>
        </header>
        <nav class="part-picker" />
        <main class="work" data-part="events">
          <section class="pane left">
            <p class="empty" role="status">
              {(problem ?? words.loading)[language]}
            </p>
            {problem && (
              <button type="button" class="button" onClick={() => location.reload()}>
                {words.reload[language]}
              </button>
            )}
          </section>
          <section class="pane middle" aria-hidden="true">
            <div class="tools" />
            <div class="chart-scroll" ref={scroller}>
              <div class="chart-host" />
            </div>
            {chart && <Legend marks={noMarks} />}
          </section>
          <section class="pane right" />
        </main>
        <div class="bottom" />
      </div>
    </LanguageContext.Provider>
  );
}
