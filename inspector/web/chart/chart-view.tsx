import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Marks } from '../../chart/marks.ts';
import { paint } from '../../chart/paint.ts';
import { Minimap } from './minimap.tsx';
import { type PaintedChart, paintedChart } from './painted.ts';
import { neighbour, resizeAround, type ScreenPoint, scrollToNodes } from './places.ts';
import type { Drawing } from './use-geometry.ts';
import { usePanning } from './use-panning.ts';

interface ChartViewProps {
  readonly drawing: Drawing;
  readonly marks: Marks;
  readonly scale: number;
  /** States to be in view: those just entered, or those that are active. */
  readonly shown: readonly string[];
  /** Another number scrolls to them again. */
  readonly lookedFor: number;
  readonly onZoom: (factor: number) => void;
  readonly onFold: (id: string) => void;
  readonly onPick: (id: string | null) => void;
  readonly onPoint: (id: string | null) => void;
}

/** The painted chart. A step changes classes only where something changed; the SVG is made anew only with the layout. */
export function ChartView(props: ChartViewProps) {
  const { drawing, marks, scale, shown, lookedFor } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const painted = useRef<PaintedChart | null>(null);
  const zoomedAt = useRef<ScreenPoint | null>(null);
  usePanning(scroller, (factor, at) => {
    zoomedAt.current = at;
    props.onZoom(factor);
  });

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    const { chart, geometry, language } = drawing;
    const isFirst = painted.current === null;
    element.innerHTML = paint(chart, geometry, language, marks);
    painted.current = paintedChart(element.firstElementChild as SVGSVGElement, geometry, marks);
    painted.current.zoom(scale);
    scrollToNodes(scroller.current, geometry, shown, scale, isFirst);
  }, [drawing]);
  useLayoutEffect(() => painted.current?.mark(marks), [marks]);
  useLayoutEffect(() => {
    resizeAround(scroller.current, zoomedAt.current, () => painted.current?.zoom(scale));
    zoomedAt.current = null;
  }, [scale]);
  useEffect(() => {
    scrollToNodes(scroller.current, drawing.geometry, shown, scale);
  }, [lookedFor, shown]);

  const point = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest('[data-id]') : null;
    props.onPoint(element?.getAttribute('data-id') ?? null);
  };
  const press = (target: EventTarget | null) => {
    if (!(target instanceof Element)) return;
    const toggled = target.closest('[data-toggle]')?.getAttribute('data-toggle');
    if (toggled) return props.onFold(toggled);
    const chip = target.closest('[data-target]')?.getAttribute('data-target');
    if (chip) return scrollToNodes(scroller.current, drawing.geometry, [chip], scale);
    const id = target.closest('[data-id]')?.getAttribute('data-id');
    if (id !== undefined && id !== null) props.onPick(id);
  };
  const move = (event: KeyboardEvent) => {
    const node = event.target instanceof Element ? event.target.closest('.node') : null;
    const id = node?.getAttribute('data-id');
    if (id === null || id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') props.onFold(id);
    else if (!event.key.startsWith('Arrow')) return;
    else {
      // at the edge too the arrows belong to the chart: the page would step back and forth
      const next = neighbour(drawing.geometry, id, event.key);
      if (next !== null) painted.current?.focus(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Minimap geometry={drawing.geometry} marks={marks} scale={scale} scroller={scroller} />
      <div class="chart-scroll" ref={scroller}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the states inside are what is used */}
        <div
          class="chart-host"
          ref={host}
          onClick={({ target }) => press(target)}
          onKeyDown={move}
          onMouseOver={({ target }) => point(target)}
          onFocus={({ target }) => point(target)}
          onMouseLeave={() => props.onPoint(null)}
        />
      </div>
    </>
  );
}
