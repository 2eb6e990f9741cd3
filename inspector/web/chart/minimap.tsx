import type { RefObject } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Geometry } from '../../chart/geometry.ts';
import type { Marks } from '../../chart/marks.ts';

interface MinimapProps {
  readonly geometry: Geometry;
  readonly marks: Marks;
  readonly scale: number;
  /** What the chart scrolls in. */
  readonly scroller: RefObject<HTMLElement>;
}

/** The whole chart, small: where the active states are and what is in view. A click moves there. */
export function Minimap({ geometry, marks, scale, scroller }: MinimapProps) {
  const { width, height, nodes } = geometry;
  const [view, setView] = useState({ x: 0, y: 0, width: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () =>
      setView({
        x: element.scrollLeft / scale,
        y: element.scrollTop / scale,
        width: element.clientWidth / scale,
        height: element.clientHeight / scale,
      });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [geometry, scale]);
  const boxes = useMemo(() => {
    const frames = new Set(Object.keys(nodes).map((id) => id.split('.').slice(0, -1).join('.')));
    return Object.entries(nodes).map(([id, box]) => (
      <rect key={id} class={classOf(marks.active.has(id), frames.has(id))} {...box} />
    ));
  }, [nodes, marks.active]);
  const isAllInView = view.width >= width && view.height >= height;
  if (isAllInView || view.width === 0) return null;
  const move = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    scroller.current?.scrollTo({ left: (x - view.width / 2) * scale, top: (y - view.height / 2) * scale });
  };
  return (
    <svg class="minimap" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" onClick={move}>
      {boxes}
      <rect class="in-view" {...view} />
    </svg>
  );
}

// Helpers

function classOf(isActive: boolean, isFrame: boolean): string {
  if (!isActive) return '';
  return isFrame ? 'is-active' : 'is-active leaf';
}
