import type { Language } from '../../domain/text.ts';
import { stateName } from '../../machines/cited-transitions.ts';
import type { Chart, ChartEdge, ChartNode } from './chart.ts';

/** A chart as a Mermaid state diagram: its states, its regions and the events between them. */
export function mermaid(chart: Chart, language: Language): string {
  const ids = shortIds(chart);
  const inner = new Map<string | null, ChartNode[]>();
  for (const node of chart.nodes) inner.set(node.parent, [...(inner.get(node.parent) ?? []), node]);
  const leaving = new Map<string, ChartEdge[]>();
  for (const edge of chart.edges) leaving.set(edge.source, [...(leaving.get(edge.source) ?? []), edge]);
  const idOf = (id: string) => ids.get(id) ?? id;

  const inside = (node: ChartNode): string[] => [
    ...(node.initial === undefined ? [] : [`[*] --> ${idOf(node.initial)}`]),
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
  const arrows = ({ source, target, branches }: ChartEdge): string => {
    const events = [...new Set(branches.map(({ event }) => event))].filter((event) => event !== '');
    const way = `${idOf(source)} --> ${idOf(target)}`;
    return events.length === 0 ? way : `${way}: ${events.map(plain).join(', ')}`;
  };

  const [root] = chart.nodes;
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
function shortIds({ id: chart, nodes }: Chart): Map<string, string> {
  const short = nodes.map(({ id }) => (id === '' ? chart : stateName(id.split('.'))));
  const isAlone = new Set(short).size === short.length;
  return new Map(nodes.map(({ id }, place) => [id, safe(isAlone ? (short[place] ?? id) : id || chart)]));
}

function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '_');
}
