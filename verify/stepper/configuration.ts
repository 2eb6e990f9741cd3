import type { AnyStateNode, AnyTransitionDefinition, StateValue } from 'xstate';
import type { Operation } from './operations.ts';
import type { Wired } from './wiring.ts';

/** A set of active states, and what follows from it alone. Everything is worked out once, when it is first needed. */
export interface Configuration {
  readonly id: number;
  /** In the order in which they became active. */
  readonly nodes: readonly AnyStateNode[];
  readonly value: StateValue;
  /** The same as a tree, from the root down. */
  readonly root: Branch;
  /** The paths of the active states that have no states inside, such as `open.remedy.choosing`, sorted. */
  readonly leaves: readonly string[];
  readonly tags: ReadonlySet<string>;
  readonly done: boolean;
  /** The transitions for a type of event; `null`: no active state has one. */
  readonly plans: Map<string, Plan | null>;
  /** For each active state without states inside: the transitions taken at once, its own and those around it. */
  readonly atOnce: readonly (readonly Wired[])[];
  /** Where transitions lead, by their places: one alone, or several together. */
  readonly moves: Map<number | string, Move>;
}

/** The transitions of a state for a type of event, and those of the states inside, which go first. */
export interface Plan {
  readonly own: readonly Wired[];
  readonly inside: readonly Plan[];
}

/** What happens when transitions are taken: every operation in order, and the states afterwards. */
export interface Move {
  readonly operations: readonly Operation[];
  /** Those that are really taken, where some would leave the same states. */
  readonly transitions: readonly Wired[];
  readonly next: Configuration;
}

/** An active state and the active states directly inside it. */
export interface Branch {
  readonly node: AnyStateNode;
  readonly inside: readonly Branch[];
}

/** The active states as a tree, from one of them down. */
export function branchOf(node: AnyStateNode, active: readonly AnyStateNode[]): Branch {
  const inside = active.filter(({ parent }) => parent === node);
  return { node, inside: inside.map((child) => branchOf(child, active)) };
}

/** The transitions of single states by type of event. Worked out once: many configurations share a state. */
export type Candidates = Map<AnyStateNode, Map<string, readonly Wired[]>>;

/** The plan of an active state for a type of event. */
export function planFor(
  { node, inside }: Branch,
  type: string,
  wired: ReadonlyMap<AnyTransitionDefinition, Wired>,
  candidates: Candidates,
): Plan | null {
  const plans: Plan[] = [];
  for (const child of inside) {
    const plan = planFor(child, type, wired, candidates);
    if (plan) plans.push(plan);
  }
  const own = candidatesFor(node, type, wired, candidates);
  return plans.length === 0 && own.length === 0 ? null : { own, inside: plans };
}

// Helpers

function candidatesFor(
  node: AnyStateNode,
  type: string,
  wired: ReadonlyMap<AnyTransitionDefinition, Wired>,
  candidates: Candidates,
): readonly Wired[] {
  let byType = candidates.get(node);
  if (!byType) {
    byType = new Map();
    candidates.set(node, byType);
  }
  let own = byType.get(type);
  if (!own) {
    own = candidatesOf(node, type).map((transition) => wired.get(transition) as Wired);
    byType.set(type, own);
  }
  return own;
}

/** The transitions of a state for a type of event: its own name first, then longer wildcards before shorter ones. */
function candidatesOf(node: AnyStateNode, type: string): AnyTransitionDefinition[] {
  const byDescriptor = node.transitions as ReadonlyMap<string, readonly AnyTransitionDefinition[]>;
  const wildcards = [...byDescriptor.keys()]
    .filter((descriptor) => descriptor !== type && matchesWildcard(descriptor, type))
    .sort((one, other) => other.length - one.length);
  return [type, ...wildcards].flatMap((descriptor) => byDescriptor.get(descriptor) ?? []);
}

function matchesWildcard(descriptor: string, type: string): boolean {
  if (descriptor === '*') return true;
  return descriptor.endsWith('.*') && `${type}.`.startsWith(descriptor.slice(0, -1));
}
