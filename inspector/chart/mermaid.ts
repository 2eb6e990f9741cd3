import type { Language } from '../../domain/text.ts';
import { stateName } from '../../machines/cited-transitions.ts';
import type { Chart, ChartNode } from './chart.ts';
import { type View, type VisibleEdge, visibleEdges, visibleNodes } from './view.ts';

/**
 * A chart as a Mermaid state diagram: its states, its regions and the events between them.
 * @param collapsed states that are drawn without what is inside them: Mermaid draws no more than 500 edges.
 */
export function mermaid(chart: Chart, { collapsed }: Pick<View, 'collapsed'>, language: Language): string {
  const ids = shortIds(chart);
  const nodes = visibleNodes(chart, collapsed);
  const inner = new Map<string | null, ChartNode[]>();
  for (const node of nodes) inner.set(node.parent, [...(inner.get(node.parent) ?? []), node]);
  const leaving = new Map<string, VisibleEdge[]>();
  for (const edge of visibleEdges(chart, collapsed))
    leaving.set(edge.source, [...(leaving.get(edge.source) ?? []), edge]);
  const idOf = (id: string) => ids.get(id) ?? id;

  const inside = (node: ChartNode): string[] => [
    ...(node.initial === undefined || !inner.has(node.id) ? [] : [`[*] --> ${idOf(node.initial)}`]),
    ...(inner.get(node.id) ?? []).flatMap((state, place) => [
      ...(node.kind === 'parallel' && place > 0 ? ['--'] : []),
      ...stateLines(state),
    ]),
  ];
  const stateLines = (state: ChartNode): string[] => {
    const name = `state "${plain(state.title[language])}" as ${idOf(state.id)}`;
    if (!inner.has(state.id)) return [name];
    return [`${name} {`, ...inside(state).map((line) => `  ${line}`), '}'];
  };
  const arrows = ({ source, target, branches }: VisibleEdge): string => {
    const events = [...new Set(branches.map(({ event }) => event))].filter((event) => event !== '');
    const way = `${idOf(source)} --> ${idOf(target)}`;
    return events.length === 0 ? way : `${way}: ${events.map(plain).join(', ')}`;
  };

  const [root] = nodes;
  const lines = [
    ...(root ? inside(root) : []),
    ...chart.nodes
      .filter(({ parent }) => parent !== null)
      .flatMap(({ id }) => (leaving.get(id) ?? []).map(arrows)),
  ];
  return `stateDiagram-v2\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

// Helpers

/** What would end a title or a label is left out. */
function plain(text: string): string {
  return text.replace(/["\n;]/g, ' ');
}

/** Short names, so that the parcel case stays within the size that Mermaid takes; whole paths where short ones are the same. */
function shortIds({ nodes }: Chart): Map<string, string> {
  const drawn = nodes.filter(({ parent }) => parent !== null);
  const short = drawn.map(({ id }) => stateName(id.split('.')) || id);
  const isAlone = new Set(short).size === short.length;
  return new Map(drawn.map(({ id }, place) => [id, safe(isAlone ? (short[place] ?? id) : id)]));
}

function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '_');
}
