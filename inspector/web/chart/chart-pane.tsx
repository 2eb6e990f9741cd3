import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Chart } from '../../chart/chart.ts';
import type { Marks } from '../../chart/marks.ts';
import { focusOn, pathOf } from '../../chart/view.ts';
import { useLanguage } from '../language.ts';
import { Icon } from '../parts/icon.tsx';
import { lazy } from '../parts/lazy.tsx';
import { Segments } from '../parts/segments.tsx';
import type { Action, State } from '../store/state.ts';
import { words } from '../words.ts';
import { ChartInfo } from './chart-info.tsx';
import { ChartView } from './chart-view.tsx';
import { Legend } from './legend.tsx';
import { type Drawing, useGeometry } from './use-geometry.ts';

const Outline = lazy(async () => (await import('./outline.tsx')).Outline);

interface ChartPaneProps {
  readonly chart: Chart;
  readonly marks: Marks;
  /** States to be in view: those just entered, or those that are active. */
  readonly shown: readonly string[];
  readonly state: State;
  readonly dispatch: (action: Action) => void;
  /** Told what is painted, so that it can be exported. */
  readonly onDrawing: (drawing: Drawing | null) => void;
}

const [least, greatest] = [0.08, 2.5];

/** The chart of a machine with its tools: as a picture or as a tree, focused or whole, at any size. */
export function ChartPane({ chart, marks, shown, state, dispatch, onDrawing }: ChartPaneProps) {
  const { t, language } = useLanguage();
  const { view, focused, folded } = state;
  const [scale, setScale] = useState(1);
  const [attempt, setAttempt] = useState(0);
  const [lookedFor, setLookedFor] = useState(0);
  const [pointed, setPointed] = useState<string | null>(null);
  const pane = useRef<HTMLElement>(null);
  const collapsed = useMemo(
    () => collapsedIn(chart, marks.active, focused, folded),
    [chart, marks.active, focused, folded],
  );
  const { drawing, isBusy, hasFailed } = useGeometry(chart, collapsed, language, attempt);
  useEffect(() => onDrawing(drawing), [drawing]);
  const set = (values: Partial<Pick<State, 'view' | 'focused' | 'picked'>>) =>
    dispatch({ type: 'set', values });
  const zoom = (factor: number) => setScale((now) => Math.min(greatest, Math.max(least, now * factor)));
  const fit = () => {
    const room = pane.current?.querySelector('.chart-scroll')?.clientWidth;
    if (room && drawing) setScale(Math.min(1.2, Math.max(least, room / drawing.geometry.width)));
  };
  const isPicture = view === 'chart' && !hasFailed;
  return (
    <section class="pane middle" aria-label={t(words.chart)} ref={pane} aria-busy={isBusy}>
      <div class="tools">
        <Segments
          label={t(words.chartView)}
          value={view}
          options={[
            { value: 'chart', label: t(words.asChart) },
            { value: 'outline', label: t(words.outline) },
          ]}
          onChange={(value) => set({ view: value })}
        />
        {view === 'chart' && (
          <>
            <button
              type="button"
              class="button"
              data-tool="focus"
              aria-pressed={focused}
              title={`${t(words.focusHint)} (f)`}
              onClick={() => set({ focused: !focused })}
            >
              <Icon name="focus" />
              {t(words.focus)}
            </button>
            <span class="group">
              <Tool name="zoomOut" icon="minus" keys="-" act={() => zoom(1 / 1.25)} />
              <span class="scale">{`${Math.round(scale * 100)}%`}</span>
              <Tool name="zoomIn" icon="plus" keys="+" act={() => zoom(1.25)} />
              <Tool name="fit" icon="width" keys="0" act={fit} />
            </span>
          </>
        )}
        <Tool name="goToActive" icon="target" keys="g" act={() => setLookedFor(lookedFor + 1)} />
        {isBusy && view === 'chart' && <span class="muted busy">{t(words.layingOut)}</span>}
      </div>
      {hasFailed && view === 'chart' && (
        <div class="notice warn" role="status">
          <span>{t(words.layoutFailed)}</span>
          <div class="row-buttons">
            <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
              {t(words.retry)}
            </button>
          </div>
        </div>
      )}
      {isPicture && drawing && (
        <ChartView
          drawing={drawing}
          marks={marks}
          scale={scale}
          shown={shown}
          lookedFor={lookedFor}
          onZoom={zoom}
          onFold={(id) => dispatch({ type: 'fold', id })}
          onPick={(picked) => set({ picked })}
          onPoint={setPointed}
        />
      )}
      {!isPicture && (
        <div class="scroll">
          <Outline
            chart={chart}
            marks={marks}
            shown={shown}
            lookedFor={lookedFor}
            onPick={(picked) => set({ picked })}
          />
        </div>
      )}
      {isPicture && <Legend marks={marks} />}
      <ChartInfo chart={chart} marks={marks} id={pointed ?? state.picked} />
    </section>
  );
}

// Helpers

/** What the view folds, with what was turned by hand the other way round. A folded state hides what is inside it. */
function collapsedIn(
  chart: Chart,
  active: ReadonlySet<string>,
  focused: boolean,
  folded: ReadonlySet<string>,
): ReadonlySet<string> {
  const collapsed = new Set(focused ? focusOn(chart, active).collapsed : []);
  for (const id of folded) if (!collapsed.delete(id)) collapsed.add(id);
  return new Set(
    [...collapsed].filter(
      (id) =>
        !pathOf(chart, id)
          .slice(1)
          .some((around) => collapsed.has(around)),
    ),
  );
}

interface ToolProps {
  readonly name: 'zoomIn' | 'zoomOut' | 'fit' | 'goToActive';
  readonly icon: 'plus' | 'minus' | 'width' | 'target';
  readonly keys: string;
  readonly act: () => void;
}

function Tool({ name, icon, keys, act }: ToolProps) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      class="button quiet icon"
      data-tool={name}
      aria-label={t(words[name])}
      title={`${t(words[name])} (${keys})`}
      onClick={act}
    >
      <Icon name={icon} />
    </button>
  );
}
