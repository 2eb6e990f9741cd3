import type { StateValue } from 'xstate';
import type { CaseEventType } from '../domain/events.ts';
import type { Text } from '../domain/text.ts';
import { type ExceptionType, exceptionTypes } from '../guards/rulebooks.ts';
import { layers } from '../policy/rulebook.ts';
import { activeStates } from '../replay/compare.ts';
import { type CaseMachine, type CaseSnapshot, contextOf } from '../replay/snapshot.ts';
import { findArticle } from './named.ts';

/** A state with its title, and the titles of the states around it from the outside in. */
export interface StateReference {
  /** Such as `open.remedy.choosing`. */
  readonly path: string;
  readonly title: Text;
  readonly trail: readonly Text[];
}

interface Node {
  readonly key: string;
  readonly path: readonly string[];
  readonly meta?: { readonly title?: Text };
  readonly on: Readonly<Record<string, unknown>>;
  readonly states: Readonly<Record<string, Node>>;
}

/** The active states, deepest only, in the order of the chart. */
export function statesOf(snapshot: CaseSnapshot): StateReference[] {
  const { machine, value } = snapshot;
  return leavesOf(machine.root as unknown as Node, value).map((path) => stateAt(machine, path));
}

/** The state of a machine with a path. A state without a title has its key for a name. */
export function stateAt(machine: CaseMachine, path: string): StateReference {
  const around: Text[] = [];
  let node = machine.root as unknown as Node;
  for (const key of path === '' ? [] : path.split('.')) {
    const inner = node.states[key];
    if (!inner) break;
    node = inner;
    around.push(node.meta?.title ?? { en: node.key, zh: node.key });
  }
  const title = around.at(-1) ?? { en: machine.id, zh: machine.id };
  // Everything but `closed` is inside `open`, so that title says nothing.
  return { path, title, trail: around.slice(1, -1) };
}

/** Every state of a machine that has a transition for an event, guarded or not. */
export function statesWaitingFor(machine: CaseMachine, type: CaseEventType): readonly StateReference[] {
  let index = indexes.get(machine);
  if (!index) {
    index = indexOf(machine);
    indexes.set(machine, index);
  }
  return index.get(type) ?? [];
}

/**
 * The exception type whose rulebook applies: that of the active state; once the case is closed that of the machine, or
 * of the articles that decided. `null` while there is no exception.
 */
export function exceptionTypeOf(snapshot: CaseSnapshot): ExceptionType | null {
  for (const path of activeStates(snapshot)) {
    const [, region, type] = path.split('.');
    if (region === 'exception') return exceptionTypes.find((name) => name === type) ?? null;
  }
  const { verdict } = contextOf(snapshot);
  const decidedBy = layers.flatMap((layer) => findArticle(verdict[layer]?.article ?? '')?.type ?? []);
  return exceptionTypes.find((name) => name === snapshot.machine.id) ?? decidedBy[0] ?? null;
}

// Helpers

/** The paths of the deepest states that a state value names, in the order of the chart. */
function leavesOf(node: Node, value: StateValue): string[] {
  if (typeof value === 'string') return [[...node.path, value].join('.')];
  return Object.entries(node.states).flatMap(([key, inner]) => {
    const within = value[key];
    if (within === undefined) return [];
    return Object.keys(within).length === 0 ? [inner.path.join('.')] : leavesOf(inner, within);
  });
}

const indexes = new WeakMap<CaseMachine, Map<string, StateReference[]>>();

function indexOf(machine: CaseMachine): Map<string, StateReference[]> {
  const index = new Map<string, StateReference[]>();
  const visit = (node: Node) => {
    const state = stateAt(machine, node.path.join('.'));
    for (const type of Object.keys(node.on)) index.set(type, [...(index.get(type) ?? []), state]);
    for (const inner of Object.values(node.states)) visit(inner);
  };
  visit(machine.root as unknown as Node);
  return index;
}
