import { findArticle } from '../../explain/named.ts';
import type { Branch, Chart, ChartNode } from '../chart/chart.ts';
import { outOfReach } from './out-of-reach.ts';
import type { Session } from './session.ts';
import { trackOf } from './taken.ts';

/** How often runs came by, by id: states, branches, and articles that decided. */
export interface Hits {
  readonly runs: number;
  readonly states: ReadonlyMap<string, number>;
  readonly branches: ReadonlyMap<string, number>;
  readonly articles: ReadonlyMap<string, number>;
}

/** Nothing was run. */
export const noHits: Hits = { runs: 0, states: new Map(), branches: new Map(), articles: new Map() };

/** The hits with those of another run: every moment of it, whatever its line. */
export function withRun(hits: Hits, session: Session): Hits {
  const states = new Map(hits.states);
  const branches = new Map(hits.branches);
  const articles = new Map(hits.articles);
  for (const { id } of session.moments) {
    const track = trackOf(session, id);
    for (const state of track.entered) count(states, state);
    for (const branch of track.branches) count(branches, branch);
    for (const guard of track.guards) if (findArticle(guard)) count(articles, guard);
  }
  return { runs: hits.runs + 1, states, branches, articles };
}

/** Something of a chart that no run reached. */
export type Missed =
  | { readonly kind: 'state'; readonly id: string; readonly node: ChartNode; readonly unreachable: boolean }
  | {
      readonly kind: 'branch';
      readonly id: string;
      readonly branch: Branch;
      readonly source: string;
      /** `null` for a transition that leads nowhere else. */
      readonly target: string | null;
      readonly unreachable: boolean;
    }
  | { readonly kind: 'article'; readonly id: string };

/** How much of one kind was reached. What nothing can reach does not count. */
export interface Share {
  readonly reached: number;
  readonly all: number;
}

/** What runs reached of a chart. */
export interface Coverage {
  readonly runs: number;
  readonly states: Share;
  readonly branches: Share;
  readonly articles: Share;
  /** What was never reached, in the order of the chart. */
  readonly missed: readonly Missed[];
}

/**
 * What runs reached of a chart.
 * @param hits those of runs on the machine of the chart.
 * @param searched ids of states and branches that a search found out of reach, besides those of `outOfReach`.
 */
export function coverageOf(chart: Chart, hits: Hits, searched: ReadonlySet<string> = new Set()): Coverage {
  const unreachable = new Set([...searched, ...outOfReach(chart)]);
  const placed = branchesIn(chart);
  const articles = [...new Set(placed.flatMap(({ branch }) => articlesIn(branch)))];
  const share = (ids: readonly string[], reached: ReadonlyMap<string, number>): Share => {
    const counted = ids.filter((id) => reached.has(id) || !unreachable.has(id));
    return { reached: counted.filter((id) => reached.has(id)).length, all: counted.length };
  };
  return {
    runs: hits.runs,
    states: share(
      chart.nodes.map(({ id }) => id),
      hits.states,
    ),
    branches: share(
      placed.map(({ branch }) => branch.id),
      hits.branches,
    ),
    articles: share(articles, hits.articles),
    missed: [
      ...chart.nodes
        .filter(({ id }) => !hits.states.has(id))
        .map(
          (node) => ({ kind: 'state', id: node.id, node, unreachable: unreachable.has(node.id) }) as const,
        ),
      ...placed
        .filter(({ branch }) => !hits.branches.has(branch.id))
        .map((place) => ({
          kind: 'branch' as const,
          id: place.branch.id,
          ...place,
          unreachable: unreachable.has(place.branch.id),
        })),
      ...articles.filter((id) => !hits.articles.has(id)).map((id) => ({ kind: 'article', id }) as const),
    ],
  };
}

// Helpers

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

interface Placed {
  readonly branch: Branch;
  readonly source: string;
  readonly target: string | null;
}

/** Every branch once, also one with several targets. */
function branchesIn({ nodes, edges }: Chart): Placed[] {
  const placed = [
    ...edges.flatMap(({ source, target, branches }) =>
      branches.map((branch) => ({ branch, source, target })),
    ),
    ...nodes.flatMap(({ id, inside }) => inside.map((branch) => ({ branch, source: id, target: null }))),
  ];
  return [...new Map(placed.map((place) => [place.branch.id, place])).values()];
}

function articlesIn({ guard }: Branch): string[] {
  return (guard ?? '').split(/ [&|] /).filter((name) => findArticle(name) !== null);
}
