import type { Text } from '../../domain/text.ts';
import { stateName } from '../../machines/cited-transitions.ts';
import { type MachineName, machineNames, machines } from '../../machines/index.ts';
import { nearest } from '../../replay/nearest.ts';
import { INVALID, OK, type Terminal } from '../terminal.ts';

interface Node {
  readonly key: string;
  readonly path: readonly string[];
  readonly type: string;
  readonly meta?: { readonly title?: { readonly en: string; readonly zh: string } };
  readonly initial?: { readonly target?: readonly Node[] };
  readonly states: Readonly<Record<string, Node>>;
  readonly transitions: ReadonlyMap<string, readonly Transition[]>;
}

interface Transition {
  readonly eventType: string;
  readonly source: Node;
  readonly target?: readonly Node[];
}

/** Prints a machine as a Mermaid state diagram: its states, its regions and the events between them. */
export function draw(name: string, { error, language, out, say }: Terminal): number {
  if (!isMachine(name)) {
    error(say(unknownMachine(name)));
    return INVALID;
  }
  const root = machines[name].root as unknown as Node;
  out('stateDiagram-v2');
  for (const line of [...inside(root, language), ...arrows(root)]) out(`  ${line}`);
  return OK;
}

// Helpers

function isMachine(name: string): name is MachineName {
  return (machineNames as string[]).includes(name);
}

function unknownMachine(name: string): Text {
  const similar = nearest(name, machineNames);
  return {
    en: `There is no machine "${name}".${similar ? ` Did you mean "${similar}"?` : ''} Machines: ${machineNames.join(', ')}.`,
    zh: `没有名为 "${name}" 的状态机。${similar ? `是否应为 "${similar}"？` : ''}可选：${machineNames.join('、')}。`,
  };
}

function inside(node: Node, language: Terminal['language']): string[] {
  const states = Object.values(node.states);
  const first = node.initial?.target?.[0];
  return [
    ...(first ? [`[*] --> ${idOf(first)}`] : []),
    ...states.flatMap((state, index) => [
      ...(node.type === 'parallel' && index > 0 ? ['--'] : []),
      ...stateLines(state, language),
    ]),
  ];
}

function stateLines(state: Node, language: Terminal['language']): string[] {
  const name = `state "${state.meta?.title?.[language] ?? state.key}" as ${idOf(state)}`;
  if (Object.keys(state.states).length === 0) return [name];
  return [`${name} {`, ...inside(state, language).map((line) => `  ${line}`), '}'];
}

/** One arrow between two states, with all events that lead along it. */
function arrows(node: Node): string[] {
  const events = new Map<string, string[]>();
  for (const { eventType, source, target = [] } of [...node.transitions.values()].flat()) {
    for (const to of target) {
      const way = `${idOf(source)} --> ${idOf(to)}`;
      events.set(way, [...(events.get(way) ?? []), eventType]);
    }
  }
  const own = [...events].map(([way, types]) => {
    const named = [...new Set(types)].filter((type) => type !== '');
    return named.length === 0 ? way : `${way}: ${named.join(', ')}`;
  });
  return [...own, ...Object.values(node.states).flatMap(arrows)];
}

/** Short names, so that the parcel case stays within the size that Mermaid takes. */
function idOf({ path, key }: Node): string {
  return stateName(path).replaceAll('.', '_') || key;
}
