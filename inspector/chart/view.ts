import type { Branch, Chart, ChartNode } from './chart.ts';

/** An edge as it is drawn while some states are collapsed: an end inside a collapsed state is that state. */
export interface VisibleEdge {
  /** `source>target`. */
  readonly id: string;
  readonly source: string;
  /** Where it leads. */
  readonly target: string;
  readonly branches: readonly Branch[];
  /**
   * `arrow`: drawn to its target. `entry`: the target is inside an island, and the arrow ends at the border of that,
   * `end`, and names the target. `chip`: it leaves the island of its source, and the arrow ends at a chip that names
   * the target. `line`: it is a line in the box of its source, because the region leaves as a whole, or because so many
   * lead to the same target that arrows would hide more than they show.
   */
  readonly drawn: 'arrow' | 'entry' | 'chip' | 'line';
  /** Where the arrow of an `entry` ends. */
  readonly end?: string;
}

/** The states of a chart by id. */
export function nodesById(chart: Chart): ReadonlyMap<string, ChartNode> {
  let index = indexes.get(chart);
  if (!index) {
    index = new Map(chart.nodes.map((node) => [node.id, node]));
    indexes.set(chart, index);
  }
  return index;
}

/** The ids of a state and of all states around it, from the inside out. */
export function pathOf(chart: Chart, id: string): string[] {
  const nodes = nodesById(chart);
  const path: string[] = [];
  for (let at: string | null | undefined = id; at != null; at = nodes.get(at)?.parent) path.push(at);
  return path;
}

/** The states that are drawn while some are collapsed, in the order of the chart. */
export function visibleNodes(chart: Chart, collapsed: ReadonlySet<string>): ChartNode[] {
  return chart.nodes.filter(
    ({ id }) =>
      !pathOf(chart, id)
        .slice(1)
        .some((around) => collapsed.has(around)),
  );
}

/** The edges that are drawn while some states are collapsed. Edges that come to have the same ends are one. */
export function visibleEdges(chart: Chart, collapsed: ReadonlySet<string>): VisibleEdge[] {
  const edges = new Map<string, { source: string; target: string; branches: Branch[] }>();
  for (const edge of chart.edges) {
    const source = shown(chart, edge.source, collapsed);
    const target = shown(chart, edge.target, collapsed);
    const isHidden = source === target && collapsed.has(source);
    if (isHidden) continue;
    const id = `${source}>${target}`;
    const visible = edges.get(id) ?? { source, target, branches: [] };
    visible.branches.push(...edge.branches);
    edges.set(id, visible);
  }
  const visible = [...edges].map(([id, edge]) => ({
    id,
    ...edge,
    ...wayOf(chart, edge.source, edge.target),
  }));
  const kept = arrowsToKeep(chart, visible, collapsed);
  return visible.map((edge) =>
    edge.drawn === 'arrow' && !kept.has(edge) ? { ...edge, drawn: 'line' } : edge,
  );
}

/** How many states are inside a state. */
export function countInside(chart: Chart, id: string): number {
  return chart.nodes.filter((node) => node.id !== id && pathOf(chart, node.id).includes(id)).length;
}

/** A choice of collapsed states that has a name and, for the machines of this package, a prepared layout. */
export interface View {
  /** `all`, `overview`, or the key of the state that is open. */
  readonly name: string;
  readonly collapsed: ReadonlySet<string>;
}

/**
 * The views of a chart. `all` collapses nothing. Where a state has several large states to choose from, such as the
 * exception types, `overview` collapses each of them, and there is one view for each in which it alone is open.
 */
export function viewsOf(chart: Chart): View[] {
  const all: View = { name: 'all', collapsed: new Set() };
  const large = alternatives(chart);
  if (large.length === 0) return [all];
  const open = large.map(({ id, key }) => ({
    name: key,
    collapsed: new Set(large.filter((other) => other.id !== id).map((other) => other.id)),
  }));
  return [all, { name: 'overview', collapsed: new Set(large.map(({ id }) => id)) }, ...open];
}

/** The view that shows where a case stands: of the large states only the active one is open. */
export function focusOn(chart: Chart, active: ReadonlySet<string>): View {
  const [all, overview, ...open] = viewsOf(chart);
  const hides = ({ collapsed }: View) => [...collapsed].some((id) => active.has(id));
  return open.find((view) => !hides(view) && overview && hides(overview)) ?? overview ?? (all as View);
}

// Helpers

/** More arrows than these into one state are lines in the boxes of their sources. */
const crowded = 3;

/** States with more inside than this are worth collapsing. */
const large = 8;

const indexes = new WeakMap<Chart, ReadonlyMap<string, ChartNode>>();

/** The large states that stand beside each other as alternatives. */
function alternatives(chart: Chart): readonly ChartNode[] {
  let known = alternativesOf.get(chart);
  if (!known) {
    const candidates = chart.nodes.filter(
      ({ id, kind, parent }) =>
        kind === 'compound' &&
        parent !== null &&
        nodesById(chart).get(parent)?.kind === 'compound' &&
        countInside(chart, id) > large,
    );
    const outermost = candidates.filter(
      ({ id }) => !candidates.some((other) => other.id !== id && pathOf(chart, id).includes(other.id)),
    );
    known = outermost.filter(({ id, parent }) =>
      outermost.some((other) => other.id !== id && other.parent === parent),
    );
    alternativesOf.set(chart, known);
  }
  return known;
}

const alternativesOf = new WeakMap<Chart, readonly ChartNode[]>();

/** The outermost collapsed state around a state, or the state itself. */
function shown(chart: Chart, id: string, collapsed: ReadonlySet<string>): string {
  return pathOf(chart, id).findLast((around) => collapsed.has(around)) ?? id;
}

function wayOf(chart: Chart, source: string, target: string): Pick<VisibleEdge, 'drawn' | 'end'> {
  const left = islandsAround(chart, source).filter((island) => !pathOf(chart, target).includes(island));
  const isLoop = source === target && isIsland(chart, source);
  if (isLoop || (left.includes(source) && isRegion(chart, source))) return { drawn: 'line' };
  if (left.some((island) => island !== source)) return { drawn: 'chip' };
  const entered = islandsAround(chart, target).filter((island) => !pathOf(chart, source).includes(island));
  const outermost = entered.findLast((island) => island !== target || isRegion(chart, island));
  if (outermost === undefined) return { drawn: 'arrow' };
  const end = isRegion(chart, outermost) ? (nodesById(chart).get(outermost)?.parent as string) : outermost;
  return end === source ? { drawn: 'line' } : { drawn: 'entry', end };
}

/** Whether a state and what is inside it is laid out by itself: the regions of parallel states, and large alternatives. */
export function isIsland(chart: Chart, id: string): boolean {
  return isRegion(chart, id) || alternatives(chart).some((large) => large.id === id);
}

function isRegion(chart: Chart, id: string): boolean {
  const parent = nodesById(chart).get(id)?.parent;
  return parent != null && nodesById(chart).get(parent)?.kind === 'parallel';
}

/** The islands that a state is in or is itself, from the inside out. */
function islandsAround(chart: Chart, id: string): string[] {
  return pathOf(chart, id).filter((around) => isIsland(chart, around));
}

/**
 * The arrows that are drawn. A state that many others lead to keeps the one by which it is reached first, so that the
 * course of a case can still be followed with a finger.
 */
function arrowsToKeep(
  chart: Chart,
  edges: readonly VisibleEdge[],
  collapsed: ReadonlySet<string>,
): Set<VisibleEdge> {
  const arrows = edges.filter(({ drawn }) => drawn === 'arrow');
  const into = grouped(arrows, ({ target }) => target);
  const reached = stepsFromStart(chart, arrows, collapsed);
  const steps = ({ source }: VisibleEdge) => reached.get(source) ?? Number.POSITIVE_INFINITY;
  return new Set(
    [...into.values()].flatMap((leading) =>
      leading.length <= crowded
        ? leading
        : leading.toSorted((one, other) => steps(one) - steps(other)).slice(0, 1),
    ),
  );
}

/** How many arrows away from the start each state is. */
function stepsFromStart(chart: Chart, arrows: readonly VisibleEdge[], collapsed: ReadonlySet<string>) {
  const nodes = nodesById(chart);
  const from = grouped(arrows, ({ source }) => source);
  const steps = new Map<string, number>();
  let next = [''];
  for (let count = 0; next.length > 0; count++) {
    const entered = new Set<string>();
    for (const id of next) enter(id, entered);
    for (const id of entered) steps.set(id, count);
    next = [...entered].flatMap((id) => (from.get(id) ?? []).map(({ target }) => target));
    next = next.filter((id) => !steps.has(id));
  }
  return steps;

  /** A state, those around it, and those it starts in. */
  function enter(id: string, entered: Set<string>) {
    for (const around of pathOf(chart, id)) if (!steps.has(around)) entered.add(around);
    const node = nodes.get(id);
    if (!node || collapsed.has(id)) return;
    if (node.initial !== undefined) enter(node.initial, entered);
    if (node.kind === 'parallel')
      for (const { id: region, parent } of chart.nodes) if (parent === id) enter(region, entered);
  }
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
