import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Text } from '../../domain/text.ts';
import { hashOf } from './hash.ts';
import { isMachineName, machineTitle } from './machine-title.ts';
import { eventTitle, guardTitle } from './titles.ts';

/** A machine as something to draw: its states, and the edges between them. Plain data, the same for any machine. */
export interface Chart {
  /** The id of the machine, such as `parcelCase`. */
  readonly id: string;
  /** Changes whenever anything of the chart changes. */
  readonly hash: string;
  /** In the order of the document: the root first, each state before those inside it. */
  readonly nodes: readonly ChartNode[];
  /** One for each pair of source and target. */
  readonly edges: readonly ChartEdge[];
}

/** A state. */
export interface ChartNode {
  /** The path joined with `.`, such as `open.remedy.choosing`; `''` for the root. */
  readonly id: string;
  readonly key: string;
  /** The id of the state around it; `null` for the root. */
  readonly parent: string | null;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** The id of the state it starts in. */
  readonly initial?: string;
  /** Its title; the key where it has none. That of the root is the title of the machine. */
  readonly title: Text;
  readonly tags: readonly string[];
  /** Names of the actions on entry. */
  readonly entry: readonly string[];
  /** Names of the actions on exit. */
  readonly exit: readonly string[];
  /** Transitions without a target. */
  readonly inside: readonly Branch[];
  /** Ids of the actors that run while it is active. */
  readonly invokes: readonly string[];
}

/** All transitions from one state to another. */
export interface ChartEdge {
  /** `source>target`. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly branches: readonly Branch[];
}

/** One transition: an event, a guard that must hold, and its place among those tried for the event. */
export interface Branch {
  /** `source|event|order`. A transition with two targets has the same branch on two edges. */
  readonly id: string;
  /** The type of the event; `''` for a transition that is taken as soon as its guard holds. */
  readonly event: string;
  readonly title?: Text;
  /** The name of its guard, joined with `&`, `|` and `!` for combinations; `null` if nothing stands in its way. */
  readonly guard: string | null;
  /** What must hold, in words, where that is known. */
  readonly guardTitle?: Text;
  /** From 1: the place among the transitions of its state for this event. */
  readonly order: number;
  /** How many there are. */
  readonly candidates: number;
  readonly actions: readonly string[];
}

/** The chart of a machine that is at hand, in the order of its author. */
export function chartOf(machine: AnyStateMachine): Chart {
  const nodes: ChartNode[] = [];
  const arrows: Arrow[] = [];
  const visit = (node: AnyStateNode) => {
    const { drawn, arrows: leaving } = describe(node);
    nodes.push(drawn);
    arrows.push(...leaving);
    for (const inner of Object.values(node.states)) visit(inner);
  };
  visit(machine.root);
  return assemble(machine.id, nodes, arrows);
}

/** A branch on its way from one state to another. */
export interface Arrow {
  readonly source: string;
  readonly target: string;
  readonly branch: Branch;
}

/** Puts states and arrows together to a chart: arrows with the same ends become one edge. */
export function assemble(id: string, nodes: readonly ChartNode[], arrows: readonly Arrow[]): Chart {
  const edges = new Map<string, { source: string; target: string; branches: Branch[] }>();
  for (const { source, target, branch } of arrows) {
    const key = `${source}>${target}`;
    const edge = edges.get(key) ?? { source, target, branches: [] };
    edge.branches.push(branch);
    edges.set(key, edge);
  }
  const merged = [...edges].map(([key, edge]) => ({ id: key, ...edge }));
  return { id, hash: hashOf(JSON.stringify([id, nodes, merged])), nodes, edges: merged };
}

/** The branch of a transition, with the words there are for its event and its guard. */
export function branchOf(
  source: string,
  given: Pick<Branch, 'event' | 'guard' | 'order' | 'candidates' | 'actions'>,
): Branch {
  const { event, guard, order } = given;
  const title = eventTitle(event);
  const needs = guard === null ? undefined : guardTitle(guard);
  return {
    id: `${source}|${event}|${order}`,
    ...given,
    ...(title && { title }),
    ...(needs && { guardTitle: needs }),
  };
}

// Helpers

function describe(node: AnyStateNode): { drawn: ChartNode; arrows: Arrow[] } {
  const id = node.path.join('.');
  const { entry, exit } = node.config;
  const meta = node.meta as { readonly title?: Text } | undefined;
  const branches = branchesOf(node, id);
  const initial = node.type === 'compound' ? node.initial.target?.[0] : undefined;
  return {
    drawn: {
      id,
      key: node.key,
      parent: node.parent ? node.parent.path.join('.') : null,
      kind: node.type,
      ...(initial && { initial: initial.path.join('.') }),
      title: meta?.title ?? titleWithout(node),
      tags: [...node.tags],
      entry: namesOf(entry),
      exit: namesOf(exit),
      inside: branches.filter(({ targets }) => targets.length === 0).map(({ branch }) => branch),
      invokes: node.invoke.map((actor) => actor.id),
    },
    arrows: branches.flatMap(({ branch, targets }) =>
      targets.map((target) => ({ source: id, target, branch })),
    ),
  };
}

/** A state without a title has its key for one; the root of a machine of this package is called as the machine is. */
function titleWithout({ key, parent, machine }: AnyStateNode): Text {
  return !parent && isMachineName(machine.id) ? machineTitle(machine.id) : { en: key, zh: key };
}

function branchesOf(node: AnyStateNode, source: string) {
  const tried = [...node.transitions.values(), node.always ?? []];
  return tried.flatMap((candidates) =>
    candidates.map((transition: AnyTransitionDefinition, place) => ({
      targets: (transition.target ?? []).map(({ path }) => path.join('.')),
      branch: branchOf(source, {
        event: transition.eventType,
        guard: transition.guard === undefined ? null : guardName(transition.guard),
        order: place + 1,
        candidates: candidates.length,
        actions: namesOf(transition.actions),
      }),
    })),
  );
}

type Guard = NonNullable<AnyTransitionDefinition['guard']>;

/** The name of a guard, such as `payerIs: buyer`, or of those it combines. */
function guardName(guard: Guard): string {
  if (typeof guard === 'string') return guard;
  if (typeof guard === 'function') {
    const parts = 'guards' in guard ? (guard.guards as Guard[]).map(guardName) : [];
    const kind = (guard as { type?: string; name: string }).type ?? guard.name;
    if (parts.length === 0) return kind;
    if (kind.endsWith('not')) return `!${parts[0]}`;
    return parts.join(kind.endsWith('or') ? ' | ' : ' & ');
  }
  return named(guard.type, guard.params);
}

/** A name with the parameter that tells it from others: the `id`, or the only one that is a word. */
function named(type: string, params: unknown): string {
  if (typeof params !== 'object' || params === null) return type;
  const words = Object.values(params).filter((value) => typeof value === 'string');
  const word = 'id' in params && typeof params.id === 'string' ? params.id : words[0];
  return word !== undefined && ('id' in params || words.length === 1) ? `${type}: ${word}` : type;
}

function namesOf(actions: unknown): string[] {
  const list = actions === undefined ? [] : [actions].flat();
  const names = list.map((action) => {
    if (typeof action === 'string') return action;
    const { type, name, params } = action as { type?: string; name?: string; params?: unknown };
    return type === undefined ? (name ?? 'action') : named(type, params);
  });
  return [...new Set(names)];
}
