import type { AnyStateNode } from 'xstate';
import type { CaseMachine } from '../../replay/snapshot.ts';

/** A transition of a copy. Its fields may be replaced; the arrays in them belong to the original. */
export interface MutableTransition {
  readonly eventType: string;
  readonly source: AnyStateNode;
  guard: unknown;
  target: readonly AnyStateNode[] | undefined;
  actions: readonly unknown[];
  reenter: boolean;
}

/** A state of a copy. */
export interface MutableState {
  entry: readonly unknown[];
  exit: readonly unknown[];
}

/** Copies of machines by name. Changing them leaves the machines alone. */
export type Copies = Readonly<Record<string, CaseMachine>>;

/** Most microsteps of one event; a mutant that goes round in circles ends with an error. */
const maxIterations = 300;

/** Copies of machines that may be changed. */
export function copiesOf(machines: Readonly<Record<string, CaseMachine>>): Copies {
  return Object.fromEntries(
    Object.entries(machines).map(([name, machine]) => {
      const copy = machine.provide({});
      return [name, Object.assign(copy, { options: { ...copy.options, maxIterations } })];
    }),
  );
}

/** A transition as it stands in every copy that has it, by its place: `path event index`. */
export interface TransitionPlace {
  readonly mark: string;
  readonly transitions: readonly MutableTransition[];
}

/** A state as it stands in every copy that has it. */
export interface StatePlace {
  readonly mark: string;
  readonly states: readonly AnyStateNode[];
}

/** The transitions of all copies, those at the same place together. The event of a transition taken at once is `always`. */
export function transitionPlaces(copies: Copies): TransitionPlace[] {
  const places = new Map<string, MutableTransition[]>();
  for (const copy of Object.values(copies)) {
    for (const node of nodesOf(copy)) {
      for (const [event, list] of transitionsOf(node)) {
        list.forEach((transition, index) => {
          const mark = transitionMark(node, event, index);
          places.set(mark, [...(places.get(mark) ?? []), transition]);
        });
      }
    }
  }
  return [...places].map(([mark, transitions]) => ({ mark, transitions }));
}

/** The states of all copies, those at the same place together. */
export function statePlaces(copies: Copies): StatePlace[] {
  const places = new Map<string, AnyStateNode[]>();
  for (const copy of Object.values(copies)) {
    for (const node of nodesOf(copy)) {
      const mark = stateMark(node);
      places.set(mark, [...(places.get(mark) ?? []), node]);
    }
  }
  return [...places].map(([mark, states]) => ({ mark, states }));
}

/** The transitions of a state, by event. */
export function transitionsOf(node: AnyStateNode): [string, readonly MutableTransition[]][] {
  const always = (node.always ?? []) as unknown as MutableTransition[];
  return [
    ...(node.transitions as unknown as Map<string, MutableTransition[]>),
    ...(always.length > 0 ? [['always', always] as [string, MutableTransition[]]] : []),
  ];
}

/** A machine's states, the outer ones first. */
export function nodesOf(machine: CaseMachine): AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(below)];
  return below(machine.root);
}

/** The place of a transition: `open.remedy.choosing remedy.refundChosen 0`. */
export function transitionMark(node: AnyStateNode, event: string, index: number): string {
  return `${stateMark(node)} ${event} ${index}`;
}

/** The place of a state: its path, or the machine for the whole. */
export function stateMark(node: AnyStateNode): string {
  return node.path.join('.') || node.machine.id;
}
