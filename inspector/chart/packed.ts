import { z } from 'zod';
import type { Language } from '../../domain/text.ts';
import type { Chart } from './chart.ts';
import type { Box, Geometry, Route } from './geometry.ts';
import { type View, visibleEdges, visibleNodes } from './view.ts';

/**
 * A geometry without names, for files: everything in the order of the chart, in whole pixels. `null` where a state has
 * no dot, an edge no arrow or label.
 */
export interface PackedGeometry {
  /** The hash of the chart it belongs to. */
  readonly hash: string;
  readonly size: readonly [number, number];
  /** `x, y, width, height` of each visible state. */
  readonly nodes: readonly (readonly number[])[];
  /** By the place of the state among the visible ones, how far its text is moved. */
  readonly shifts: Readonly<Record<string, number>>;
  /** For each visible state the dot where it starts: `x, y, width, height`, then the points of the arrow. */
  readonly starts: readonly (readonly number[] | null)[];
  /** For each visible edge the points of its arrow: `x, y`, and so on. */
  readonly edges: readonly (readonly number[] | null)[];
  readonly labels: readonly (readonly number[] | null)[];
  readonly chips: readonly (readonly number[] | null)[];
}

const numbers = z.array(z.int());
const packedSchema = z.strictObject({
  hash: z.string(),
  size: z.tuple([z.int(), z.int()]),
  nodes: z.array(numbers.length(4)),
  shifts: z.record(z.string(), z.int()),
  starts: z.array(numbers.nullable()),
  edges: z.array(numbers.nullable()),
  labels: z.array(numbers.length(4).nullable()),
  chips: z.array(numbers.length(4).nullable()),
});

/** A geometry without names. */
export function packGeometry(chart: Chart, geometry: Geometry): PackedGeometry {
  const { hash, width, height, collapsed, shifts } = geometry;
  const nodes = visibleNodes(chart, new Set(collapsed));
  const edges = visibleEdges(chart, new Set(collapsed));
  const moved = nodes.flatMap(({ id }, place) => (shifts[id] ? [[place, shifts[id]]] : []));
  return {
    hash,
    size: [width, height],
    nodes: nodes.map(({ id }) => packedBox(geometry.nodes[id]) ?? [0, 0, 0, 0]),
    shifts: Object.fromEntries(moved),
    starts: nodes.map(({ id }) => {
      const start = geometry.starts[id];
      return start ? [...(packedBox(start.dot) ?? []), ...start.points.flat()] : null;
    }),
    edges: edges.map(({ id }) => geometry.edges[id]?.points.flat() ?? null),
    labels: edges.map(({ id }) => packedBox(geometry.edges[id]?.label)),
    chips: edges.map(({ id }) => packedBox(geometry.chips[id])),
  };
}

/**
 * The geometry of a chart from a file, or `null` if the file belongs to another state of the machine: then it has to
 * be laid out again.
 * @param packed parsed JSON.
 */
export function unpackGeometry(chart: Chart, { collapsed }: View, packed: unknown): Geometry | null {
  const parsed = packedSchema.safeParse(packed);
  if (!parsed.success || parsed.data.hash !== chart.hash) return null;
  const { hash, size, nodes, shifts, starts, edges, labels, chips } = parsed.data;
  const visible = { nodes: visibleNodes(chart, collapsed), edges: visibleEdges(chart, collapsed) };
  if (nodes.length !== visible.nodes.length || edges.length !== visible.edges.length) return null;
  return {
    hash,
    width: size[0],
    height: size[1],
    collapsed: [...collapsed],
    shifts: named(visible.nodes, (place) => shifts[place]),
    nodes: named(visible.nodes, (place) => box(nodes[place])),
    starts: named(visible.nodes, (place) => {
      const [x = 0, y = 0, width = 0, height = 0, ...way] = starts[place] ?? [];
      return starts[place] ? { dot: { x, y, width, height }, points: points(way) } : undefined;
    }),
    edges: named(visible.edges, (place): Route | undefined => {
      const way = edges[place];
      const label = box(labels[place]);
      return way ? { points: points(way), ...(label && { label }) } : undefined;
    }),
    chips: named(visible.edges, (place) => box(chips[place])),
  };
}

/** The name of the file that holds a view of a machine, such as `damaged/all.zh.json`. */
export function geometryFile(machine: string, view: Pick<View, 'name'>, language: Language): string {
  return `${machine}/${view.name}.${language}.json`;
}

// Helpers

function packedBox(place: Box | undefined): number[] | null {
  return place ? [place.x, place.y, place.width, place.height] : null;
}

function box(packed: readonly number[] | null | undefined): Box | undefined {
  if (!packed) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = packed;
  return { x, y, width, height };
}

function points(way: readonly number[]): Route['points'] {
  return way.flatMap((x, place) => (place % 2 === 0 ? [[x, way[place + 1] ?? 0] as const] : []));
}

function named<Value>(
  items: readonly { readonly id: string }[],
  value: (place: number) => Value | undefined,
): Record<string, Value> {
  return Object.fromEntries(
    items.flatMap(({ id }, place) => {
      const found = value(place);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}
