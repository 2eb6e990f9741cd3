import type { Language } from '../../domain/text.ts';
import { boxText, targetTitle, textSize } from './box.ts';
import type { Chart, ChartNode } from './chart.ts';
import { edgeLabel } from './edge-label.ts';
import type { Size } from './pack.ts';
import { textWidth } from './text-width.ts';
import { pathOf, type View, type VisibleEdge, visibleEdges, visibleNodes } from './view.ts';

/** A rectangle of the graph that ELK places; places are missing until then. */
export interface ElkNode {
  id: string;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  children?: ElkNode[];
  edges?: ElkEdge[];
  layoutOptions?: Record<string, string>;
}

/** An edge of the graph that ELK routes. */
export interface ElkEdge {
  id: string;
  sources: string[];
  targets: string[];
  labels?: ElkLabel[];
  sections?: { startPoint: ElkPoint; endPoint: ElkPoint; bendPoints?: ElkPoint[] }[];
  layoutOptions?: Record<string, string>;
}

interface ElkLabel {
  text: string;
  x?: number;
  y?: number;
  width: number;
  height: number;
  layoutOptions: Record<string, string>;
}

interface ElkPoint {
  x: number;
  y: number;
}

/** What is to be placed: the states and edges of a chart while some states are collapsed, in one language. */
export interface Drawing {
  readonly chart: Chart;
  readonly language: Language;
  readonly collapsed: ReadonlySet<string>;
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly VisibleEdge[];
  /** The visible states inside each state. */
  readonly inner: ReadonlyMap<string, readonly ChartNode[]>;
}

/** What is to be placed of a chart. */
export function drawingOf(chart: Chart, collapsed: View['collapsed'], language: Language): Drawing {
  const nodes = visibleNodes(chart, collapsed);
  const inner = new Map<string, ChartNode[]>();
  for (const node of nodes) {
    if (node.parent !== null) inner.set(node.parent, [...(inner.get(node.parent) ?? []), node]);
  }
  return { chart, language, collapsed, nodes, edges: visibleEdges(chart, collapsed), inner };
}

/** The room that the text of a state needs. */
export function textRoom({ chart, edges, collapsed, language }: Drawing, node: ChartNode): Size {
  const lines = edges.filter(({ source, drawn }) => source === node.id && drawn === 'line');
  const { width, height } = boxText(chart, node, lines, collapsed.has(node.id), language);
  return { width: Math.max(width, 60), height };
}

/** The ids in the graph of ELK: of a state, of the dot where a state starts, of a chip, of an edge. */
export const elkIds = {
  node: (id: string) => `node ${id}`,
  dot: (id: string) => `dot ${id}`,
  chip: (id: string) => `chip ${id}`,
  edge: (id: string) => `edge ${id}`,
} as const;

/**
 * The graph of one state that has states inside, for ELK: boxes with the room their texts need, labelled edges, and a
 * dot where each state starts. Islands inside it are boxes of a known size.
 */
export function elkGraph(drawing: Drawing, root: ChartNode, sizes: ReadonlyMap<string, Size>): ElkNode {
  const { chart, edges, inner } = drawing;
  const members = new Set<string>();
  const starts: ElkEdge[] = [];

  const build = (node: ChartNode): ElkNode => {
    members.add(node.id);
    const size = sizes.get(node.id);
    const children = inner.get(node.id) ?? [];
    if (size || children.length === 0)
      return { id: elkIds.node(node.id), ...(size ?? textRoom(drawing, node)) };
    const { initial } = node;
    const dots: ElkNode[] = [];
    if (initial !== undefined && children.some(({ id }) => id === initial)) {
      dots.push({ id: elkIds.dot(node.id), width: dotSize, height: dotSize });
      starts.push(startEdge(node.id, initial));
    }
    const chips = edges
      .filter(({ drawn, source }) => drawn === 'chip' && pathOf(chart, source)[1] === node.id)
      .map(({ id, target }) => ({ id: elkIds.chip(id), ...chipSize(drawing, target) }));
    return {
      id: elkIds.node(node.id),
      children: [...dots, ...children.map(build), ...chips],
      layoutOptions: frameOptions(textRoom(drawing, node)),
    };
  };

  const box = build(root);
  const arrows = edges.filter(
    ({ source, target, drawn, end = target }) =>
      members.has(source) && (drawn === 'chip' || (drawn !== 'line' && members.has(end))),
  );
  return {
    id: 'island',
    layoutOptions: { 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: [box],
    edges: [...starts, ...arrows.map((edge) => routed(drawing, edge)), ...orderings(drawing, members)],
  };
}

// Helpers

const dotSize = 10;

function chipSize({ chart, language }: Drawing, target: string): Size {
  return { width: textWidth(`→ ${targetTitle(chart, target, language)}`, textSize) + 16, height: 22 };
}

function startEdge(id: string, initial: string): ElkEdge {
  return {
    id: elkIds.dot(id),
    sources: [elkIds.dot(id)],
    targets: [elkIds.node(initial)],
    layoutOptions: { 'elk.layered.priority.direction': '10' },
  };
}

function routed({ chart, language }: Drawing, edge: VisibleEdge): ElkEdge {
  const { id, source, target, drawn, end = target } = edge;
  const label = edgeLabel(chart, edge, language);
  const options = {
    'elk.edgeLabels.inline': String(source !== end),
    'elk.edgeLabels.placement': 'CENTER',
  };
  return {
    id: elkIds.edge(id),
    sources: [elkIds.node(source)],
    targets: [drawn === 'chip' ? elkIds.chip(id) : elkIds.node(end)],
    labels: label ? [{ text: ' ', width: label.width, height: label.height, layoutOptions: options }] : [],
  };
}

/** Edges that are not drawn: what a parallel state leads to stands after it. */
function orderings({ chart, edges }: Drawing, members: ReadonlySet<string>): ElkEdge[] {
  const pairs = edges.flatMap(({ source, target, drawn }) => {
    if (drawn !== 'chip' && drawn !== 'line') return [];
    if (members.has(source) || !members.has(target)) return [];
    const from = pathOf(chart, source).find((around) => members.has(around));
    return from === undefined || pathOf(chart, target).includes(from) ? [] : [`${from}>${target}`];
  });
  return [...new Set(pairs)].map((pair) => {
    const [from = '', to = ''] = pair.split('>');
    return { id: `order ${pair}`, sources: [elkIds.node(from)], targets: [elkIds.node(to)] };
  });
}

function frameOptions({ width, height }: Size): Record<string, string> {
  return {
    'elk.padding': `[top=${height + 8},left=14,bottom=14,right=14]`,
    'elk.nodeSize.constraints': '[MINIMUM_SIZE]',
    'elk.nodeSize.minimum': `(${width},${height})`,
  };
}
