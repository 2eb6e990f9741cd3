import type { Language } from '../../domain/text.ts';
import type { Chart, ChartNode } from './chart.ts';
import { type Drawing, drawingOf, type ElkNode, elkGraph, elkIds, textRoom } from './elk-graph.ts';
import type { Geometry } from './geometry.ts';
import { type Packing, pack, type Size, windowFor } from './pack.ts';
import { gather, merge, type Parts, partsOf, shift } from './parts.ts';
import { countCrossed, shiftsOf } from './shifts.ts';
import { isIsland } from './view.ts';

/** What is needed of ELK: an instance of `elkjs`, in a worker or not. */
export interface Elk {
  layout(graph: ElkNode, options: { layoutOptions: Record<string, string> }): Promise<unknown>;
}

/**
 * Places the states and edges of a chart. Regions of parallel states and large alternatives are islands: each is laid
 * out by itself, in the direction that suits it, and the regions are packed. What ELK has laid out once is remembered, so that a step that opens one state is quick.
 * @param collapsed ids of states that are drawn without what is inside them.
 * @throws what ELK throws on the plain layout too. ELK cannot be interrupted: the caller keeps the deadline.
 */
export async function layOut(
  elk: Elk,
  chart: Chart,
  { collapsed, language }: { readonly collapsed: ReadonlySet<string>; readonly language: Language },
): Promise<Geometry> {
  const drawing = drawingOf(chart, collapsed, language);
  const placed = shift(await place(elk, drawing, chart.nodes[0] as ChartNode), margin, margin);
  const places = gather(placed);
  return {
    hash: chart.hash,
    width: Math.ceil(placed.width) + 2 * margin,
    height: Math.ceil(placed.height) + 2 * margin,
    collapsed: [...collapsed],
    shifts: shiftsOf(drawing, places),
    ...places,
  };
}

// Helpers

const margin = 8;
const gap = 14;

type Placed = Parts & Size;

/** A state with everything inside it, counted from its own corner: in the direction that fits a window best. */
async function place(elk: Elk, drawing: Drawing, node: ChartNode): Promise<Placed> {
  const variants = await variantsOf(elk, drawing, node);
  return variants.reduce((best, other) => (windowFor(other) < windowFor(best) ? other : best));
}

/** A state with everything inside it, from the top down and from left to right, where arrows leave its texts alone. */
async function variantsOf(elk: Elk, drawing: Drawing, node: ChartNode): Promise<Placed[]> {
  const children = drawing.inner.get(node.id) ?? [];
  if (children.length > 0 && node.kind === 'parallel') {
    return [await placeRegions(elk, drawing, node, children)];
  }
  const inside = new Map<string, Placed>();
  for (const island of islandsIn(drawing, node)) {
    inside.set(island.id, await place(elk, drawing, island));
  }
  const graph = elkGraph(drawing, node, inside);
  const variants: Placed[] = [];
  for (const direction of children.length > 0 ? ['DOWN', 'RIGHT'] : ['DOWN']) {
    const laidOut = await layOutIsland(elk, graph, direction);
    const own = partsOf(laidOut);
    const moved = [...inside].map(([id, parts]) => {
      const { x = 0, y = 0 } = own.nodes.get(id) ?? {};
      return shift(parts, x, y);
    });
    const { width = 0, height = 0 } = laidOut;
    variants.push({ ...merge([own, ...moved]), width, height });
  }
  const crossed = variants.map((variant) => countCrossed(drawing, gather(variant)));
  return variants.filter((_, index) => crossed[index] === Math.min(...crossed));
}

async function placeRegions(
  elk: Elk,
  drawing: Drawing,
  node: ChartNode,
  regions: readonly ChartNode[],
): Promise<Placed> {
  const choices: Placed[][] = [];
  for (const region of regions) choices.push(await variantsOf(elk, drawing, region));
  const { chosen, packing } = packBest(choices);
  const text = textRoom(drawing, node);
  const top = text.height + 8;
  const width = Math.max(text.width, packing.width + 2 * gap);
  const height = top + packing.height + gap;
  const moved = chosen.map((parts, index) => {
    const { x = 0, y = 0 } = packing.places[index] ?? {};
    return shift(parts, x + gap, y + top);
  });
  const frame = partsOf({
    id: 'island',
    children: [{ id: elkIds.node(node.id), x: 0, y: 0, width, height }],
  });
  return { ...merge([frame, ...moved]), width, height };
}

/** Chooses a variant of each region so that all together fit a window best. Changes one at a time while that helps. */
function packBest(choices: readonly (readonly Placed[])[]): { chosen: Placed[]; packing: Packing } {
  let chosen = choices.map(([first]) => first as Placed);
  let packing = pack(chosen, gap);
  for (let improved = true; improved; ) {
    improved = false;
    for (const [index, variants] of choices.entries()) {
      for (const variant of variants) {
        const other = chosen.with(index, variant);
        const packed = pack(other, gap);
        if (windowFor(packed) >= windowFor(packing)) continue;
        [chosen, packing, improved] = [other, packed, true];
      }
    }
  }
  return { chosen, packing };
}

/** The parallel states and the islands inside a state that are not inside another one. */
function islandsIn(drawing: Drawing, node: ChartNode): ChartNode[] {
  const { chart, inner } = drawing;
  return (inner.get(node.id) ?? []).flatMap((child) => {
    if (!inner.has(child.id)) return [];
    const isOwn = child.kind === 'parallel' || isIsland(chart, child.id);
    return isOwn ? [child] : islandsIn(drawing, child);
  });
}

/** Tries the compact layout first and a plain one where ELK fails on that. */
async function layOutIsland(elk: Elk, graph: ElkNode, direction: string): Promise<ElkNode> {
  const known = memory.get(elk) ?? new Map<string, Promise<ElkNode>>();
  memory.set(elk, known);
  const key = direction + JSON.stringify(graph);
  const island = known.get(key) ?? attempt(elk, graph, direction);
  known.delete(key);
  known.set(key, island);
  for (const oldest of known.keys()) {
    if (known.size <= remembered) break;
    known.delete(oldest);
  }
  return island;
}

async function attempt(elk: Elk, graph: ElkNode, direction: string): Promise<ElkNode> {
  let failure: unknown;
  for (const options of attempts) {
    try {
      const layoutOptions = { ...options, 'elk.direction': direction };
      return (await elk.layout(structuredClone(graph), { layoutOptions })) as ElkNode;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

const memory = new WeakMap<Elk, Map<string, Promise<ElkNode>>>();
const remembered = 100;

/** Inherited by every level of the graph; options on the graph itself would hold for its first level only. */
const plain = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.spacing.nodeNode': '22',
  'elk.spacing.edgeEdge': '9',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeLabel': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
};

const tuned = {
  ...plain,
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NONE',
};

const attempts = [
  { ...tuned, 'elk.layered.compaction.postCompaction.strategy': 'EDGE_LENGTH' },
  tuned,
  plain,
];
