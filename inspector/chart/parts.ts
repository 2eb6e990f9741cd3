import type { ElkEdge, ElkNode } from './elk-graph.ts';
import type { Box, Geometry, Route } from './geometry.ts';

/** Places of some states, edges, chips and dots, by their ids. */
export interface Parts {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: ReadonlyMap<string, Route>;
  readonly chips: ReadonlyMap<string, Box>;
  readonly dots: ReadonlyMap<string, Box>;
  readonly starts: ReadonlyMap<string, Route>;
}

/** The places that ELK found, all of them counted from the same corner. */
export function partsOf(island: ElkNode): Parts {
  const parts = {
    node: new Map<string, Box>(),
    chip: new Map<string, Box>(),
    dot: new Map<string, Box>(),
  };
  const visit = ({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode) => {
    const [kind, name] = split(id);
    if (kind in parts) parts[kind as keyof typeof parts].set(name, { x, y, width, height });
    for (const child of children) visit(child);
  };
  visit(island);
  const edges = (island.edges ?? []).map((edge) => [...split(edge.id), routeOf(edge)] as const);
  return {
    nodes: parts.node,
    chips: parts.chip,
    dots: parts.dot,
    edges: new Map(edges.flatMap(([kind, id, route]) => (kind === 'edge' ? [[id, route]] : []))),
    starts: new Map(edges.flatMap(([kind, id, route]) => (kind === 'dot' ? [[id, route]] : []))),
  };
}

/** The same places, moved. */
export function shift<Given extends Parts>(parts: Given, x: number, y: number): Given {
  const box = (at: Box): Box => ({ ...at, x: at.x + x, y: at.y + y });
  const route = ({ points, label }: Route): Route => ({
    points: points.map(([left, top]) => [left + x, top + y]),
    ...(label && { label: box(label) }),
  });
  return {
    ...parts,
    nodes: mapped(parts.nodes, box),
    chips: mapped(parts.chips, box),
    dots: mapped(parts.dots, box),
    edges: mapped(parts.edges, route),
    starts: mapped(parts.starts, route),
  };
}

/** All places of several parts. What comes later wins. */
export function merge(all: readonly Parts[]): Parts {
  return {
    nodes: new Map(all.flatMap(({ nodes }) => [...nodes])),
    chips: new Map(all.flatMap(({ chips }) => [...chips])),
    dots: new Map(all.flatMap(({ dots }) => [...dots])),
    edges: new Map(all.flatMap(({ edges }) => [...edges])),
    starts: new Map(all.flatMap(({ starts }) => [...starts])),
  };
}

/** Places as a geometry has them, in whole pixels. */
export function gather(parts: Parts): Pick<Geometry, 'nodes' | 'edges' | 'chips' | 'starts'> {
  const starts = [...parts.dots].map(([id, dot]) => {
    const points = parts.starts.get(id)?.points ?? [];
    return [id, { dot: rounded(dot), points: whole(points) }] as const;
  });
  return {
    nodes: Object.fromEntries(mapped(parts.nodes, rounded)),
    chips: Object.fromEntries(mapped(parts.chips, rounded)),
    edges: Object.fromEntries(
      mapped(parts.edges, ({ points, label }) => ({
        points: whole(points),
        ...(label && { label: rounded(label) }),
      })),
    ),
    starts: Object.fromEntries(starts),
  };
}

// Helpers

/** An id of the graph: what it stands for, and the id of that. */
function split(id: string): readonly [string, string] {
  const space = id.indexOf(' ');
  return [id.slice(0, space), id.slice(space + 1)];
}

function routeOf({ sections = [], labels = [] }: ElkEdge): Route {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y] as const),
  );
  const [label] = labels;
  if (!label) return { points };
  const { x = 0, y = 0, width, height } = label;
  return { points, label: { x, y, width, height } };
}

function mapped<Value, Other>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value) => Other,
): Map<string, Other> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function rounded({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

function whole(points: Route['points']): Route['points'] {
  return points.map(([x, y]) => [Math.round(x), Math.round(y)]);
}
