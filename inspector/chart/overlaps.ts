import type { Language } from '../../domain/text.ts';
import type { Chart } from './chart.ts';
import { drawingOf } from './elk-graph.ts';
import type { Box, Geometry, Route } from './geometry.ts';
import { frameTexts } from './shifts.ts';
import { contains, crosses, runsOn, touch } from './touching.ts';
import { pathOf } from './view.ts';

/** Two things of a drawing that lie on each other. Frames count by their border and by the text in their corner. */
export interface Overlap {
  readonly kind:
    | 'node on node'
    | 'label on label'
    | 'label on node'
    | 'label on edge'
    | 'edge on node'
    | 'edge on edge';
  readonly one: string;
  readonly other: string;
}

/** Everything that overlaps in a drawing. Edges that cross each other do not overlap; edges that run on each other do. */
export function overlapsOf(chart: Chart, geometry: Geometry, language: Language): Overlap[] {
  const drawing = drawingOf(chart, new Set(geometry.collapsed), language);
  const { nodes, edges } = drawing;
  const parents = new Set(nodes.map(({ parent }) => parent));
  const frames = nodes
    .filter(({ id }) => parents.has(id))
    .map(({ id }) => [id, geometry.nodes[id] as Box] as const);
  const boxes: (readonly [string, Box])[] = [
    ...nodes.filter(({ id }) => !parents.has(id)).map(({ id }) => [id, geometry.nodes[id] as Box] as const),
    ...Object.entries(geometry.chips),
  ];
  const texts = frameTexts(drawing, geometry.nodes).map(
    ([id, box]) => [id, { ...box, x: box.x + (geometry.shifts[id] ?? 0) }] as const,
  );
  const routes: (readonly [string, Route])[] = [
    ...Object.entries(geometry.edges),
    ...Object.entries(geometry.starts).map(([id, { points }]) => [`start ${id}`, { points }] as const),
  ];
  const labels = routes.flatMap(([id, { label }]) => (label ? [[id, label] as const] : []));
  const ends = new Map(edges.map(({ id, source, target, end = target }) => [id, [source, end, id]]));

  const isAround = (outer: string, inner: string) => pathOf(chart, inner).includes(outer);
  return [
    ...pairs(boxes).flatMap(([[one, box], [other, place]]) =>
      hit('node on node', one, other, touch(box, place)),
    ),
    ...frames.flatMap(([frame, border]) =>
      boxes.flatMap(([id, box]) => {
        const isInside = Object.hasOwn(geometry.chips, id) ? contains(border, box) : isAround(frame, id);
        return hit('node on node', frame, id, isInside ? !contains(border, box) : touch(border, box));
      }),
    ),
    ...pairs(labels).flatMap(([[one, box], [other, place]]) =>
      hit('label on label', one, other, touch(box, place)),
    ),
    ...labels.flatMap(([id, label]) => [
      ...[...boxes, ...texts].flatMap(([other, box]) => hit('label on node', id, other, touch(label, box))),
      ...frames.flatMap(([other, box]) =>
        hit('label on node', id, other, touch(label, box) && !contains(box, label)),
      ),
      ...routes.flatMap(([other, { points }]) =>
        hit('label on edge', id, other, id !== other && crosses(points, label)),
      ),
    ]),
    ...routes.flatMap(([id, { points }]) =>
      [...boxes, ...texts].flatMap(([other, box]) => {
        const isEnd = ends.get(id)?.includes(other) ?? false;
        const isText = parents.has(other);
        return hit('edge on node', id, other, (isText || !isEnd) && crosses(points, box));
      }),
    ),
    ...pairs(routes).flatMap(([[one, route], [other, way]]) =>
      hit('edge on edge', one, other, runsOn(route.points, way.points)),
    ),
  ];
}

// Helpers

function hit(kind: Overlap['kind'], one: string, other: string, isHit: boolean): Overlap[] {
  return isHit ? [{ kind, one, other }] : [];
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other] as [Item, Item]));
}
